"""Each type in a row of a table: its months, its twelve months beside those before, its rate."""

from collections.abc import Mapping
from dataclasses import dataclass

from frankpledge.evidence import asking
from frankpledge.evidence.asking.chart import Charted
from frankpledge.evidence.asking.compare import Comparison
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.charts import sparks
from frankpledge.evidence.queries.screens.common import unless_refused
from frankpledge.figures.change import Change
from frankpledge.figures.rates import Rate


@dataclass(frozen=True)
class Kind:
    name: str
    count: int
    # None where the year before is not whole.
    change: Change | None
    rate: Rate | None
    # Safe SVG, or empty where there are too few months to draw.
    spark: str
    large: str
    # The newest month stands outside its usual range.
    signal: str


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


def _rates(asked: Engine, year: Scope) -> dict[str, tuple[int, Rate | None]]:
    with_rates = unless_refused(lambda: asking.counts(asked, year, by=("type",), per=1000))
    found = with_rates or asking.counts(asked, year, by=("type",))
    return {row.type: (row.count, row.rate) for row in found.rows}


def _kind(
    name: str,
    rates: Mapping[str, tuple[int, Rate | None]],
    change: Change | None,
    found: Charted | None,
) -> Kind:
    count, rate = rates.get(name, (0, None))
    small, large = sparks(found)
    signal = found.chart.words if found and found.chart.latest.rule else ""
    return Kind(name, count, change, rate, small, large, signal)


def _order(kind: Kind) -> tuple[bool, float, str]:
    if kind.change and kind.change.clear:
        return False, kind.change.chance, kind.name
    return True, 0.0, kind.name
