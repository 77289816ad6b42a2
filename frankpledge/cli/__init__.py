"""The command line. Each module in commands/ with an `add` is a command."""
