"""Areas as they stand in the database, as the tables that the cube is placed by."""

import hashlib
from dataclasses import astuple, dataclass

from frankpledge.evidence.areas.placing import AreaRow, Atlas, Place, Sizes, places, sums
from frankpledge.evidence.models import Link, Shape, Size
from frankpledge.partnership.models import Area

Row = tuple[object, ...]


@dataclass(frozen=True)
class Tables:
    areas: list[Row]
    places: list[Place]
    sizes: list[Row]
    # Every name a district goes or went by: name, code of today, county, name of today.
    named: list[Row]

    @property
    def digest(self) -> str:
        said = repr((self.areas, [astuple(place) for place in self.places], self.named))
        return hashlib.sha256(said.encode()).hexdigest()


def tables() -> Tables:
    rows = Area.objects.order_by("code", "vintage").values_list(
        "pk", "code", "kind", "vintage", "name", "parent_id", "followed_by_id"
    )
    areas = [AreaRow(*row) for row in rows]
    sizes = _sizes()
    atlas = Atlas(areas, Link.objects.values_list("lower_id", "upper_id"), _residents(sizes))
    placed = places(atlas)
    every = {**sizes, **sums(atlas, placed, sizes)}
    return Tables(
        _area_rows(atlas),
        placed,
        [(code, year, *both) for (code, year), both in sorted(every.items())],
        _named(atlas),
    )


def _sizes() -> Sizes:
    found = Size.objects.values_list("area__code", "year", "residents", "households")
    return {(code, year): (residents, homes) for code, year, residents, homes in found}


def _residents(sizes: Sizes) -> dict[str, int]:
    """The newest figure of each."""
    return {code: both[0] for (code, _), both in sorted(sizes.items()) if both[0] is not None}


def _area_rows(atlas: Atlas) -> list[Row]:
    points = {
        code: (lon, lat)
        for code, lon, lat in Shape.objects.order_by("area__vintage").values_list(
            "area__code", "lon", "lat"
        )
    }
    return [
        (
            area.code,
            area.kind,
            area.vintage,
            area.name,
            atlas.parent_code(area),
            atlas.is_current(area),
            atlas.by_pk[area.followed_by].code if area.followed_by else None,
            *points.get(area.code, (None, None)),
        )
        for area in sorted(atlas.by_code.values(), key=lambda area: area.code)
    ]


def _named(atlas: Atlas) -> list[Row]:
    found: dict[str, Row] = {}
    for area in sorted(atlas.by_pk.values(), key=lambda area: (area.vintage, area.code)):
        if area.kind == "district":
            today = atlas.today(atlas.by_code[area.code])
            found[area.name] = (area.name, today.code, atlas.county_of(today.code), today.name)
    return sorted(found.values(), key=lambda row: str(row[0]))
