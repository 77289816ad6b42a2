"""Charts of single figures in a row (XmR): what is usual, and what chance does not explain."""
