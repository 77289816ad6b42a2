"""Printed tables worked out again: what agrees, what does not, and what cannot be told."""
