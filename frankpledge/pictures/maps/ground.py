"""Outlines to paths, once: projected, fitted to both widths, rounded to three tenths of a pixel.

The projection is equirectangular at the mid latitude: a county's width and height are true to one
another within a hundredth or so. Outlines come simplified, neighbours kept together; two that
share a line share it after rounding too, since the same point always rounds to the same place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

from frankpledge.pictures.maps.inside import Chord, widest
from frankpledge.pictures.maps.paths import Paths
from frankpledge.pictures.picture import NARROW, WIDE

Ring = Sequence[tuple[float, float]]
# The tallest a map is drawn at each width.
TALL = {WIDE: 720.0, NARROW: 430.0}
# Tenths of a pixel that places are rounded to, and paths told in: none is off by more than 0.15.
UNIT = 3
EDGE = 20


@dataclass(frozen=True)
class Outline:
    """One area: its rings of (longitude, latitude), outer ones and holes alike."""

    code: str
    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True)
class Shape:
    """Path in units of 0.3 pixels; the widest chord inside it is where its name may stand."""

    code: str
    name: str
    path: str
    chord: Chord


@dataclass(frozen=True)
class Sheet:
    width: int
    height: float
    shapes: tuple[Shape, ...]
    # Tenths of a pixel to a degree of latitude, and where the leftmost place lies.
    scale: float = 1
    shift: float = 0


@dataclass(frozen=True)
class Ground:
    """Made once for a set of areas, kept, and drawn upon many times."""

    wide: Sheet
    narrow: Sheet

    def sheet(self, width: int) -> Sheet:
        return self.wide if width == WIDE else self.narrow

    @property
    def shrinks(self) -> str:
        """The wide sheet's units as pixels of the narrow one."""
        by = self.narrow.scale / self.wide.scale
        right, down = self.narrow.shift - self.wide.shift * by, EDGE * (1 - by)
        return f"translate({right / 10:.2f} {down / 10:.2f}) scale({by * UNIT / 10:.5f})"


def project(rings: Iterable[Ring], latitude: float) -> list[list[tuple[float, float]]]:
    """Degrees to a plane whose units are a degree of latitude, north up the page."""
    shrunk = cos(radians(latitude))
    return [[(lon * shrunk, -lat) for lon, lat in ring] for ring in rings]


def prepare(outlines: Sequence[Outline]) -> Ground:
    latitudes = [lat for each in outlines for ring in each.rings for _, lat in ring]
    middle = (min(latitudes) + max(latitudes)) / 2 if latitudes else 0.0
    plane = [(each, project(each.rings, middle)) for each in outlines]
    return Ground(_sheet(plane, WIDE), _sheet(plane, NARROW))


Projected = list[tuple[Outline, list[list[tuple[float, float]]]]]


def _sheet(plane: Projected, width: int) -> Sheet:
    points = [point for _, rings in plane for ring in rings for point in ring]
    if not points:
        return Sheet(width, 0, ())
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    room, tall = width - 4.0, TALL[width] - 4
    each = min(room / ((right - left) or 1), tall / ((bottom - top) or 1))
    shift = EDGE + (room - (right - left) * each) * 5
    shapes, paths = [], Paths(UNIT)
    for outline, rings in plane:
        placed = [
            _whole(
                (((x - left) * each * 10 + shift, (y - top) * each * 10 + EDGE) for x, y in ring),
            )
            for ring in rings
        ]
        kept = [ring for ring in placed if len(ring) > 2] or placed[:1]
        shapes.append(Shape(outline.code, outline.name, paths.of(kept), widest(kept)))
    return Sheet(width, (bottom - top) * each + 4, tuple(shapes), each * 10, shift)


def _whole(ring: Iterable[tuple[float, float]]) -> list[tuple[int, int]]:
    """Tenths of a pixel as whole numbers; a point upon the one before it says nothing."""
    made: list[tuple[int, int]] = []
    for x, y in ring:
        point = round(x / UNIT) * UNIT, round(y / UNIT) * UNIT
        if not made or made[-1] != point:
            made.append(point)
    if len(made) > 1 and made[0] == made[-1]:
        made.pop()
    return made
