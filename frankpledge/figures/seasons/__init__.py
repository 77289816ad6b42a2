"""Months, days and hours: what a year does to figures, and when in the week things happen."""
