"""Files in: what each is, which of its rows are taken, and which are set aside and why."""
