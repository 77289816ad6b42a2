"""The run of figures that a chart is drawn from, made sure of first."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from frankpledge.figures import given
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.periods import Period, not_over, read_period

Stretch = list[int]


@dataclass(frozen=True)
class Observed:
    """A provisional figure is shown, and neither sets limits nor gives a signal: it will move."""

    period: str
    value: float
    provisional: bool = False


def sound(observed: Sequence[Observed], today: date | None) -> list[Period] | None:
    """The periods, where all of them are periods; otherwise they are names in a given order."""
    seen: set[str] = set()
    for each in observed:
        given.finite(each.value)
        if each.period in seen:
            raise CannotWorkOut(f"{each.period} is counted twice: give each period once.")
        seen.add(each.period)
    periods = [found for each in observed if (found := read_period(each.period))]
    if len(periods) < len(observed):
        return None
    for before, after in itertools.pairwise(periods):
        if after.start <= before.end:
            raise CannotWorkOut(
                f"{after.words} stands after {before.words}: give periods in order, none in two."
            )
        if after.months != before.months:
            raise CannotWorkOut(
                f"{before.words} and {after.words} are not of one length: give all by month, "
                "by quarter or by year."
            )
    if today is not None:
        for each, found in zip(observed, periods, strict=True):
            if not each.provisional:
                not_over(found, today)
    return periods


def gaps(observed: Sequence[Observed], periods: Sequence[Period] | None) -> list[int]:
    """The places before which at least one period is missing."""
    if periods is None:
        return []
    return [at for at in range(1, len(observed)) if periods[at].start != periods[at - 1].end + 1]


def cut(observed: Sequence[Observed], steps: Mapping[str, str]) -> list[range]:
    """The parts between step changes, each with limits of its own."""
    names = [each.period for each in observed]
    for step in steps:
        if step not in names:
            raise CannotWorkOut(f"No figure is given for {step}, where a step change is marked.")
    starts = sorted({0, *(names.index(step) for step in steps)})
    return [
        range(start, end) for start, end in zip(starts, [*starts[1:], len(observed)], strict=True)
    ]


def stretches(observed: Sequence[Observed], part: range, broken: Sequence[int]) -> list[Stretch]:
    """The final figures of a part, in runs that no gap breaks."""
    made: list[Stretch] = [[]]
    for at in part:
        if at in broken:
            made.append([])
        if not observed[at].provisional:
            made[-1].append(at)
    return [stretch for stretch in made if stretch]
