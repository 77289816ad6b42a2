"""Every write to a draft, its mends and what is remembered."""

from frankpledge.drafting.changes.adopting import adopt_draft, put_aside, take_up
from frankpledge.drafting.changes.columns import read_again
from frankpledge.drafting.changes.facts import choose_facts
from frankpledge.drafting.changes.habits import forget_habit
from frankpledge.drafting.changes.mends import match, mend, see, undo, unmatch
from frankpledge.drafting.changes.opening import open_draft, too_large

__all__ = [
    "adopt_draft",
    "choose_facts",
    "forget_habit",
    "match",
    "mend",
    "open_draft",
    "put_aside",
    "read_again",
    "see",
    "take_up",
    "too_large",
    "undo",
    "unmatch",
]
