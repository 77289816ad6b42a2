"""Where in a shape a name may stand: the widest level line inside it, near its middle."""

from collections.abc import Sequence
from dataclasses import dataclass

LEVELS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)


@dataclass(frozen=True)
class Chord:
    x: float
    y: float
    width: float
    height: float


NOWHERE = Chord(0, 0, 0, 0)


def widest(rings: Sequence[Sequence[tuple[int, int]]]) -> Chord:
    """In pixels, of rings in tenths. Holes are left out, since lines are counted in pairs."""
    points = [point for ring in rings for point in ring]
    if not points:
        return NOWHERE
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    best = (0.0, points[0][0] / 10, top / 10)
    for level in LEVELS:
        # A half, so that a level never runs through a corner.
        y = int(top + (bottom - top) * level) + 0.5
        crossed = sorted(_crossings(rings, y))
        for left, right in zip(crossed[::2], crossed[1::2], strict=False):
            if right - left > best[0] * 1.05:
                best = (right - left, (left + right) / 2, y)
    return Chord(best[1] / 10, best[2] / 10, best[0] / 10, (bottom - top) / 10)


def _crossings(rings: Sequence[Sequence[tuple[int, int]]], y: float) -> list[float]:
    found = []
    for ring in rings:
        x_was, y_was = ring[-1]
        for x_is, y_is in ring:
            if (y_was > y) != (y_is > y):
                found.append(x_was + (y - y_was) / (y_is - y_was) * (x_is - x_was))
            x_was, y_was = x_is, y_is
    return found
