"""A partnership's own counts, as they were loaded: a data set and, of several, a measure."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from frankpledge.evidence import store
from frankpledge.figures.periods import Period
from frankpledge.judging.indicators import Indicator
from frankpledge.judging.series import Figure, Figures, month_number
from frankpledge.partnership.models import Partnership

Key = tuple[str, str]
Counted = Mapping[Key, Mapping[Period, int]]
ASKS = (
    "SELECT dataset, measure, period_start, period_months, coalesce(area_code, ''), "
    "CAST(sum(n) AS BIGINT) FROM counted GROUP BY ALL"
)


@dataclass(frozen=True)
class Own:
    # By data set, measure and area; no area is all of them together.
    found: Mapping[tuple[str, str, str], Mapping[Period, int]] = field(default_factory=dict)


def own(partnership: Partnership) -> Own:
    with store.opened(partnership) as asked:
        rows = asked.execute(ASKS).fetchall()
    found: dict[tuple[str, str, str], dict[Period, int]] = defaultdict(dict)
    for dataset, measure, start, months, area, n in rows:
        found[dataset, measure, area][Period(_number(start), months)] = n
    return Own(found)


def _number(day: datetime.date) -> int:
    return month_number(day)


def figures(given: Own, indicator: Indicator, codes: tuple[str, ...]) -> Figures:
    """Of the areas named, else of none, else of all of them added up."""
    counted: Counter[Period] = Counter()
    for each in indicator.of:
        dataset, _, measure = each.partition("/")
        for over, n in _chosen(given, dataset, measure, codes).items():
            counted[over] += n
    if not counted:
        wanted = " or ".join(indicator.of)
        return Figures("counts", indicator.counts, why_none=f"No counts are loaded as {wanted}.")
    ordered = sorted(counted.items())
    return Figures(
        "counts",
        indicator.counts,
        tuple(Figure(over, n) for over, n in ordered),
        (
            f"Source: our own counts, loaded as {', '.join(indicator.of)}.",
            f"Periods: {ordered[0][0].words} to {ordered[-1][0].words}, {len(ordered)} figures.",
        ),
        group=indicator.key,
        breaks=indicator.breaks,
    )


def _chosen(given: Own, dataset: str, measure: str, codes: tuple[str, ...]) -> Counter[Period]:
    found: Counter[Period] = Counter()
    alike = [
        (area, counts)
        for (name, kind, area), counts in given.found.items()
        if name == dataset and measure in ("", kind)
    ]
    areas = {area for area, _ in alike}
    wanted = {code for code in codes if code in areas} or ({""} if "" in areas else areas)
    for area, counts in alike:
        if area in wanted:
            found.update(counts)
    return found
