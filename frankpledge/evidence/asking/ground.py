"""The area that a grid is laid over, from the outlines of what lies in it."""

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

from frankpledge.evidence.areas.outlines import Outline, outlines
from frankpledge.evidence.asking.scope import Area
from frankpledge.record.errors import Refused

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def shape_of(area: Area) -> "BaseGeometry":
    import shapely

    own = [each for each in outlines(kind=area.kind) if each.code == area.code]
    found = own or outlines(kind="lsoa", within=area.code)
    if not found:
        raise Refused(f"No outlines are loaded for {area.name}: frankpledge areas load takes them.")
    return shapely.union_all([even_odd(each) for each in found])


def even_odd(outline: Outline) -> "BaseGeometry":
    """A ring inside a ring is a hole."""
    import shapely

    pieces: Sequence[BaseGeometry] = [shapely.Polygon(ring) for ring in outline.rings]
    return reduce(shapely.symmetric_difference, pieces)
