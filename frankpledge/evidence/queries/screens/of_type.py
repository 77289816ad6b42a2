"""One type of crime: its months, its season, where it is, and what changed."""

from dataclasses import dataclass

from frankpledge.evidence import asking
from frankpledge.evidence.asking.chart import Seasonal
from frankpledge.evidence.asking.compare import Compared, Comparison
from frankpledge.evidence.asking.scope import Area, Scope
from frankpledge.evidence.asking.told import Told
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.common import (
    Link,
    area_of,
    by_rate,
    charted,
    mapped,
    nowhere,
    unless_refused,
)
from frankpledge.figures.rates import Rate
from frankpledge.partnership.models import Partnership
from frankpledge.pictures.picture import Picture, Words
from frankpledge.pictures.seasons import Month, Seasons, seasons


@dataclass(frozen=True)
class OfType:
    area: Area
    type: str
    months: Picture | None
    season: Picture | None
    # Of the newest twelve months, by ward.
    places: Picture | None
    comparison: Comparison | None
    rows: tuple[Compared, ...]
    share: str
    told: Told


def of_type(partnership: Partnership, name: str, *, link: Link = nowhere) -> OfType:
    """Refused where no such type is published."""
    with asking.opened(partnership) as asked:
        area = area_of(asked, partnership)
        scope = Scope(area, None, asking.scope(asked, types=[name]).types)
        months = unless_refused(lambda: asking.chart(asked, scope))
        season = unless_refused(lambda: asking.seasons(asked, scope))
        compared = unless_refused(lambda: asking.compare(asked, scope, by=("area",), kind="ward"))
        few = unless_refused(lambda: asking.share(asked, scope))
        series = asking.series(asked, scope)
        year = scope.over(compared.after) if compared else scope
        places = unless_refused(lambda: places_of(asked, year, link=link))
    return OfType(
        area=area,
        type=scope.types[0],
        months=charted(months, scope.what) if months else None,
        season=_seasons(season) if season else None,
        places=places,
        comparison=compared,
        rows=tuple(by_rate(compared.rows)) if compared else (),
        share=few.concentration.sentence if few else "",
        told=series.told,
    )


def places_of(
    asked: Engine, scope: Scope, *, kind: str = "ward", link: Link = nowhere
) -> Picture | None:
    if scope.area is None:
        return None
    found = asking.counts(asked, scope, by=("area",), kind=kind, per=1000)
    rates = {row.area: row.rate for row in found.rows if row.rate}
    whole = unless_refused(lambda: _whole(asked, scope))
    return mapped(kind, scope.area.code, rates, whole, found.told, what=scope.what, link=link)


def _whole(asked: Engine, scope: Scope) -> Rate | None:
    found = asking.counts(asked, scope, by=(), per=1000)
    return found.rows[0].rate if found.rows else None


def _seasons(found: Seasonal) -> Picture:
    index = found.seasons.index
    months = tuple(Month(at + 1, value / 100) for at, value in enumerate(index))
    words = Words(found.seasons.sentence, "Each month beside an even month", found.told.lines)
    return seasons(Seasons(words, months))
