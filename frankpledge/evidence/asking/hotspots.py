"""Hot spots that chance does not explain: of LSOAs, and of hexagons where points fall."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from frankpledge.evidence.areas.outlines import neighbours as pairs_of
from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.ground import grid_over
from frankpledge.evidence.asking.groups import groups, members, names
from frankpledge.evidence.asking.own import levelled
from frankpledge.evidence.asking.put import put
from frankpledge.evidence.asking.scope import Scope, number_of
from frankpledge.evidence.asking.told import Covered, Told, covered, tell
from frankpledge.evidence.engines.engine import Engine
from frankpledge.figures.periods import Period
from frankpledge.figures.places.grid import Grid, binned
from frankpledge.figures.places.history import MONTHS, History, history
from frankpledge.figures.places.hotspots import HotSpots, hot_spots
from frankpledge.figures.places.neighbours import Neighbours, of_pairs
from frankpledge.record.errors import Refused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HOW = "neighbours are LSOAs that share a border"
SNAPPED = "Points are moved to a nearby place before they are published: no map can be finer."


@dataclass(frozen=True)
class Spot:
    area: str
    area_name: str
    count: int
    z: float
    chance: float
    # hot, cold or nothing said; and over months persistent, emerging, former, intermittent, none.
    now: str
    kind: str


@dataclass(frozen=True)
class Spots:
    rows: tuple[Spot, ...]
    spots: HotSpots
    # Where there are months enough.
    history: History | None
    grid: Grid | None
    told: Told

    @property
    def sentence(self) -> str:
        return self.history.sentence if self.history else self.spots.sentence


def of_lsoas(asked: Engine, scope: Scope) -> Spots:
    scope = levelled(asked, scope, "lsoa")
    cover = covered(asked, scope)
    scope = scope.over(cover.period)
    if scope.area is None:
        raise Refused("Hot spots need an area: name a county or a district.")
    codes = members(asked, scope, "lsoa")
    near = _bordering(codes, scope.area.codes)
    table = _table(asked, scope, cover, codes)
    told = tell(asked, scope, cover, places="lsoa", of="LSOAs")
    return _found(table, near, cover, told, names(asked, "lsoa"), None)


def of_hexagons(asked: Engine, scope: Scope, *, width: float | None = None) -> Spots:
    if scope.own:
        raise Refused(f"{scope.own.dataset} has no points: ask for LSOAs.")
    cover = covered(asked, scope)
    scope = scope.over(cover.period)
    if scope.area is None:
        raise Refused("Hot spots need an area: name a county or a district.")
    laid = grid_over(asked, scope.area, width)
    table, notes = _points(asked, scope, cover, laid)
    told = tell(asked, scope, cover, of="hexagons").with_method(*laid.method, notes=notes)
    return _found(table, laid.neighbours, cover, told, _called(laid), laid)


def _called(laid: Grid) -> dict[str, str]:
    """Nobody has named them: each goes by where its middle is."""
    import shapely

    middles = shapely.get_coordinates(shapely.centroid(laid.shapes)).tolist()
    return {
        key: f"near {lat:.3f}, {lon:.3f}"
        for key, (lon, lat) in zip(laid.keys, middles, strict=True)
    }


def _bordering(codes: list[str], within: Sequence[str]) -> Neighbours:
    import numpy as np

    if not codes:
        raise Refused("No LSOAs are known in this area: load the look-ups first.")
    at = {code: place for place, code in enumerate(codes)}
    pairs = [
        (at[one], at[other])
        for one, other in pairs_of(kind="lsoa", within=within)
        if one in at and other in at
    ]
    if not pairs:
        raise Refused("No outlines of LSOAs are loaded: frankpledge areas load takes them in.")
    there = np.array(pairs, dtype=np.int64).T
    return of_pairs(codes, np.concatenate([there, there[::-1]], axis=1), HOW)


def _table(asked: Engine, scope: Scope, cover: Covered, codes: list[str]) -> "NDArray[np.int64]":
    import numpy as np

    rows = {code: at for at, code in enumerate(codes)}
    columns = {month: at for at, month in enumerate(cover.months)}
    table = np.zeros((len(rows), len(columns)), dtype=np.int64)
    for (month, code, *_), n in tallied(asked, scope, groups(("month", "area"), "lsoa")):
        at = columns.get(number_of(month)) if month else None
        if code in rows and at is not None:
            table[rows[code], at] += n
    return table


def _points(
    asked: Engine, scope: Scope, cover: Covered, laid: Grid
) -> tuple["NDArray[np.int64]", list[str]]:
    import numpy as np

    west, south, east, north = laid.area.bounds
    # The street files know no areas: the box is asked for, and the grid's edge does the rest.
    bare = Scope(None, scope.period, scope.types)
    values = {**bare.values, "west": west, "south": south, "east": east, "north": north}
    rows = put(asked, "points", values, where=bare.where)
    columns = {month: at for at, month in enumerate(cover.months)}
    kept = [row for row in rows if number_of(row[0]) in columns]
    table = np.zeros((len(laid), len(columns)), dtype=np.int64)
    if kept:
        cells = binned(laid, [(lon, lat) for _, lon, lat, _ in kept]).cell
        months = np.array([columns[number_of(row[0])] for row in kept])
        often = np.array([row[3] for row in kept], dtype=np.int64)
        inside = cells >= 0
        np.add.at(table, (cells[inside], months[inside]), often[inside])
    return table, [SNAPPED, "Rows without a point are left out."]


def _found(
    table: "NDArray[np.int64]",
    near: Neighbours,
    cover: Covered,
    told: Told,
    called: dict[str, str],
    laid: Grid | None,
) -> Spots:
    spots = hot_spots(table.sum(axis=1), near)
    months = [Period(month).name for month in cover.months]
    enough = int((table != 0).any(axis=0).sum()) >= MONTHS
    lasting = history(table, months, near) if enough else None
    kinds = lasting.kinds if lasting else ("",) * len(near)
    each = zip(near.keys, spots.values, spots.z, spots.allowed, spots.kinds, kinds, strict=True)
    rows = tuple(
        Spot(key, called.get(key, key), int(n), float(z), float(chance), now, kind)
        for key, n, z, chance, now, kind in each
    )
    notes = [*spots.notes, *(lasting.notes if lasting else _too_few(len(months)))]
    method = dict.fromkeys((*spots.method, *(lasting.method if lasting else ())))
    return Spots(rows, spots, lasting, laid, told.with_method(*method, notes=notes))


def _too_few(months: int) -> list[str]:
    return [f"Classes over time need {MONTHS} months: there are {months}."]
