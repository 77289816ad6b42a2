"""How one period of a return stands. Pure."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from frankpledge.delivery.models import Owed, Reply, Return

MISSING_AFTER = datetime.timedelta(days=28)  # after the due date
WORDS = {
    "due": "Due",
    "asked": "Asked",
    "late": "Late",
    "missing": "Missing",
    "received": "Received",
    "received-late": "Received late",
    "in-part": "Received in part",
    "let-off": "Not wanted",
}


@dataclass(frozen=True)
class State:
    key: str

    @property
    def words(self) -> str:
        return WORDS[self.key]

    @property
    def is_open(self) -> bool:
        return self.key in ("due", "asked", "late", "missing")


def state_of(owed: Owed, replies: Sequence[Reply], day: datetime.date) -> State:
    """Of the newest reply; of the clock where there is none."""
    if replies:
        return State(_received(replies))
    if owed.let_off_at:
        return State("let-off")
    if day > owed.due_on + MISSING_AFTER:
        return State("missing")
    if day > owed.due_on:
        return State("late")
    return State("asked" if owed.asked_at else "due")


def _received(replies: Sequence[Reply]) -> str:
    if any(figure.count is None for figure in replies[-1].figures.all()):
        return "in-part"
    return "received-late" if replies[0].is_late else "received"


def reminder_days(return_: Return, due: datetime.date) -> list[datetime.date]:
    """A few days before, a few after, and then no more."""
    away = [*(-days for days in return_.remind_before), *return_.remind_after]
    return sorted({due + datetime.timedelta(days=days) for days in away})


def newest_due(return_: Return, due: datetime.date, day: datetime.date) -> datetime.date | None:
    """Where the worker slept through several, only the newest is made up for."""
    return max((one for one in reminder_days(return_, due) if one <= day), default=None)
