"""Signed links, the letters that carry them, and what became of each."""
