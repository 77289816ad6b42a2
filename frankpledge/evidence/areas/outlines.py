"""Outlines and borders of areas of today, for maps and for what depends on neighbours."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from frankpledge.evidence.models import Shape
from frankpledge.evidence.store import opened

Ring = list[tuple[float, float]]
COLUMN = {"lsoa": "lsoa_now", "msoa": "msoa", "ward": "ward", "district": "district"}
INSIDE = """
SELECT DISTINCT {column} FROM places
WHERE {column} IS NOT NULL AND $within IN (district, county, ward, msoa)
"""
EVERY = "SELECT code FROM areas WHERE kind = $kind AND is_current"


@dataclass(frozen=True)
class Outline:
    code: str
    name: str
    rings: list[Ring]  # of every piece, holes among them: fill by the even-odd rule
    lon: float
    lat: float


def outlines(*, kind: str, within: Sequence[str] = ()) -> list[Outline]:
    found = _shapes(_codes(kind, within))
    return [
        Outline(shape.area.code, shape.area.name, _rings(shape.outline), shape.lon, shape.lat)
        for shape in found
    ]


def neighbours(*, kind: str, within: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Each pair once, the lower code first; only between areas that are both within."""
    codes = _codes(kind, within)
    return sorted(
        (shape.area.code, other)
        for shape in _shapes(codes)
        for other in shape.neighbours
        if other in codes and shape.area.code < other
    )


def _codes(kind: str, within: Sequence[str]) -> set[str]:
    """Of a kind, those that lie in one of the areas named; without any, all of today."""
    with opened() as asked:
        if within and kind in COLUMN:
            sql = INSIDE.format(column=COLUMN[kind])
            rows = [row for one in within for row in asked.execute(sql, {"within": one}).fetchall()]
        else:
            rows = asked.execute(EVERY, {"kind": kind}).fetchall()
    return {code for (code,) in rows}


def _shapes(codes: Collection[str]) -> list[Shape]:
    """The newest of each code, in the order of the codes."""
    wanted = sorted(codes)
    found: dict[str, Shape] = {}
    for start in range(0, len(wanted), 500):
        batch = Shape.objects.filter(area__code__in=wanted[start : start + 500])
        for shape in batch.select_related("area").order_by("area__vintage"):
            found[shape.area.code] = shape
    return [found[code] for code in wanted if code in found]


def _rings(outline: bytes | memoryview) -> list[Ring]:
    import shapely

    pieces = shapely.get_parts(shapely.from_wkb(bytes(outline)))
    rings = shapely.get_rings(pieces)
    return [[(x, y) for x, y in shapely.get_coordinates(ring).tolist()] for ring in rings]
