"""Frankpledge: what a community safety partnership promised, and how it stands."""

__version__ = "0.1.0"
