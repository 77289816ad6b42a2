"""Each type, or area, in a row of a table: its months, twelve beside those before, its rate."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from frankpledge.evidence import asking
from frankpledge.evidence.asking.chart import Charted
from frankpledge.evidence.asking.compare import Comparison
from frankpledge.evidence.asking.counts import Count
from frankpledge.evidence.asking.scope import Area, Scope
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.charts import Reading
from frankpledge.evidence.queries.screens.charts import chart_of, sparks
from frankpledge.evidence.queries.screens.common import unless_refused
from frankpledge.figures.change import Change
from frankpledge.figures.rates import Rate


@dataclass(frozen=True)
class Kind:
    name: str
    # None where no month of an area's own force is here.
    count: int | None
    # None where the year before is not whole.
    change: Change | None
    rate: Rate | None
    # Safe SVG, or empty where there are too few months to draw.
    spark: str
    large: str
    # The newest month stands outside its usual range.
    signal: str
    # Of an area and not of a type.
    code: str = ""


def kinds_of(
    asked: Engine,
    year: Scope,
    charts: Mapping[str, Charted | None],
    compared: Comparison | None,
) -> tuple[Kind, ...]:
    """What chance does not explain stands first, the rarest of it on top."""
    rates = _rates(asked, year)
    changes = {row.type: row.change for row in compared.rows} if compared else {}
    made = [_kind(name, rates, changes.get(name), found) for name, found in charts.items()]
    return tuple(sorted(made, key=_order))


def parts_of(
    asked: Engine, area: Area, year: Scope, until: Scope, reading: Reading
) -> tuple[Kind, ...]:
    """Of several areas together, each in a row of its own; tested together where they are alike."""
    if not area.parts:
        return ()
    kind = min(area.kinds) if len(area.kinds) == 1 else None
    compared = unless_refused(lambda: asking.compare(asked, year, by=("area",), kind=kind))
    changes = {row.area: row.change for row in compared.rows} if compared and kind else {}
    made = []
    for part in area.parts:
        found = chart_of(asked, replace(until, area=part), reading)
        total = total_of(asked, replace(year, area=part))
        rates = {part.name: (total.count, total.rate) if total else (None, None)}
        made.append(_kind(part.name, rates, changes.get(part.code), found, part.code))
    return tuple(made)


def total_of(asked: Engine, year: Scope) -> Count | None:
    """None too where no month of an area's own force is here."""
    with_rate = unless_refused(lambda: asking.counts(asked, year, by=(), per=1000))
    found = with_rate or unless_refused(lambda: asking.counts(asked, year, by=()))
    return found.rows[0] if found and found.rows else None


def _rates(asked: Engine, year: Scope) -> dict[str, tuple[int, Rate | None]]:
    with_rates = unless_refused(lambda: asking.counts(asked, year, by=("type",), per=1000))
    found = with_rates or asking.counts(asked, year, by=("type",))
    return {row.type: (row.count, row.rate) for row in found.rows}


def _kind(
    name: str,
    rates: Mapping[str, tuple[int | None, Rate | None]],
    change: Change | None,
    found: Charted | None,
    code: str = "",
) -> Kind:
    count, rate = rates.get(name, (0, None))
    small, large = sparks(found)
    signal = found.chart.words if found and found.chart.latest.rule else ""
    return Kind(name, count, change, rate, small, large, signal, code)


def _order(kind: Kind) -> tuple[bool, float, str]:
    if kind.change and kind.change.clear:
        return False, kind.change.chance, kind.name
    return True, 0.0, kind.name
