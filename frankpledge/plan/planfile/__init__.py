"""A plan and a plan file, both ways: what a document yields becomes rows, and rows go out again."""
