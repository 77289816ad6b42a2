"""One ward, or another small area: its months, its types, and what changed."""

from dataclasses import dataclass

from frankpledge.evidence import asking
from frankpledge.evidence.asking.compare import Compared, Comparison
from frankpledge.evidence.asking.groups import members, names
from frankpledge.evidence.asking.scope import Area, Scope, area_called
from frankpledge.evidence.asking.told import Told
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.charts import reading_of_charts
from frankpledge.evidence.queries.screens.charts import chart_of
from frankpledge.evidence.queries.screens.common import (
    Link,
    by_rate,
    charted,
    nowhere,
    unless_refused,
)
from frankpledge.evidence.queries.screens.frame import Frame, frame
from frankpledge.evidence.queries.screens.kinds import Kind, kinds_of
from frankpledge.evidence.queries.screens.places import BY, places_of
from frankpledge.partnership.models import Partnership
from frankpledge.pictures.picture import Picture
from frankpledge.record.errors import Refused


@dataclass(frozen=True)
class Ward:
    area: Area
    within: Area
    months: Picture | None
    # Of the LSOAs in it.
    places: Picture | None
    comparison: Comparison | None
    rows: tuple[Compared, ...]
    told: Told
    frame: Frame
    kinds: tuple[Kind, ...]
    # Wards beside each other, to choose another from: code and name.
    others: tuple[tuple[str, str], ...]


def ward(partnership: Partnership, code: str, *, to: str = "", link: Link = nowhere) -> Ward:
    """Refused where it lies in no area of the partnership."""
    reading = reading_of_charts(partnership)
    with asking.opened(partnership) as asked:
        area = area_called(asked, code)
        within = link if BY.get(area.kind) != "lsoa" else nowhere
        at = _holding(asked, partnership, area, to)
        year, until = Scope(area, at.year), Scope(area, at.until)
        months = chart_of(asked, until, reading)
        compared = unless_refused(lambda: asking.compare(asked, year))
        types = sorted({row.type for row in asking.counts(asked, until, by=("type",)).rows})
        charts = {
            name: chart_of(asked, Scope(area, at.until, (name,)), reading, name) for name in types
        }
        kinds = kinds_of(asked, year, charts, compared)
        places = unless_refused(lambda: places_of(asked, year, link=within))
        told = asking.series(asked, until).told
        others = _others(asked, at.area, area.kind)
    return Ward(
        area=area,
        within=at.area,
        months=charted(months, until.what) if months else None,
        places=places,
        comparison=compared,
        rows=tuple(by_rate(compared.rows)) if compared else (),
        told=told,
        frame=at,
        kinds=kinds,
        others=others,
    )


def _holding(asked: Engine, partnership: Partnership, area: Area, to: str) -> Frame:
    """The narrowest of the partnership's areas that it lies in."""
    at = frame(asked, partnership, to=to)
    for each in reversed(at.areas):
        if area.code in members(asked, Scope(each), area.kind):
            return frame(asked, partnership, each.code, to)
    raise Refused(f"{area.name} does not lie in {at.area.name}.")


def _others(asked: Engine, within: Area, kind: str) -> tuple[tuple[str, str], ...]:
    called = names(asked, kind)
    codes = members(asked, Scope(within), kind)
    return tuple(sorted(((c, called.get(c, c)) for c in codes), key=lambda each: each[1]))
