"""One module a command: `add(commands)` describes it and names the function that does it."""
