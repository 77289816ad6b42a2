"""The desk's pages of settings, and the host's own."""
