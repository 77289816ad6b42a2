"""Hexagons that stand on a point, numbered along two of their three directions."""

from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# The six around a cell.
NEXT = ((1, 0), (1, -1), (0, -1), (-1, 0), (-1, 1), (0, 1))


def centres(cells: "NDArray[np.int64]", width: float) -> "NDArray[np.float64]":
    import numpy as np

    q, r = cells[:, 0], cells[:, 1]
    return np.stack([width * (q + r / 2), width * sqrt(3) / 2 * r], axis=1)


def axial(points: "NDArray[np.float64]", width: float) -> "NDArray[np.int64]":
    """The cell whose centre is nearest, by rounding three numbers whose sum is nought."""
    import numpy as np

    r = points[:, 1] / (width * sqrt(3) / 2)
    q = points[:, 0] / width - r / 2
    exact = np.stack([q, r, -q - r], axis=1)
    whole = np.rint(exact)
    # The number that was rounded furthest is taken from the other two.
    worst = np.abs(whole - exact).argmax(axis=1)
    own = np.arange(len(points))
    whole[own, worst] -= whole.sum(axis=1)
    return whole[:, :2].astype(np.int64)


def hexagons(cells: "NDArray[np.int64]", width: float) -> "NDArray[np.object_]":
    import numpy as np
    import shapely

    turn = np.deg2rad(30 + 60 * np.arange(6))
    corners = np.stack([np.cos(turn), np.sin(turn)], axis=1) * width / sqrt(3)
    return shapely.polygons(centres(cells, width)[:, None, :] + corners[None])
