"""One module for each format: bytes in, a stream of blocks out."""
