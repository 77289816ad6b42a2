"""Findings to pictures: charts and maps as SVG, with their words and their tables."""
