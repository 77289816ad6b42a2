"""Delivery: what was counted. The log, survey answers and what partners return."""
