"""The fixed list of states an outcome, or an action without outcomes, can be in."""

from enum import StrEnum


class State(StrEnum):
    PLANNED = "planned"
    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    COMPLETE = "complete"
    PART_COMPLETE = "part-complete"
    DELAYED = "delayed"
    BLOCKED = "blocked"
    STRUCK = "struck"
    THROUGH_ANOTHER = "through-another"
    CARRIED = "carried"
    NOT_STATED = "not-stated"

    @property
    def words(self) -> str:
        return WORDS[self]


WORDS: dict[str, str] = {
    State.PLANNED: "Planned",
    State.NOT_STARTED: "Not started",
    State.IN_PROGRESS: "In progress",
    State.COMPLETE: "Complete",
    State.PART_COMPLETE: "Part complete",
    State.DELAYED: "Delayed",
    State.BLOCKED: "Blocked",
    State.STRUCK: "Struck",
    State.THROUGH_ANOTHER: "Done through another",
    State.CARRIED: "Carried forward",
    State.NOT_STATED: "Not stated",
}
CHOICES = [(state.value, state.words) for state in State]

# Nothing more is expected under this promise: it is finished, given up or lives on elsewhere.
CLOSED = frozenset({State.COMPLETE, State.STRUCK, State.THROUGH_ANOTHER, State.CARRIED})
# These come about by a decision of their own (strike, link, carry forward), never by a report.
DECIDED = frozenset({State.STRUCK, State.THROUGH_ANOTHER, State.CARRIED})
REPORTABLE = [state for state in State if state not in DECIDED]

# Nobody falls short of what has not begun, or of which nothing was said.
TO_COME = frozenset({State.PLANNED, State.NOT_STARTED, State.NOT_STATED})

# What comes first when several stand side by side.
WORST_FIRST = [
    State.BLOCKED,
    State.DELAYED,
    State.NOT_STATED,
    State.NOT_STARTED,
    State.PART_COMPLETE,
    State.IN_PROGRESS,
    State.PLANNED,
    State.COMPLETE,
    State.THROUGH_ANOTHER,
    State.CARRIED,
    State.STRUCK,
]
BADNESS: dict[str, int] = {state: index for index, state in enumerate(WORST_FIRST)}
