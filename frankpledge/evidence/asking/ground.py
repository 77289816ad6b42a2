"""The area that a grid is laid over, from the outlines of what lies in it."""

from collections.abc import Sequence
from functools import lru_cache, reduce
from typing import TYPE_CHECKING

from frankpledge.evidence.areas.outlines import Outline, outlines
from frankpledge.evidence.asking.scope import Area
from frankpledge.evidence.engines.engine import Engine
from frankpledge.figures.places.grid import Grid, grid
from frankpledge.record.errors import Refused

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

MOST_HELD = 8


def grid_over(asked: Engine, area: Area, width: float | None) -> Grid:
    """Laid once for each state of the evidence: outlines come with a new one."""
    folder = asked.generation.folder if asked.generation else ""
    return _laid(folder, area, width)


@lru_cache(maxsize=MOST_HELD)
def _laid(folder: str, area: Area, width: float | None) -> Grid:
    return grid(shape_of(area), width=width)


def shape_of(area: Area) -> "BaseGeometry":
    import shapely

    found = [outline for part in area.each for outline in _outlines_of(part)]
    return shapely.union_all([even_odd(each) for each in found])


def _outlines_of(area: Area) -> list[Outline]:
    own = [each for each in outlines(kind=area.kind) if each.code == area.code]
    found = own or outlines(kind="lsoa", within=[area.code])
    if not found:
        raise Refused(f"No outlines are loaded for {area.name}: frankpledge areas load takes them.")
    return found


def even_odd(outline: Outline) -> "BaseGeometry":
    """A ring inside a ring is a hole."""
    import shapely

    pieces: Sequence[BaseGeometry] = [shapely.Polygon(ring) for ring in outline.rings]
    return reduce(shapely.symmetric_difference, pieces)
