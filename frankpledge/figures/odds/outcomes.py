"""What is judged: figures by month, and what was aimed at."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from frankpledge.figures import given
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.periods import Period, period


@dataclass(frozen=True)
class Month:
    """So many, and of how many where it is a share. A provisional figure is not counted yet."""

    period: str
    count: int
    whole: int | None = None
    provisional: bool = False


@dataclass(frozen=True)
class Series:
    what: str
    months: tuple[Month, ...]
    # The month from which something is counted in another way, and why.
    breaks: Mapping[str, str] = field(default_factory=dict)
    # Series of one group have like seasons: a type of crime, say.
    group: str = ""


@dataclass(frozen=True)
class Aim:
    """What the words of a target mean, once the questions that they raise are answered."""

    # change, count_at_least, count_at_most, count_exactly, proportion, rate_ceiling
    kind: str
    number: float
    # The months it is judged over; the last of them is the deadline.
    over: Period
    direction: str = ""
    strict: bool = False
    # Months in each step where it is to be met again and again: 3 for 'each quarter'.
    every: int | None = None
    # Of a change: the count it starts from, or the months in which that was counted.
    baseline: Period | float | None = None
    # Of a change in steps: 'year' for the same step last year, 'step' for the step before.
    comparator: str = "year"
    # Of a rate: so many per this many people.
    per: float = 1000
    people: float | None = None
    # Of a share: how many there will be in the end, where that is known.
    cohort: int | None = None


@dataclass(frozen=True)
class Outcome:
    series: Series
    aim: Aim | None
    # counted (by others), delivered (by the partnership itself)
    sort: str = "counted"
    # Why the target cannot be judged, where reading it has said so.
    why_not: str = ""


@dataclass(frozen=True)
class Known:
    """The figures that can be used at a date, by month."""

    counts: Mapping[int, int]
    wholes: Mapping[int, int]
    notes: tuple[str, ...]
    breaks: Mapping[int, str]

    @property
    def newest(self) -> int:
        return max(self.counts)

    def sum(self, over: Period) -> int:
        gone = [at for at in range(over.start, over.end + 1) if at not in self.counts]
        if gone:
            raise CannotWorkOut(f"Nothing is given for {Period(gone[0]).words}.")
        return sum(self.counts[at] for at in range(over.start, over.end + 1))


def known(series: Series, as_at: date) -> Known:
    """Refused in words where a month is given twice or a count cannot be one."""
    counts: dict[int, int] = {}
    wholes: dict[int, int] = {}
    ahead, unsure = 0, 0
    this_month = as_at.year * 12 + as_at.month - 1
    for each in series.months:
        at = _month(each.period)
        if at in counts:
            raise CannotWorkOut(f"{Period(at).words} is counted twice: give each month once.")
        count = given.count(each.count)
        if at >= this_month:
            ahead += 1
        elif each.provisional:
            unsure += 1
        else:
            counts[at] = count
            _whole(each, at, wholes)
    notes = tuple(_notes(ahead, unsure, counts))
    breaks = {_month(name): why for name, why in series.breaks.items()}
    return Known(counts, wholes, notes, {at: why for at, why in breaks.items() if at < this_month})


def _month(name: str) -> int:
    found = period(name)
    if found.months != 1:
        raise CannotWorkOut(f"{found.words} is not one month: odds need figures by month.")
    return found.start


def _whole(each: Month, at: int, wholes: dict[int, int]) -> None:
    if each.whole is None:
        return
    whole = given.count(each.whole)
    if each.count > whole:
        raise CannotWorkOut(f"{Period(at).words}: {each.count} cannot be part of {whole}.")
    wholes[at] = whole


def _notes(ahead: int, unsure: int, counts: Mapping[int, int]) -> list[str]:
    made = []
    if ahead:
        made.append(f"Left out: {ahead} given for months that are not over.")
    if unsure:
        made.append(f"Left out: {unsure} provisional, which will still grow.")
    for before, after in itertools.pairwise(sorted(counts)):
        if after != before + 1:
            made.append(f"Nothing is given between {Period(before).words} and {_words(after)}.")
    return made


def _words(at: int) -> str:
    return Period(at).words


def together(series: Sequence[Series], what: str) -> Series:
    """Added up month by month, where each of them has the month."""
    each = [{month.period: month for month in one.months} for one in series]
    shared = sorted(set.intersection(*(set(one) for one in each))) if each else []
    months = tuple(
        Month(
            name,
            sum(one[name].count for one in each),
            provisional=any(one[name].provisional for one in each),
        )
        for name in shared
    )
    return Series(what, months, group=what)
