"""What numbers mean: rates, change, ranks, signals, odds, and printed tables worked out again."""
