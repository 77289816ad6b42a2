"""Loamshire: a county that was never on a map, built through the same changes the screens use."""
