"""What was said: rounds, requests, answers, review."""
