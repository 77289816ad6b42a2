"""Every read of drafts that the desk needs. All begin at a partnership."""

from frankpledge.drafting.changes.columns import MEANINGS
from frankpledge.drafting.mending import FIELDS
from frankpledge.drafting.queries.finding import (
    DraftLine,
    NotThere,
    draft_in,
    drafts_of,
    habit_in,
    habits_of,
)
from frankpledge.drafting.queries.matching import (
    FieldChange,
    MatchingPage,
    MatchLine,
    matching_page,
)
from frankpledge.drafting.queries.page import (
    ColumnRead,
    Counts,
    DraftPage,
    MendLine,
    UnderPriority,
    draft_page,
)
from frankpledge.drafting.queries.promise import PromisePage, promise_page
from frankpledge.language.states import DECIDED, WORDS, State

# How somebody at the review desk may say that a promise stands.
STATES = {
    state.value: WORDS[state]
    for state in State
    if state is State.STRUCK or state not in {*DECIDED, State.NOT_STATED}
}

__all__ = [
    "FIELDS",
    "MEANINGS",
    "STATES",
    "ColumnRead",
    "Counts",
    "DraftLine",
    "DraftPage",
    "FieldChange",
    "MatchLine",
    "MatchingPage",
    "MendLine",
    "NotThere",
    "PromisePage",
    "UnderPriority",
    "draft_in",
    "draft_page",
    "drafts_of",
    "habit_in",
    "habits_of",
    "matching_page",
    "promise_page",
]
