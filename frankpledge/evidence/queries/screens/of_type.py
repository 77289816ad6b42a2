"""One type of crime: its months, its season, where it is, and what changed."""

from dataclasses import dataclass

from frankpledge.evidence import asking
from frankpledge.evidence.asking.chart import Seasonal
from frankpledge.evidence.asking.compare import Compared, Comparison
from frankpledge.evidence.asking.counts import Count
from frankpledge.evidence.asking.scope import Area, Scope
from frankpledge.evidence.asking.told import Told
from frankpledge.evidence.queries.charts import Reading, reading_of_charts
from frankpledge.evidence.queries.screens.charts import chart_of
from frankpledge.evidence.queries.screens.common import (
    Link,
    by_rate,
    charted,
    nowhere,
    unless_refused,
)
from frankpledge.evidence.queries.screens.frame import Frame, frame
from frankpledge.evidence.queries.screens.kinds import total_of
from frankpledge.evidence.queries.screens.places import beside_of, places_of, spots_of, told_by
from frankpledge.figures.change import Change
from frankpledge.partnership.models import Partnership
from frankpledge.pictures.picture import Picture, Words
from frankpledge.pictures.seasons import Month, Seasons, seasons


@dataclass(frozen=True)
class OfType:
    area: Area
    type: str
    months: Picture | None
    season: Picture | None
    # Of the twelve months, by ward; in a county, by district.
    places: Picture | None
    comparison: Comparison | None
    rows: tuple[Compared, ...]
    share: str
    told: Told
    frame: Frame
    # The area's own change; None where the year before is not whole.
    change: Change | None
    # Of the twelve months, or as many as there are; with a rate where people are known.
    total: Count | None
    # Beside the other districts of the county.
    ranks: Picture | None
    spots: Picture | None
    reading: Reading


def of_type(
    partnership: Partnership, name: str, *, area: str = "", to: str = "", link: Link = nowhere
) -> OfType:
    """Refused where no such type is published."""
    reading = reading_of_charts(partnership)
    with asking.opened(partnership) as asked:
        at = frame(asked, partnership, area, to)
        types = asking.scope(asked, types=[name]).types
        year, until = Scope(at.area, at.year, types), Scope(at.area, at.until, types)
        months = chart_of(asked, until, reading, types[0])
        season = unless_refused(lambda: asking.seasons(asked, until))
        by = told_by(at.area)
        compared = unless_refused(lambda: asking.compare(asked, year, by=("area",), kind=by))
        own = unless_refused(lambda: asking.compare(asked, year, by=()))
        few = unless_refused(lambda: asking.share(asked, year))
        total = total_of(asked, year)
        places = unless_refused(lambda: places_of(asked, year, link=link))
        told = asking.series(asked, until).told
        ranks = unless_refused(lambda: beside_of(asked, at.area, year))
        spots = unless_refused(lambda: spots_of(asking.of_lsoas(asked, until), until))
    return OfType(
        area=at.area,
        type=types[0],
        months=charted(months, until.what) if months else None,
        season=seasons_drawn(season) if season else None,
        places=places,
        comparison=compared,
        rows=tuple(by_rate(compared.rows)) if compared else (),
        share=few.concentration.sentence if few else "",
        told=told,
        frame=at,
        change=own.rows[0].change if own and own.rows else None,
        total=total,
        ranks=ranks,
        spots=spots,
        reading=reading,
    )


def seasons_drawn(found: Seasonal) -> Picture:
    index = found.seasons.index
    months = tuple(Month(at + 1, value / 100) for at, value in enumerate(index))
    words = Words(found.seasons.sentence, "Each month beside an even month", found.told.lines)
    return seasons(Seasons(words, months))
