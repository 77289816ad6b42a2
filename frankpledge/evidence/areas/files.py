"""GeoJSON and CSV in: each row or shape is handed on with the columns that were recognised."""

import csv
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shapely.errors import GEOSException
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from frankpledge.evidence.areas.columns import YEAR, Column, recognised
from frankpledge.evidence.areas.found import Found, Key
from frankpledge.record.errors import Refused

Shapes = dict[Key, BaseGeometry]


@dataclass
class AreaFile:
    name: str
    size: int
    sha256: str
    rows: int = 0
    columns: list[str] = field(default_factory=list)
    shapes: Shapes = field(default_factory=dict)


def read(path: Path, found: Found) -> AreaFile:
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise Refused(f"Cannot read {path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Refused(f"{path.name} is not text in UTF-8: save it again as UTF-8.") from error
    made = AreaFile(path.name, len(data), hashlib.sha256(data).hexdigest())
    if text.lstrip()[:1] == "{":
        _geojson(path, text, found, made)
    else:
        _csv(path, text, found, made)
    return made


def _csv(path: Path, text: str, found: Found, made: AreaFile) -> None:
    reader = csv.DictReader(text.splitlines())
    columns = _columns(path, reader.fieldnames or [])
    made.columns = [column.at for column in columns]
    year = _year(path, columns)
    for row in reader:
        if found.add_row(row, columns, year):
            made.rows += 1


def _geojson(path: Path, text: str, found: Found, made: AreaFile) -> None:
    try:
        features = json.loads(text)["features"]
        headings = list(dict.fromkeys(name for each in features for name in each["properties"]))
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(f"{path.name} is not GeoJSON with a list of features.") from error
    columns = _columns(path, headings)
    made.columns = [column.at for column in columns]
    year = _year(path, columns)
    for feature in features:
        key = found.add_row(feature["properties"], columns, year)
        if key:
            made.rows += 1
            if feature.get("geometry"):
                made.shapes[key] = _outline(path, key, feature["geometry"])


def _outline(path: Path, key: Key, geometry: dict[str, Any]) -> BaseGeometry:
    try:
        made = shape(geometry)
    except (GEOSException, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refused(f"{path.name}: the outline of {key.code} cannot be read.") from error
    if made.geom_type not in ("Polygon", "MultiPolygon"):
        raise Refused(f"{path.name}: {key.code} is a {made.geom_type} and not an area.")
    west, south, east, north = made.bounds
    if west < -180 or east > 180 or south < -90 or north > 90:
        raise Refused(
            f"{path.name} is not in longitude and latitude. Download it as GeoJSON (WGS84)."
        )
    return made


def _columns(path: Path, headings: Iterable[str]) -> list[Column]:
    names = [name for name in headings if name]
    columns = recognised(names)
    if not any(column.what == "code" for column in columns):
        said = ", ".join(names[:8]) or "nothing"
        raise Refused(
            f"{path.name} has no column of area codes, such as LSOA21CD or WD25CD. It has: {said}."
        )
    return columns


def _year(path: Path, columns: Iterable[Column]) -> int:
    """The year of what is not dated otherwise: the newest that the file itself names."""
    years = [column.year for column in columns if column.year]
    if years:
        return max(years)
    in_name = YEAR.search(path.stem)
    return int(in_name.group()) if in_name else 0
