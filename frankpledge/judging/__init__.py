"""Targets against series: indicators, verdicts, odds and what needs attention."""
