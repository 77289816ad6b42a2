"""One ward, or another small area: its months, its types, and what changed."""

from dataclasses import dataclass

from frankpledge.evidence import asking
from frankpledge.evidence.asking.compare import Compared, Comparison
from frankpledge.evidence.asking.groups import members
from frankpledge.evidence.asking.scope import Area, Scope, area_called
from frankpledge.evidence.asking.told import Told
from frankpledge.evidence.queries.screens.common import area_of, by_rate, charted, unless_refused
from frankpledge.evidence.queries.screens.of_type import places_of
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


def ward(partnership: Partnership, code: str) -> Ward:
    """Refused where it lies in no area of the partnership."""
    with asking.opened(partnership) as asked:
        within = area_of(asked, partnership)
        area = area_called(asked, code)
        if area.code not in members(asked, Scope(within), area.kind):
            raise Refused(f"{area.name} does not lie in {within.name}.")
        scope = Scope(area)
        months = unless_refused(lambda: asking.chart(asked, scope))
        compared = unless_refused(lambda: asking.compare(asked, scope))
        year = scope.over(compared.after) if compared else scope
        places = unless_refused(lambda: places_of(asked, year, kind="lsoa"))
        told = asking.series(asked, scope).told
    return Ward(
        area=area,
        within=within,
        months=charted(months, scope.what) if months else None,
        places=places,
        comparison=compared,
        rows=tuple(by_rate(compared.rows)) if compared else (),
        told=told,
    )
