"""A chart of the usual range with the season taken out of its figures first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.seasons.index import Seasons, seasons
from frankpledge.figures.seasons.months import in_a_row
from frankpledge.figures.signals.chart import Chart, are_counts, xmr
from frankpledge.figures.signals.points import Good
from frankpledge.figures.signals.series import Observed
from frankpledge.figures.wording import capital


@dataclass(frozen=True)
class AdjustedChart:
    """The chart's figures are adjusted ones; the counts themselves stand beside them."""

    chart: Chart
    seasons: Seasons
    counted: tuple[float, ...]

    @property
    def sentence(self) -> str:
        return f"With the season taken out: {self.chart.sentence}"

    @property
    def method(self) -> tuple[str, ...]:
        return (
            *self.seasons.method,
            "each figure divided by the index of its month, and the usual range taken of these",
        )

    def to_dict(self) -> dict[str, Any]:
        return {
            **self.chart.to_dict(),
            "seasons": self.seasons.to_dict(),
            "counted": list(self.counted),
            "method": [self.chart.to_dict()["method"], *self.method],
            "sentence": self.sentence,
        }


def without_season(observed: Sequence[Observed], found: Seasons) -> list[Observed]:
    """Each figure as it would be in a month like any other."""
    if not all(found.index):
        raise CannotWorkOut("A month of the year never has any: its season cannot be taken out.")
    return [
        replace(each, value=100 * each.value / found.of(month))
        for each, month in zip(observed, in_a_row(observed), strict=True)
    ]


def seasonal_xmr(
    observed: Sequence[Observed],
    *,
    good: Good,
    what: str = "the figure",
    target: float | None = None,
    baseline: int | None = None,
    steps: Mapping[str, str] | None = None,
    today: date | None = None,
) -> AdjustedChart:
    """As xmr; where chance explains the season there is none to take out, and this is refused."""
    found = seasons(observed, what=what)
    if not found.clear:
        raise CannotWorkOut(f"{capital(what)} has no clear season to take out: chart it as it is.")
    chart = xmr(
        without_season(observed, found),
        good=good,
        what=what,
        target=target,
        baseline=baseline,
        steps=steps,
        today=today,
        of_counts=are_counts(observed),
    )
    return AdjustedChart(chart, found, tuple(each.value for each in observed))
