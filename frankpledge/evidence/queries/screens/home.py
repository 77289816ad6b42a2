"""The evidence at a glance: what changed that chance does not explain first, then everything."""

from dataclasses import dataclass

from frankpledge.evidence import asking
from frankpledge.evidence.asking.chart import Charted
from frankpledge.evidence.asking.compare import Compared, Comparison
from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups
from frankpledge.evidence.asking.scope import Area, Scope
from frankpledge.evidence.asking.told import Told
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.common import (
    area_of,
    by_rate,
    charted,
    finding,
    unless_refused,
)
from frankpledge.partnership.models import Partnership
from frankpledge.pictures.line import of_chart
from frankpledge.pictures.multiples import Multiples, Panel, multiples
from frankpledge.pictures.picture import Picture, Words
from frankpledge.record.errors import Refused


@dataclass(frozen=True)
class Home:
    area: Area
    # None where the year before is not whole: the page then says why, and shows the months.
    comparison: Comparison | None
    why_none: str
    # What chance does not explain stands first.
    rows: tuple[Compared, ...]
    finding: str
    months: Picture | None
    types: Picture
    names: tuple[str, ...]
    told: Told


def home(partnership: Partnership) -> Home:
    """Refused, with the sentence to show, where nothing is loaded or no area is named."""
    with asking.opened(partnership) as asked:
        area = area_of(asked, partnership)
        scope = Scope(area)
        compared, why = _compared(asked, scope)
        names = _types(asked, scope)
        found = {name: _charted(asked, Scope(area, None, (name,))) for name in names}
        whole = _charted(asked, scope)
        told = asking.series(asked, scope).told
    return Home(
        area=area,
        comparison=compared,
        why_none=why,
        rows=tuple(by_rate(compared.rows)) if compared else (),
        finding=finding(compared) if compared else why,
        months=charted(whole, scope.what) if whole else None,
        types=_panels(found, area, told),
        names=tuple(names),
        told=compared.told if compared else told,
    )


def _compared(asked: Engine, scope: Scope) -> tuple[Comparison | None, str]:
    try:
        return asking.compare(asked, scope, by=("type",)), ""
    except Refused as refused:
        return None, refused.sentence


def _charted(asked: Engine, scope: Scope) -> Charted | None:
    return unless_refused(lambda: asking.chart(asked, scope))


def _types(asked: Engine, scope: Scope) -> list[str]:
    return sorted({key[3] for key, _ in tallied(asked, scope, groups(("type",), None))})


def _panels(found: dict[str, Charted | None], area: Area, told: Told) -> Picture:
    panels = []
    for name, each in found.items():
        if each:
            drawn = of_chart(each.chart, Words("", ""))
            panels.append(Panel(name, drawn.dots, drawn.usual, each.chart.words))
    words = Words(_moved(found), f"Each type in {area.name}, by month", told.lines)
    return multiples(Multiples(words, tuple(panels)))


def _moved(found: dict[str, Charted | None]) -> str:
    moved = [name for name, each in found.items() if each and each.chart.latest.rule]
    if not moved:
        return "No type is outside its usual range"
    if len(moved) > 3:
        return f"{len(moved)} types differ from the usual by more than chance explains"
    return f"Beyond what chance explains: {', '.join(moved)}"
