"""A grid of hexagons laid over an area and cropped to it, and points counted in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import floor, sqrt
from typing import TYPE_CHECKING, Any

from frankpledge.figures import given
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.places.hexagons import NEXT, axial, hexagons
from frankpledge.figures.places.neighbours import Neighbours, of_pairs
from frankpledge.figures.places.plane import Plane
from frankpledge.figures.wording import number

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

# How many cells the shorter side of the area has, and the steps in which their width goes.
ACROSS, STEP = 50, 100
# Published points are moved to the middle of a street or the like: finer cells would mislead.
FINEST = 200
MOST = 100_000
PIECE = 0.005


@dataclass(frozen=True, eq=False)
class Grid:
    """Cells by their two numbers, in order; shapes in the area's degrees, cut at its edge."""

    width: float
    by_rule: bool
    plane: Plane
    area: "BaseGeometry"
    cells: "NDArray[np.int64]"
    shapes: "NDArray[np.object_]"
    # Which cells the area's edge does not cut.
    whole: "NDArray[np.bool_]"

    def __len__(self) -> int:
        return len(self.cells)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return tuple(f"{q}:{r}" for q, r in self.cells.tolist())

    @cached_property
    def neighbours(self) -> Neighbours:
        """The six cells around each, where the area has them."""
        import numpy as np

        known = {cell: at for at, cell in enumerate(map(tuple, self.cells.tolist()))}
        pairs = [
            (at, other)
            for (q, r), at in known.items()
            for dq, dr in NEXT
            if (other := known.get((q + dq, r + dr))) is not None
        ]
        made = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        return of_pairs(self.keys, made, "neighbours are the six cells around each")

    @property
    def method(self) -> tuple[str, ...]:
        width = f"hexagons {number(self.width)} m across"
        rule = (
            f"{width}: a fiftieth of the area's shorter side, in steps of {STEP} m and "
            f"{FINEST} m at least"
        )
        return (
            rule if self.by_rule else f"{width}, as asked",
            "cropped to the area: cells at its edge are smaller and count only what lies inside",
        )


@dataclass(frozen=True, eq=False)
class Binned:
    counts: "NDArray[np.int64]"
    # Which cell each point is in; -1 outside the area.
    cell: "NDArray[np.int64]"
    outside: int
    nowhere: int

    @property
    def notes(self) -> tuple[str, ...]:
        made = ["Points are moved to a nearby place before they are published."]
        if self.outside:
            made.append(f"{number(self.outside)} lie outside the area and are left out.")
        if self.nowhere:
            made.append(f"{number(self.nowhere)} have no location and are left out.")
        return tuple(made)

    def to_dict(self) -> dict[str, Any]:
        return {
            "counts": self.counts.tolist(),
            "outside": self.outside,
            "nowhere": self.nowhere,
            "notes": list(self.notes),
        }


def grid(area: "BaseGeometry", *, width: float | None = None) -> Grid:
    """Over an area in degrees of longitude and latitude; the width is in metres, flat to flat."""
    import numpy as np
    import shapely

    if area.is_empty or not area.area:
        raise CannotWorkOut("The area has no outline to lay a grid over.")
    west, south, east, north = area.bounds
    plane = Plane((west + east) / 2, (south + north) / 2)
    # Long straight sides bend a little on the plane: in short pieces they do not.
    flat = shapely.transform(shapely.segmentize(area, PIECE), plane.metres)
    chosen = width_by_rule(flat.bounds) if width is None else given.base(width, "metres")
    near = _cells_over(flat.bounds, chosen)
    shapes = hexagons(near, chosen)
    shapely.prepare(flat)
    touched = shapely.intersects(flat, shapes)
    cells, shapes = near[touched], shapes[touched]
    whole = shapely.contains(flat, shapes)
    shapes[~whole] = shapely.intersection(shapes[~whole], flat)
    # A cell that the area meets only in a line or a point is none of it.
    kept = shapely.area(shapes) > 0
    drawn = shapely.transform(shapes[kept], plane.degrees)
    made = np.asarray(drawn, dtype=object)
    return Grid(chosen, width is None, plane, area, cells[kept], made, whole[kept])


def binned(grid: Grid, points: "NDArray[np.float64] | Sequence[tuple[float, float]]") -> Binned:
    """Rows of longitude and latitude; a point without a location is NaN."""
    import numpy as np
    import shapely

    rows = np.asarray(points, dtype=float).reshape(-1, 2)
    placed = np.isfinite(rows).all(axis=1)
    found = np.full(len(rows), -1, dtype=np.int64)
    found[placed] = _cells_of(grid, rows[placed])
    # Where the edge cuts a cell, a point of the cell may lie outside.
    at_edge = np.flatnonzero((found >= 0) & ~grid.whole[found])
    shapely.prepare(grid.area)
    inside = shapely.intersects_xy(grid.area, rows[at_edge, 0], rows[at_edge, 1])
    found[at_edge[~inside]] = -1
    counts = np.bincount(found[found >= 0], minlength=len(grid))
    nowhere = int((~placed).sum())
    return Binned(counts, found, int((found < 0).sum()) - nowhere, nowhere)


def width_by_rule(bounds: tuple[float, float, float, float]) -> float:
    shorter = min(bounds[2] - bounds[0], bounds[3] - bounds[1])
    return float(max(FINEST, floor(shorter / ACROSS / STEP) * STEP))


def _cells_over(bounds: tuple[float, float, float, float], width: float) -> "NDArray[np.int64]":
    """Every cell that may meet the box, a row at a time from the south west."""
    import numpy as np

    west, south, east, north = bounds
    rise = width * sqrt(3) / 2
    rows = range(floor(south / rise) - 1, floor(north / rise) + 3)
    wide = int((east - west) / width) + 5
    if len(rows) * wide > MOST:
        raise CannotWorkOut(
            f"Cells of {number(width)} m would be more than {number(MOST)}: make them wider."
        )
    r = np.repeat(np.array(rows), wide)
    start = np.floor(west / width - r / 2).astype(np.int64) - 1
    return np.stack([start + np.tile(np.arange(wide), len(rows)), r], axis=1)


def _cells_of(grid: Grid, rows: "NDArray[np.float64]") -> "NDArray[np.int64]":
    import numpy as np

    wanted = axial(grid.plane.metres(rows), grid.width)
    low, high = grid.cells.min(axis=0) - 1, grid.cells.max(axis=0) + 1
    at = np.full(high - low + 1, -1, dtype=np.int64)
    at[tuple((grid.cells - low).T)] = np.arange(len(grid))
    # Beyond the grid there is a rim of cells that are none of it.
    return at[tuple((np.clip(wanted, low, high) - low).T)]
