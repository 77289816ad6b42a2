"""What numbers mean: rates, change, ranks, signals, odds, places, seasons, harm; tables again."""
