"""What a reader must know to understand a phrase: the plan's period and the local habits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

# First month and number of months. Meteorological, unless a partnership counts otherwise.
METEOROLOGICAL: Mapping[str, tuple[int, int]] = {
    "spring": (3, 3),
    "summer": (6, 3),
    "autumn": (9, 3),
    "winter": (12, 3),
}

# A plan outside these years is a slip of the pen.
SANE_YEARS = range(1900, 2201)


@dataclass(frozen=True)
class Context:
    plan_start: date | None = None
    plan_end: date | None = None
    seasons: Mapping[str, tuple[int, int]] = field(default_factory=lambda: dict(METEOROLOGICAL))
    year_start_month: int = 4
    groups: Sequence[str] = ()
    organisations: Sequence[str] = ()
    # The words over the column, which can say that a month is a deadline ("When by").
    heading: str = ""

    @property
    def plan(self) -> tuple[date, date] | None:
        if self.plan_start is None:
            return None
        end = self.plan_end or year_after(self.plan_start)
        sane = self.plan_start.year in SANE_YEARS and end.year in SANE_YEARS
        return (self.plan_start, end) if sane and end >= self.plan_start else None


def year_after(start: date) -> date:
    """The last day of the year that begins on this day."""
    if start.year >= date.max.year:
        return date.max
    day = 28 if (start.month, start.day) == (2, 29) else start.day
    return date(start.year + 1, start.month, day) - timedelta(days=1)
