"""The desk's pages of people, organisations, posts and groups."""
