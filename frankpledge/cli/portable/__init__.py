"""A backup: one file that any database the product knows can be restored from."""
