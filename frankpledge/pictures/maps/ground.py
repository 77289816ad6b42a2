"""Outlines to paths, once: projected, fitted to both widths, rounded to three tenths of a pixel.

The projection is equirectangular at the mid latitude: a county's width and height are true to one
another within a hundredth or so. Outlines come simplified, neighbours kept together; two that
share a line share it after rounding too, since the same point always rounds to the same place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, radians

from frankpledge.pictures.maps.fit import Fit, Ring, fitted
from frankpledge.pictures.maps.inside import NOWHERE, Chord, widest
from frankpledge.pictures.maps.paths import Paths, path_of
from frankpledge.pictures.picture import NARROW, WIDE

Points = tuple[tuple[int, int], ...]
# Tenths of a pixel that places are rounded to, and paths told in: none is off by more than 0.15.
UNIT = 3
# On a phone, areas of so many are too small to be pressed or pointed at.
PRESSED = 200


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
    # Of a cell of a grid: what its path is of.
    rings: tuple[Points, ...] = ()


@dataclass(frozen=True)
class Sheet:
    fit: Fit
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Ground:
    """Made once for a set of areas, kept, and drawn upon many times."""

    wide: Sheet
    narrow: Sheet
    # Of a grid: the path of what it is laid over. Its cells have no names to be drawn.
    edge: str = ""

    @property
    def shares(self) -> bool:
        """The narrow drawing means the shapes of the wide one, and has none of its own."""
        return bool(self.edge) or len(self.wide.shapes) > PRESSED

    def sheet(self, width: int) -> Sheet:
        return self.wide if width == WIDE else self.narrow

    @property
    def shrinks(self) -> str:
        """The wide sheet's units as pixels of the narrow one."""
        return self.narrow.fit.shrinks(self.wide.fit, UNIT)


def project(rings: Iterable[Ring], latitude: float) -> list[list[tuple[float, float]]]:
    """Degrees to a plane whose units are a degree of latitude, north up the page."""
    shrunk = cos(radians(latitude))
    return [[(lon * shrunk, -lat) for lon, lat in ring] for ring in rings]


def prepare(outlines: Sequence[Outline], *, within: Outline | None = None) -> Ground:
    """`within`: the outlines are the cells of a grid, cut at the edge of this area."""
    latitudes = [lat for each in outlines for ring in each.rings for _, lat in ring]
    middle = (min(latitudes) + max(latitudes)) / 2 if latitudes else 0.0
    plane = [(each, project(each.rings, middle)) for each in outlines]
    points = [point for _, rings in plane for ring in rings for point in ring]
    wide = _sheet(plane, fitted(points, WIDE), named=within is None)
    fit = fitted(points, NARROW)
    shares = within is not None or len(outlines) > PRESSED
    narrow = _shrunk(wide, fit) if shares else _sheet(plane, fit, named=True)
    edge = [wide.fit.place(ring, UNIT) for ring in project(within.rings, middle)] if within else []
    return Ground(wide, narrow, Paths(UNIT).of(edge))


Projected = list[tuple[Outline, list[list[tuple[float, float]]]]]


def _sheet(plane: Projected, fit: Fit, *, named: bool) -> Sheet:
    shapes, paths = [], Paths(UNIT)
    for outline, rings in plane:
        placed = [fit.place(ring, UNIT) for ring in rings]
        kept = [ring for ring in placed if len(ring) > 2] or placed[:1]
        path = paths.of(kept) if named else path_of(kept, UNIT)
        chord = widest(kept) if named else NOWHERE
        rings_of = () if named else tuple(tuple(ring) for ring in kept)
        shapes.append(Shape(outline.code, outline.name, path, chord, rings_of))
    return Sheet(fit, tuple(shapes))


def _shrunk(wide: Sheet, fit: Fit) -> Sheet:
    """Where names may stand, and no paths."""
    moved = [fit.chord(shape.chord, wide.fit) for shape in wide.shapes]
    pairs = zip(wide.shapes, moved, strict=True)
    return Sheet(fit, tuple(replace(shape, path="", chord=chord) for shape, chord in pairs))
