"""What the blocks mean, whichever format they came from."""
