"""Figures of one outcome, whichever of the sources they come from."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from frankpledge.figures.odds.outcomes import Month, Series
from frankpledge.figures.periods import Period


@dataclass(frozen=True)
class Figure:
    """So many in some months, and of how many where it is a share."""

    over: Period
    count: int
    whole: int | None = None
    provisional: bool = False
    # As it was given: 31 of 38, said by the lead on 7 October.
    words: str = ""


@dataclass(frozen=True)
class Figures:
    source: str  # evidence, counts, log, said, survey, return
    what: str
    figures: tuple[Figure, ...] = ()
    # Where it comes from, which months, what is missing: one line each.
    told: tuple[str, ...] = ()
    # Figures that are alike in their seasons.
    group: str = ""
    breaks: Mapping[str, str] = field(default_factory=dict)
    # Where its chart begins anew, though it may be counted as before.
    steps: Mapping[str, str] = field(default_factory=dict)
    # A figure stands for all that came until then, and not for its period alone.
    so_far: bool = False
    why_none: str = ""
    # It is asked for and may come: there is not enough yet, and nothing stands in the way.
    awaited: bool = False
    residents: int | None = None
    households: int | None = None

    @property
    def monthly(self) -> bool:
        return all(each.over.months == 1 for each in self.figures)

    @property
    def shares(self) -> bool:
        return any(each.whole is not None for each in self.figures)

    def series(self) -> Series:
        """Month by month; a figure of several months stands in the first of them."""
        return self._series

    @cached_property
    def _series(self) -> Series:
        months: list[Month] = []
        for each in self.figures:
            whole = None if each.whole is None else 0
            months.append(_month(each.over.start, each.count, each.whole, each.provisional))
            rest = range(each.over.start + 1, each.over.end + 1)
            months += [_month(at, 0, whole, each.provisional) for at in rest]
        return Series(self.what, tuple(months), self.breaks, self.group)


def _month(at: int, count: int, whole: int | None, provisional: bool) -> Month:
    return Month(Period(at).name, count, whole, provisional)


def month_number(day: datetime.date) -> int:
    return day.year * 12 + day.month - 1


def months_of(starts: datetime.date, ends: datetime.date) -> Period:
    first = month_number(starts)
    return Period(first, max(month_number(ends) - first + 1, 1))
