"""Outlines simplified once for drawing: a border is simplified the same from both its sides."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from frankpledge.evidence.areas.files import Shapes
from frankpledge.evidence.areas.found import Key

METRES_PER_DEGREE = 111_320.0
# How much detail a drawing of a county or a district can show, as metres.
DETAIL = {"lsoa": 110.0, "msoa": 120.0, "ward": 120.0, "district": 180.0, "county": 250.0}


@dataclass(frozen=True)
class Drawn:
    key: Key
    outline: bytes  # well-known binary, longitude and latitude
    lon: float
    lat: float
    neighbours: list[str]


def prepare(shapes: Shapes) -> list[Drawn]:
    """Each kind on its own: what is to be drawn together has to be simplified together."""
    drawn: list[Drawn] = []
    for kind, vintage in sorted({(key.kind, key.vintage or 0) for key in shapes}):
        keys = [key for key in shapes if (key.kind, key.vintage or 0) == (kind, vintage)]
        drawn += _coverage(keys, [shapes[key] for key in keys], DETAIL[kind])
    return drawn


def _coverage(keys: list[Key], outlines: list[BaseGeometry], detail: float) -> list[Drawn]:
    degrees = shapely.make_valid(np.array(outlines, dtype=object))
    middle = float(np.mean(shapely.bounds(degrees)[:, [1, 3]]))
    scale = np.array([METRES_PER_DEGREE * np.cos(np.radians(middle)), METRES_PER_DEGREE])
    metres = shapely.transform(degrees, lambda points: points * scale)
    simple = shapely.coverage_simplify(metres, detail)
    # What is smaller than the detail would vanish: it keeps its own shape.
    kept = np.where(shapely.is_empty(simple), metres, simple)
    back = shapely.transform(kept, lambda points: np.round(points / scale, 5))
    inside = shapely.point_on_surface(degrees)
    beside = _neighbours(metres)
    return [
        Drawn(
            key,
            shapely.to_wkb(back[at]),
            round(float(inside[at].x), 6),
            round(float(inside[at].y), 6),
            sorted(keys[other].code for other in beside[at]),
        )
        for at, key in enumerate(keys)
    ]


def _neighbours(outlines: np.ndarray) -> list[set[int]]:
    """Those that share a stretch of border; a corner alone makes no neighbours."""
    found: list[set[int]] = [set() for _ in outlines]
    first, second = shapely.STRtree(outlines).query(outlines, predicate="intersects")
    once = first < second
    first, second = first[once], second[once]
    shared = shapely.length(shapely.intersection(outlines[first], outlines[second])) > 1.0
    for one, other in zip(first[shared].tolist(), second[shared].tolist(), strict=True):
        found[one].add(other)
        found[other].add(one)
    return found
