"""The evidence at a glance: what changed that chance does not explain first, then everything."""

from dataclasses import dataclass

from frankpledge.evidence import asking
from frankpledge.evidence.asking.compare import Compared, Comparison
from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups
from frankpledge.evidence.asking.scope import Area, Scope
from frankpledge.evidence.asking.told import Told
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.charts import reading_of_charts
from frankpledge.evidence.queries.screens.charts import chart_of
from frankpledge.evidence.queries.screens.common import (
    Link,
    by_rate,
    charted,
    finding,
    nowhere,
    unless_refused,
)
from frankpledge.evidence.queries.screens.frame import Frame, frame
from frankpledge.evidence.queries.screens.kinds import Kind, kinds_of, parts_of
from frankpledge.evidence.queries.screens.places import beside_of, places_of
from frankpledge.partnership.models import Partnership
from frankpledge.pictures.picture import Picture
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
    names: tuple[str, ...]
    told: Told
    frame: Frame
    # The rows of a table, with a sparkline each; in the order of `rows`.
    kinds: tuple[Kind, ...]
    # Of several areas together, each.
    parts: tuple[Kind, ...]
    # Of the twelve months, by ward; in a county, by district.
    places: Picture | None
    # Beside the other districts of the county.
    ranks: Picture | None


def home(partnership: Partnership, *, area: str = "", to: str = "", link: Link = nowhere) -> Home:
    """Refused, with the sentence to show, where nothing is loaded or no area is named."""
    reading = reading_of_charts(partnership)
    with asking.opened(partnership) as asked:
        at = frame(asked, partnership, area, to)
        year, until = Scope(at.area, at.year), Scope(at.area, at.until)
        compared, why = _compared(asked, year)
        names = _types(asked, until)
        found = {
            name: chart_of(asked, Scope(at.area, at.until, (name,)), reading, name)
            for name in names
        }
        whole = chart_of(asked, until, reading)
        kinds = kinds_of(asked, year, found, compared)
        parts = parts_of(asked, at.area, year, until, reading)
        places = unless_refused(lambda: places_of(asked, year, link=link))
        ranks = unless_refused(lambda: beside_of(asked, at.area, year))
        told = asking.series(asked, until).told
    return Home(
        area=at.area,
        comparison=compared,
        why_none=why,
        rows=tuple(by_rate(compared.rows)) if compared else (),
        finding=finding(compared) if compared else why,
        months=charted(whole, until.what) if whole else None,
        names=tuple(names),
        told=compared.told if compared else told,
        frame=at,
        kinds=kinds,
        parts=parts,
        places=places,
        ranks=ranks,
    )


def _compared(asked: Engine, year: Scope) -> tuple[Comparison | None, str]:
    try:
        return asking.compare(asked, year, by=("type",)), ""
    except Refused as refused:
        return None, refused.sentence


def _types(asked: Engine, scope: Scope) -> list[str]:
    return sorted({key[3] for key, _ in tallied(asked, scope, groups(("type",), None))})
