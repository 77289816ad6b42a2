"""What happened: areas, loads, and the store that questions are asked of."""
