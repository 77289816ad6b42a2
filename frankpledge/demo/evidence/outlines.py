"""Outlines that look as if rivers and hedges had drawn them: cells round points, edges bent. Pure.

Two neighbours share each bend, since an edge is bent once and used from both its sides.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely
from numpy.random import Generator
from shapely.geometry import MultiPoint, Point, Polygon
from shapely.geometry.base import BaseGeometry

MIDDLE, HALF = (1.30, 53.42), (0.42, 0.17)
ROUNDS = 12
XY = tuple[float, float]


def county_outline() -> BaseGeometry:
    turn = np.linspace(0, 2 * np.pi, 240, endpoint=False)
    far = 1 + 0.09 * np.sin(2 * turn + 1) + 0.06 * np.sin(5 * turn) + 0.025 * np.sin(13 * turn)
    x = MIDDLE[0] + HALF[0] * far * np.cos(turn)
    y = MIDDLE[1] + HALF[1] * far * np.sin(turn)
    return Polygon(np.column_stack([x, y]))


def parted(points: Sequence[XY], within: BaseGeometry) -> list[BaseGeometry]:
    """What lies nearest to each point."""
    if len(points) == 1:
        return [within]
    cells = shapely.voronoi_polygons(MultiPoint(points), extend_to=within, ordered=True)
    return [_largest(cell.intersection(within)) for cell in cells.geoms]


def _largest(shape: BaseGeometry) -> BaseGeometry:
    return max(shapely.get_parts(shape), key=lambda part: part.area)


def spread(chance: Generator, within: BaseGeometry, many: int) -> list[XY]:
    """Points as far from each other as there is room for."""
    points = [_inside(chance, within) for _ in range(many)]
    for _ in range(ROUNDS if many > 1 else 0):
        points = [(cell.centroid.x, cell.centroid.y) for cell in parted(points, within)]
    return points


def _inside(chance: Generator, within: BaseGeometry) -> XY:
    west, south, east, north = within.bounds
    while True:
        x, y = float(chance.uniform(west, east)), float(chance.uniform(south, north))
        if within.contains(Point(x, y)):
            return x, y


def bent(chance: Generator, shapes: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    bends: dict[tuple[XY, XY], list[XY]] = {}
    return [Polygon(_bent_ring(chance, shape, bends)) for shape in shapes]


def _bent_ring(
    chance: Generator, shape: BaseGeometry, bends: dict[tuple[XY, XY], list[XY]]
) -> list[XY]:
    corners = [(float(x), float(y)) for x, y in shapely.get_coordinates(shape).round(5)]
    ring: list[XY] = []
    for one, other in pairwise(corners):
        if one == other:
            continue
        edge = min((one, other), (other, one))
        if edge not in bends:
            bends[edge] = _bend(chance, *edge)
        between = bends[edge] if edge[0] == one else bends[edge][::-1]
        ring += [one, *between]
    return ring


def _bend(chance: Generator, one: XY, other: XY) -> list[XY]:
    """To one side and a little to the other; what is short stays straight."""
    across, up = other[0] - one[0], other[1] - one[1]
    if across * across + up * up < 0.004**2:
        return []
    first, second = float(chance.normal(0, 0.05)), float(chance.normal(0, 0.05))
    return [
        (round(one[0] + across * at - up * by, 5), round(one[1] + up * at + across * by, 5))
        for at, by in ((0.33, first), (0.66, second))
    ]
