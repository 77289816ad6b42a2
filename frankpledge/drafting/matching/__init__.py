"""Next year's promises against this year's. All of it pure."""

from frankpledge.drafting.matching.matches import Match, Promise, matched
from frankpledge.drafting.matching.wording import changed_words

__all__ = ["Match", "Promise", "changed_words", "matched"]
