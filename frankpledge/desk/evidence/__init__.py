"""Evidence on the desk: what is held, what is missing, what was loaded and by whom."""
