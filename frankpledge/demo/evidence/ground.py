"""The ground of Loamshire, laid out in the North Sea: small areas that make wards and districts."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.random import Generator
from shapely.geometry.base import BaseGeometry

from frankpledge.demo.content import Doc
from frankpledge.demo.evidence.outlines import bent, county_outline, parted, spread
from frankpledge.demo.evidence.towns import CENTRES, LSOAS_A_WARD

SEED = 1086
PEOPLE_A_HOUSEHOLD = 2.35


@dataclass(frozen=True)
class Place:
    """One LSOA, with what it belongs to, and how near it is to the middle of its town."""

    code: str
    name: str
    msoa: tuple[str, str]
    ward: tuple[str, str]
    district: tuple[str, str]
    outline: BaseGeometry
    residents: int
    centre: float  # 1 in the middle of the town, towards 0 outside it
    points: tuple[tuple[float, float], ...]  # the snap points that its crimes are moved to


def lay_out(county: Doc) -> list[Place]:
    chance = np.random.default_rng(SEED)
    districts: list[Doc] = county["districts"]
    whole = county_outline()
    grounds = parted([CENTRES[each["name"]] for each in districts], whole)
    owners: list[tuple[Doc, int]] = []
    seeds: list[tuple[float, float]] = []
    for district, ground in zip(districts, grounds, strict=True):
        wards = parted(spread(chance, ground, len(district["wards"])), ground)
        for number, ward in enumerate(wards, start=1):
            within = spread(chance, ward, LSOAS_A_WARD[district["name"]])
            seeds += within
            owners += [(district, number)] * len(within)
    outlines = bent(chance, parted(seeds, whole))
    return _placed(chance, owners, outlines)


def _placed(
    chance: Generator, owners: list[tuple[Doc, int]], outlines: list[BaseGeometry]
) -> list[Place]:
    made: list[Place] = []
    within: dict[str, int] = {}
    for at, ((district, ward), outline) in enumerate(zip(owners, outlines, strict=True)):
        name = district["name"]
        number = within[name] = within.get(name, -1) + 1
        msoa = f"{name} {number // 5 + 1:03}"
        made.append(
            Place(
                code=f"L01{at + 1:06}",
                name=msoa + "ABCDE"[number % 5],
                msoa=(f"L02{district['code'][-2:]}{number // 5 + 1:04}", msoa),
                ward=(f"{district['code']}W{ward:02}", district["wards"][ward - 1]),
                district=(district["code"], name),
                outline=outline,
                residents=int(chance.integers(1250, 2100)),
                centre=_nearness(outline, CENTRES[name]),
                points=_points(chance, outline),
            )
        )
    return made


def _nearness(outline: BaseGeometry, centre: tuple[float, float]) -> float:
    away = outline.centroid.distance(shapely.Point(centre))
    return float(np.exp(-((away / 0.028) ** 2)))


def _points(chance: Generator, outline: BaseGeometry) -> tuple[tuple[float, float], ...]:
    """Between the middle and the edge, so that each lies inside."""
    middle = outline.representative_point()
    corners = shapely.get_coordinates(outline)
    found = [(round(middle.x, 6), round(middle.y, 6))]
    for at in chance.integers(0, len(corners), 3):
        x, y = middle.x + 0.4 * (corners[at] - (middle.x, middle.y))
        found.append((round(float(x), 6), round(float(y), 6)))
    return tuple(found)


def write(places: list[Place], county: Doc, folder: Path) -> list[Path]:
    """Outlines of every kind, with the columns by which the ONS's own are recognised."""
    upper = {"UTLA24CD": county["code"], "UTLA24NM": county["name"]}
    files = [_file(folder, "lsoa", [(_lsoa(each) | upper, each.outline) for each in places])]
    for kind, code, name in (("msoa", "MSOA21CD", "MSOA21NM"), ("ward", "WD24CD", "WD24NM")):
        files.append(_file(folder, kind, _gathered(places, kind, code, name)))
    files.append(_file(folder, "district", _gathered(places, "district", "LAD24CD", "LAD24NM")))
    return files


def _lsoa(place: Place) -> dict[str, Any]:
    return {
        "LSOA21CD": place.code,
        "LSOA21NM": place.name,
        "MSOA21CD": place.msoa[0],
        "MSOA21NM": place.msoa[1],
        "WD24CD": place.ward[0],
        "WD24NM": place.ward[1],
        "LAD24CD": place.district[0],
        "LAD24NM": place.district[1],
        "residents 2024": place.residents,
        "households 2024": round(place.residents / PEOPLE_A_HOUSEHOLD),
    }


def _gathered(
    places: list[Place], kind: str, code: str, name: str
) -> list[tuple[dict[str, Any], BaseGeometry]]:
    held: dict[tuple[str, str], list[Place]] = {}
    for each in places:
        held.setdefault(getattr(each, kind), []).append(each)
    return [
        (
            {code: called[0], name: called[1]} | _within(kind, inside[0]),
            shapely.union_all([each.outline for each in inside]),
        )
        for called, inside in held.items()
    ]


def _within(kind: str, one: Place) -> dict[str, str]:
    return {} if kind == "district" else {"LAD24CD": one.district[0], "LAD24NM": one.district[1]}


def _file(folder: Path, kind: str, rows: list[tuple[dict[str, Any], BaseGeometry]]) -> Path:
    features = [
        {"type": "Feature", "properties": said, "geometry": shapely.geometry.mapping(outline)}
        for said, outline in rows
    ]
    path = folder / f"loamshire-{kind}.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path
