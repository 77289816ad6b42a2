"""Each type by month: counts, rates of the newest year, and the season."""

from collections import Counter
from typing import Any

from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups
from frankpledge.evidence.asking.scope import Area, Scope, number_of
from frankpledge.evidence.asking.sizes import of_area
from frankpledge.evidence.asking.told import Covered
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.common import unless_refused
from frankpledge.figures.periods import Period
from frankpledge.figures.rates import rate
from frankpledge.figures.seasons.index import seasons
from frankpledge.figures.signals.series import Observed

Doc = dict[str, Any]
Counts = dict[str, list[int]]


def by_month(asked: Engine, area: Area, cover: Covered, year: Period) -> Doc:
    """A month that one of the area's forces lacks is left out: it is lower than it was."""
    short = {month for _, month in cover.missing}
    months = [month for month in cover.months if month not in short]
    counts = _counts(asked, Scope(area, cover.period), months)
    people, of_year = of_area(asked, area, "people", year.end // 12)
    here = people or None
    return {
        "months": [Period(month).name for month in months],
        "types": counts,
        "people": here,
        "people_of": of_year if here else "",
        "rates": _rates(counts, months, year, here) if here else {},
        "seasons": {kind: _season(kind, months, found) for kind, found in counts.items()},
    }


def _counts(asked: Engine, scope: Scope, months: list[int]) -> Counts:
    found: Counter[tuple[str, int]] = Counter()
    for (month, _, _, kind), n in tallied(asked, scope, groups(("month", "type"), None)):
        if month:
            found[kind, number_of(month)] += n
    return {
        kind: [found[kind, month] for month in months] for kind in sorted({k for k, _ in found})
    }


def _rates(counts: Counts, months: list[int], year: Period, people: int) -> Doc:
    """Nothing where the year is not whole: its rate would pass for a low one."""
    inside = [at for at, month in enumerate(months) if year.start <= month <= year.end]
    if len(inside) < year.months:
        return {}
    made = {}
    for kind, found in counts.items():
        one = rate(sum(found[at] for at in inside), people)
        made[kind] = {"count": one.count, "rate": one.rate, "low": one.low, "high": one.high}
    return made


def _season(kind: str, months: list[int], found: list[int]) -> Doc | None:
    pairs = zip(months, found, strict=True)
    observed = [Observed(Period(month).known, n) for month, n in pairs]
    made = unless_refused(lambda: seasons(observed, what=kind))
    if made is None:
        return None
    return {"index": list(made.index), "clear": made.clear, "sentence": made.sentence}
