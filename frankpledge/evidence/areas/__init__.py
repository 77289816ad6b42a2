"""Areas as the Office for National Statistics publishes them, read without a database."""
