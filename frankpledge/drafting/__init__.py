"""Plans on their way in: a document read, mended by its coordinator, then adopted."""
