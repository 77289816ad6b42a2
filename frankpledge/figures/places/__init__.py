"""Figures about many places at once. The number libraries are fetched when first needed."""
