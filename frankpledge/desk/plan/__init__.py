"""The desk's pages of the plan."""
