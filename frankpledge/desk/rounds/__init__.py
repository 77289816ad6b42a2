"""The coordinator's pages of a round."""
