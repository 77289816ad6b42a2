"""The county compared: its districts in the order of their rates, and what changed in each."""

from dataclasses import dataclass

from frankpledge.evidence import asking
from frankpledge.evidence.asking.compare import Compared, Comparison
from frankpledge.evidence.asking.put import put
from frankpledge.evidence.asking.rank import Ranking
from frankpledge.evidence.asking.scope import Area, Scope, area_called
from frankpledge.evidence.asking.told import Told, covered
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.common import (
    Link,
    area_of,
    by_rate,
    nowhere,
    unless_refused,
)
from frankpledge.evidence.queries.screens.of_type import places_of
from frankpledge.figures.periods import Period
from frankpledge.partnership.models import Partnership
from frankpledge.pictures.picture import Picture, Words
from frankpledge.pictures.rows import of_ranks, ranking

YEAR = 12


@dataclass(frozen=True)
class County:
    """Of the newest twelve months; `ours` is the partnership's own area."""

    area: Area
    ours: Area
    ranked: Ranking | None
    ranks: Picture | None
    places: Picture | None
    comparison: Comparison | None
    rows: tuple[Compared, ...]
    told: Told


def county(
    partnership: Partnership, *, types: tuple[str, ...] = (), link: Link = nowhere
) -> County:
    with asking.opened(partnership) as asked:
        ours = area_of(asked, partnership)
        area = _county_of(asked, ours)
        chosen = asking.scope(asked, types=types).types
        here = covered(asked, Scope(area))
        scope = Scope(area, _newest_year(here.period), chosen)
        ranked = unless_refused(lambda: asking.rank(asked, scope))
        places = unless_refused(lambda: places_of(asked, scope, kind="district", link=link))
        compared = unless_refused(lambda: asking.compare(asked, scope, by=("area", "type")))
        told = asking.series(asked, scope).told
    return County(
        area=area,
        ours=ours,
        ranked=ranked,
        ranks=_ranks(ranked, ours, scope) if ranked else None,
        places=places,
        comparison=compared,
        rows=tuple(by_rate(compared.rows)) if compared else (),
        told=told,
    )


def _newest_year(here: Period) -> Period:
    months = min(YEAR, here.months)
    return Period(here.end - months + 1, months)


def _county_of(asked: Engine, ours: Area) -> Area:
    """Itself, where no county is known to hold it."""
    if ours.kind == "county":
        return ours
    rows = put(
        asked, "members", {"area": ours.code}, column="county", within=f"{ours.kind} = $area"
    )
    return area_called(asked, rows[0][0]) if rows else ours


def _ranks(found: Ranking, ours: Area, scope: Scope) -> Picture:
    mine = next((each.rank for each in found.rows if each.area == ours.code), None)
    title = (mine or found.rows[0].rank).sentence
    words = Words(title, f"{scope.what}, per 1,000 people", found.told.lines)
    ranks = [each.rank for each in found.rows]
    name = mine.name if mine else ""
    return ranking(of_ranks(ranks, found.figures, words, ours=name, unit="Per 1,000 people"))
