"""Months in a row: what is usual, what is not, the sum of twelve months, and the season."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups
from frankpledge.evidence.asking.scope import Scope, number_of
from frankpledge.evidence.asking.told import Told, covered, tell
from frankpledge.evidence.engines.engine import Engine
from frankpledge.figures.periods import Period
from frankpledge.figures.seasons.adjusted import AdjustedChart, seasonal_xmr
from frankpledge.figures.seasons.index import Seasons
from frankpledge.figures.seasons.index import seasons as seasons_of
from frankpledge.figures.seasons.rolling import METHOD, Rolled, rolling_year
from frankpledge.figures.signals.chart import Chart, xmr
from frankpledge.figures.signals.points import Good
from frankpledge.figures.signals.series import Observed


@dataclass(frozen=True)
class Series:
    """Each month that is here, nought among them; a month that is missing is left out."""

    observed: tuple[Observed, ...]
    told: Told

    @property
    def rolling(self) -> tuple[Rolled, ...]:
        return rolling_year(self.observed)


@dataclass(frozen=True)
class Charted:
    chart: Chart
    adjusted: AdjustedChart | None
    series: Series
    told: Told

    @property
    def sentence(self) -> str:
        return self.adjusted.sentence if self.adjusted else self.chart.sentence


@dataclass(frozen=True)
class Seasonal:
    seasons: Seasons
    series: Series
    told: Told


def series(asked: Engine, scope: Scope) -> Series:
    cover = covered(asked, scope)
    whole = scope.over(cover.period)
    found: Counter[int] = Counter()
    for (month, *_), n in tallied(asked, whole, groups(("month",), None)):
        found[number_of(month) if month else 0] += n
    # A month that one of the scope's forces lacks is lower than it was.
    short = {month for _, month in cover.missing}
    kept = [start for start in cover.starts if start not in short]
    observed = tuple(Observed(Period(start, cover.grain).known, found[start]) for start in kept)
    return Series(observed, tell(asked, whole, cover))


def rolling(asked: Engine, scope: Scope) -> Series:
    found = series(asked, scope)
    return Series(found.observed, found.told.with_method(METHOD))


def chart(
    asked: Engine,
    scope: Scope,
    *,
    good: Good = "decrease",
    target: float | None = None,
    baseline: int | None = None,
    steps: Mapping[str, str] | None = None,
    adjusted: bool = False,
) -> Charted:
    """Adjusted, each month is taken for what it would be in a month like any other."""
    found = series(asked, scope)
    given = {"target": target, "baseline": baseline, "steps": steps, "what": scope.what}
    parameters = {
        "good": good,
        "baseline": f"first {baseline}" if baseline else "all months of each part",
        "steps": ", ".join(f"{at} ({why})" for at, why in (steps or {}).items()) or "none",
    }
    if adjusted:
        seasonal = seasonal_xmr(found.observed, good=good, **given)  # type: ignore[arg-type]
        method = seasonal.to_dict()["method"]
        told = found.told.with_method(*method, **parameters)
        return Charted(seasonal.chart, seasonal, found, told)
    plain = xmr(found.observed, good=good, **given)  # type: ignore[arg-type]
    told = found.told.with_method(plain.to_dict()["method"], **parameters)
    return Charted(plain, None, found, told)


def seasons(asked: Engine, scope: Scope) -> Seasonal:
    found = series(asked, scope)
    index = seasons_of(found.observed, what=scope.what)
    return Seasonal(index, found, found.told.with_method(*index.method, notes=index.notes))
