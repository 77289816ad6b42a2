"""What each page shows, made from published documents and nothing else. Pure."""
