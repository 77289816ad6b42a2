"""Sheets in: which column holds what, and each row taken or set aside with its reason."""
