"""Quarters, due dates and how current a saying is. Pure."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from frankpledge.plan.models import Timescale


def quarter_start(day: datetime.date) -> datetime.date:
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def quarter_before(start: datetime.date) -> datetime.date:
    return quarter_start(start - datetime.timedelta(days=1))


def last_quarters(day: datetime.date, count: int = 4) -> list[datetime.date]:
    """First days of the last quarters, oldest first, the running one last."""
    starts = [quarter_start(day)]
    while len(starts) < count:
        starts.insert(0, quarter_before(starts[0]))
    return starts


def quarter_words(start: datetime.date) -> str:
    last = (start.month + 1) % 12 + 1
    return f"{start:%B} to {datetime.date(start.year, last, 1):%B} {start.year}"


@dataclass(frozen=True)
class Freshness:
    """When something was last said, and in which of the last four quarters anything was."""

    said_on: datetime.date | None
    quarters: tuple[bool | str, ...]  # as the tally draws them
    asked: str = ""  # where there are rounds: what became of the asking in the newest

    @property
    def words(self) -> str:
        return FRESHNESS_WORDS[self.key]

    @property
    def is_current(self) -> bool:
        return self.key in ("now", "answered", "answered-late")

    @property
    def key(self) -> str:
        if self.asked:
            return self.asked
        if self.said_on is None:
            return "never"
        if self.quarters[-1]:
            return "now"
        return "last" if self.quarters[-2] else "old"


FRESHNESS_WORDS = {
    "now": "Said this quarter",
    "last": "Said last quarter",
    "old": "Said longer ago",
    "never": "Nothing said yet",
    # Where there are rounds:
    "answered": "Answered",
    "answered-late": "Answered late",
    "chased": "Chased",
    "asked": "Asked",
    "missed": "Missed",
    "not-asked": "Not asked",
}


def freshness(said: Iterable[datetime.date], quarters: Sequence[datetime.date]) -> Freshness:
    days = list(said)
    seen = {quarter_start(day) for day in days}
    return Freshness(max(days, default=None), tuple(start in seen for start in quarters))


def next_due(timescales: Iterable[Timescale], today: datetime.date) -> datetime.date | None:
    """The date that matters next: the earliest promised one, passed or to come."""
    dates = [t.due for t in timescales if t.due]
    coming = [day for day in dates if day >= today]
    return min(coming) if coming else max(dates, default=None)


def due_key(due: datetime.date | None, today: datetime.date, plan_ends: datetime.date) -> str:
    if due is None:
        return "none"
    if due < today:
        return "past"
    if quarter_start(due) == quarter_start(today):
        return "quarter"
    return "plan" if due <= plan_ends else "beyond"


DUE_WORDS = {
    "past": "Date has passed",
    "quarter": "This quarter",
    "plan": "Before the plan ends",
    "beyond": "After the plan ends",
    "none": "No date",
}
