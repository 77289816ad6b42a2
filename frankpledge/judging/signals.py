"""What a series says by itself: a chart of single figures and its newest point, in a few words."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.seasons.adjusted import seasonal_xmr
from frankpledge.figures.signals.chart import Chart, xmr
from frankpledge.figures.signals.points import Good
from frankpledge.figures.signals.series import Observed
from frankpledge.figures.wording import capital
from frankpledge.judging.series import Figure, Figures, month_number

Key = Literal["better", "worse", "changed", "none", "few", "not-counted", "rising", "falling"]
KINDS: dict[str, Key] = {"improvement": "better", "concern": "worse"}
# What was usual longer ago than this is no measure of today.
LONGEST = 36
# A picture of fewer would be read for more than it says.
LEAST = 6
WHOLE = 100.0


@dataclass(frozen=True)
class Signal:
    key: Key
    words: str
    # Up 1, down -1: which way the line of its mark goes.
    direction: int = 0


@dataclass(frozen=True)
class Drawn:
    """A chart, and whether the season was taken out of its figures first."""

    chart: Chart
    counted: tuple[float, ...]
    adjusted: bool

    @property
    def months(self) -> tuple[str, ...]:
        return tuple(point.period for point in self.chart.points)

    @property
    def sentence(self) -> str:
        begin = "With the season taken out: " if self.adjusted else ""
        return begin + self.chart.sentence

    def to_dict(self) -> dict[str, Any]:
        limits = self.chart.segments[-1].limits
        return {
            "months": list(self.months),
            # As charted: with the season taken out where it is; `counted` is as it was counted.
            "counts": [round(point.value, 2) for point in self.chart.points],
            "counted": list(self.counted),
            "adjusted": self.adjusted,
            "mean": limits.mean,
            "low": max(limits.lower, 0.0),
            "high": limits.upper,
            "signals": [at for at, point in enumerate(self.chart.points) if point.rule],
            "kinds": [point.kind if point.rule else "" for point in self.chart.points],
        }


NOT_COUNTED = Signal("not-counted", "Not counted")
TOO_FEW = Signal("few", "Too few figures yet")


def drawn(figures: Figures, what: str, good: Good, as_at: datetime.date) -> Drawn | None:
    """None where there are too few figures for a usual range."""
    usable = _usable(figures.figures, month_number(as_at))
    if len(usable) < LEAST:
        return None
    observed = [_observed(each) for each in usable]
    given: dict[str, Any] = {"good": good, "what": what, "steps": _steps(figures, usable)}
    try:
        if figures.monthly and not given["steps"]:
            return _seasonal(observed, given)
        plain = _plain(observed, given)
    except CannotWorkOut:
        return None
    return _within_the_whole(plain) if figures.shares else plain


def _within_the_whole(found: Drawn) -> Drawn:
    """No share is usual beyond 100 %."""
    segments = (
        replace(each, limits=replace(each.limits, upper=min(each.limits.upper, WHOLE)))
        for each in found.chart.segments
    )
    return replace(found, chart=replace(found.chart, segments=tuple(segments)))


def _usable(given: Sequence[Figure], this_month: int) -> list[Figure]:
    """Of months that are over, the newest; a share as per cent of its base."""
    over = [each for each in given if each.over.end < this_month]
    return [each for each in over if each.whole != 0][-LONGEST:]


def _observed(each: Figure) -> Observed:
    value = float(each.count) if each.whole is None else 100 * each.count / each.whole
    name = each.over.name
    if each.over.months > 1:
        name = f"{name}..{type(each.over)(each.over.end).name}"
    return Observed(name, value, each.provisional)


def _steps(figures: Figures, usable: Sequence[Figure]) -> dict[str, str]:
    names = {each.over.name for each in usable if each.over.months == 1}
    first = usable[0].over.name if usable else ""
    both = {**figures.steps, **figures.breaks}
    return {at: why for at, why in both.items() if at in names and at != first}


def _seasonal(observed: list[Observed], given: dict[str, Any]) -> Drawn:
    try:
        adjusted = seasonal_xmr(observed, **given)
    except CannotWorkOut:
        return _plain(observed, given)
    return Drawn(adjusted.chart, adjusted.counted, adjusted=True)


def _plain(observed: list[Observed], given: dict[str, Any]) -> Drawn:
    chart = xmr(observed, **given)
    return Drawn(chart, tuple(each.value for each in observed), adjusted=False)


def signal(figures: Figures, found: Drawn | None) -> Signal:
    if not figures.figures:
        return NOT_COUNTED
    if found is None or found.chart.trial:
        return TOO_FEW
    point = found.chart.latest
    if not point.rule:
        return Signal("none", found.chart.words)
    return Signal(KINDS.get(point.kind, "changed"), capital(found.chart.words), point.direction)
