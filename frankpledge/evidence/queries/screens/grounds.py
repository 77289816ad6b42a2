"""Maps made ready to be drawn upon: once for each state of the evidence."""

from functools import lru_cache
from typing import TYPE_CHECKING

from frankpledge.evidence.areas.outlines import outlines
from frankpledge.evidence.store.reading import current
from frankpledge.figures.places.grid import Grid
from frankpledge.pictures.maps.ground import Ground, Outline, prepare

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

MOST_HELD = 40
MOST_GRIDS = 8


def ground_of(kind: str, within: tuple[str, ...]) -> Ground | None:
    """None where no outlines are loaded. A load of areas makes a generation, and so a new map."""
    generation = current()
    return _ground(generation.folder, kind, within) if generation else None


@lru_cache(maxsize=MOST_HELD)
def _ground(folder: str, kind: str, within: tuple[str, ...]) -> Ground | None:
    found = outlines(kind=kind, within=within)
    if not found:
        return None
    return prepare([Outline(each.code, each.name, tuple(map(tuple, each.rings))) for each in found])


@lru_cache(maxsize=MOST_GRIDS)
def ground_of_grid(grid: Grid) -> Ground:
    """A grid is laid once for each state of the evidence, and so is its map."""
    cells = [_cell(key, shape) for key, shape in zip(grid.keys, grid.shapes, strict=True)]
    return prepare(cells, within=Outline("", "", _rings(grid.area)))


def _cell(key: str, shape: "BaseGeometry") -> Outline:
    middle = shape.centroid
    return Outline(key, f"near {middle.y:.3f}, {middle.x:.3f}", _rings(shape))


def _rings(shape: "BaseGeometry") -> tuple[tuple[tuple[float, float], ...], ...]:
    import shapely

    rings = shapely.get_rings(shapely.get_parts(shape))
    return tuple(tuple(map(tuple, shapely.get_coordinates(ring).tolist())) for ring in rings)
