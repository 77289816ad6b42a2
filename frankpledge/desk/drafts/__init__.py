"""The review desk: a document on its way to being a plan."""
