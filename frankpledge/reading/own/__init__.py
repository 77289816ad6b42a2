"""Reads what this product itself wrote: cell by cell, since nothing there need be guessed."""
