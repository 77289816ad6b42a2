"""Where: areas by their rates, areas in their order, and hot spots; each as a picture."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from frankpledge.evidence import asking
from frankpledge.evidence.asking.hotspots import Spot as Found
from frankpledge.evidence.asking.hotspots import Spots
from frankpledge.evidence.asking.rank import Ranking
from frankpledge.evidence.asking.scope import Area, Scope
from frankpledge.evidence.asking.told import Told
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.common import Link, mapped, nowhere, unless_refused
from frankpledge.evidence.queries.screens.grounds import ground_of, ground_of_grid
from frankpledge.evidence.queries.screens.ours import county_of
from frankpledge.figures.rates import Rate
from frankpledge.figures.wording import capital
from frankpledge.pictures.maps.choropleth import (
    KINDS,
    Choropleth,
    Figure,
    HotSpots,
    Spot,
    choropleth,
    hot_spots,
)
from frankpledge.pictures.picture import Picture, Table, Words
from frankpledge.pictures.rows import of_ranks, ranking
from frankpledge.pictures.shades import even_breaks

# What an area is drawn by, where nothing else is asked for.
BY = {"county": "district", "district": "ward", "ward": "lsoa", "msoa": "lsoa"}


def told_by(area: Area) -> str:
    """The kind of area that one is drawn by; several are drawn as the widest of them is."""
    return next((BY[kind] for kind in BY if kind in area.kinds), "lsoa")


def places_of(
    asked: Engine, scope: Scope, *, kind: str = "", link: Link = nowhere
) -> Picture | None:
    if scope.area is None:
        return None
    kind = kind or told_by(scope.area)
    found = asking.counts(asked, scope, by=("area",), kind=kind, per=1000)
    rates = {row.area: row.rate for row in found.rows if row.rate}
    whole = unless_refused(lambda: _whole(asked, scope))
    what = f"{scope.what}, {scope.period.words}" if scope.period else scope.what
    return mapped(kind, scope.area.codes, rates, whole, found.told, what=what, link=link)


def _whole(asked: Engine, scope: Scope) -> Rate | None:
    found = asking.counts(asked, scope, by=(), per=1000)
    return found.rows[0].rate if found.rows else None


def ranks_of(found: Ranking, ours: Collection[str], scope: Scope) -> Picture:
    mine = [each.rank for each in found.rows if each.area in ours]
    title = mine[0].sentence if mine else found.sentence
    unit = f"Per {found.per:,} {found.of}"
    when = f", {scope.period.words}" if scope.period else ""
    words = Words(title, f"{capital(scope.what)}{when}, {unit.lower()}", found.told.lines)
    ranks = [each.rank for each in found.rows]
    names = [each.name for each in mine]
    return ranking(of_ranks(ranks, found.figures, words, ours=names, unit=unit))


def beside_of(asked: Engine, ours: Area, year: Scope) -> Picture | None:
    """A district, or several, among the others of the county."""
    if ours.kinds != {"district"}:
        return None
    whole = Scope(county_of(asked, ours), year.period, year.types)
    return ranks_of(asking.rank(asked, whole), ours.codes, whole)


def map_of(
    kind: str, within: tuple[str, ...], figures: Mapping[str, Rate | int], told: Told, what: str
) -> Picture | None:
    """Rates, or plain counts, by the area's code. None where no outlines are loaded."""
    ground = ground_of(kind, within)
    if ground is None or not figures:
        return None
    rates = {code: each for code, each in figures.items() if isinstance(each, Rate)}
    one = next(iter(rates.values()), None)
    unit = f"per {one.per:,} {one.of}" if one else "recorded"
    drawn = {code: _figure(each) for code, each in figures.items()}
    words = Words(f"{what}, by {kind}", capital(unit), told.lines)
    return choropleth(ground, Choropleth(words, drawn, unit, places=1 if one else 0))


def _figure(each: Rate | int) -> Figure:
    return Figure(each.rate, count=f"{each.count:,}") if isinstance(each, Rate) else Figure(each)


def spots_of(found: Spots, scope: Scope) -> Picture | None:
    """Of LSOAs, or of hexagons. With too few months to tell how they last, those of now."""
    area = scope.area
    if area is None:
        return None
    ground = ground_of_grid(found.grid) if found.grid else ground_of("lsoa", area.codes)
    if ground is None or not ground.wide.shapes:
        return None
    what = "hexagons" if found.grid else "LSOAs"
    words = Words(found.sentence, f"Hot spots of {_lower(scope.what)}, by {what}", found.told.lines)
    if found.history:
        spots = {row.area: _spot(row) for row in found.rows}
        return _told(hot_spots(ground, HotSpots(words, spots)), found)
    figures = {row.area: Figure(row.count, above=row.now == "hot") for row in found.rows}
    breaks = _breaks(found) if found.grid else ()
    counted = Choropleth(words, figures, "recorded", places=0, breaks=breaks, above="a hot spot")
    return _told(choropleth(ground, counted), found)


def _breaks(found: Spots) -> tuple[float, ...]:
    """Most cells of a grid have none: the rest alone is parted evenly."""
    return tuple(sorted({1.0, *even_breaks([row.count for row in found.rows if row.count])[-3:]}))


def _lower(what: str) -> str:
    return what[:1].lower() + what[1:] if what.startswith("All ") else what


def _told(drawn: Picture, found: Spots) -> Picture:
    """Of a grid's thousands of cells, the table names those of which there is something to say."""
    if not found.grid:
        return drawn
    rows = tuple(row for row in drawn.table.rows if row[-1] not in ("", KINDS["none"]))
    return replace(drawn, table=Table(drawn.table.head, rows))


def _spot(row: Found) -> Spot:
    if row.kind in ("", "none"):
        return Spot("cold" if row.now == "cold" else "none")
    return Spot(row.kind)  # type: ignore[arg-type]
