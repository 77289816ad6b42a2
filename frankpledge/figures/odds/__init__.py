"""Targets judged against figures, with the odds of meeting them. numpy is fetched when needed."""
