"""GeoJSON and CSV in: each row or shape is handed on with the columns that were recognised."""

import csv
import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from shapely.errors import GEOSException
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from frankpledge.evidence.areas.columns import YEAR, Column, recognised
from frankpledge.evidence.areas.found import Found, Key
from frankpledge.evidence.loading.sources import Source
from frankpledge.record.errors import Refused, RefusedEach

Shapes = dict[Key, BaseGeometry]
# A file is read whole: the outlines of a nation, in fair detail, are a third of this.
LARGEST = 1_000_000_000
LONGEST_LINE = 128 * 1024


@dataclass
class AreaFile:
    name: str
    size: int
    sha256: str
    rows: int = 0
    columns: list[str] = field(default_factory=list)
    shapes: Shapes = field(default_factory=dict)


def read_all(sources: Iterable[Source], found: Found) -> list[AreaFile]:
    """All or none: each that is bad is told of, and not only the first."""
    made, wrong = [], []
    for source in sources:
        try:
            made.append(_read(source, found))
        except Refused as refused:
            wrong.append(refused.sentence)
    if wrong:
        raise RefusedEach(wrong, field="file")
    return made


def _read(source: Source, found: Found) -> AreaFile:
    data = _bytes(source)
    name = source.name
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{name} is not text in UTF-8: save it again as UTF-8.") from error
    made = AreaFile(name, len(data), hashlib.sha256(data).hexdigest())
    if text.lstrip()[:1] == "{":
        _geojson(name, text, found, made)
    else:
        _csv(name, text, found, made)
    if not made.rows:
        raise Refused(f"No area was found in {name}: it has headings and no codes below them.")
    return made


def _bytes(source: Source) -> bytes:
    if source.size > LARGEST:
        raise Refused(f"{source.name} has {source.size / 1e6:,.0f} MB: take outlines less fine.")
    try:
        with source.open() as held:
            return held.read()
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
        raise Refused(f"{source.name} cannot be read: it is damaged, or not yours.") from error


def _csv(name: str, text: str, found: Found, made: AreaFile) -> None:
    lines = text.splitlines()
    # csv's own limit is the whole process's, and other readers raise it
    long = next((at for at, line in enumerate(lines, 1) if len(line) > LONGEST_LINE), None)
    if long is not None:
        raise Refused(f"{name} cannot be read at line {long}: it has a cell far too long.")
    reader = csv.DictReader(lines)
    try:
        columns = _columns(name, reader.fieldnames or [])
        made.columns = [column.at for column in columns]
        year = _year(name, columns)
        for row in reader:
            if found.add_row(row, columns, year):
                made.rows += 1
    except csv.Error as error:
        at = reader.line_num
        raise Refused(f"{name} cannot be read at line {at}: it has a cell far too long.") from error


def _geojson(name: str, text: str, found: Found, made: AreaFile) -> None:
    try:
        features = json.loads(text)["features"]
        headings = list(dict.fromkeys(said for each in features for said in each["properties"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused(f"{name} is not GeoJSON with a list of features.") from error
    columns = _columns(name, headings)
    made.columns = [column.at for column in columns]
    year = _year(name, columns)
    for feature in features:
        key = found.add_row(feature["properties"], columns, year)
        if key:
            made.rows += 1
            if feature.get("geometry"):
                made.shapes[key] = _outline(name, key, feature["geometry"])


def _outline(name: str, key: Key, geometry: dict[str, Any]) -> BaseGeometry:
    try:
        made = shape(geometry)
    except (GEOSException, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refused(f"{name}: the outline of {key.code} cannot be read.") from error
    if made.geom_type not in ("Polygon", "MultiPolygon"):
        raise Refused(f"{name}: {key.code} is a {made.geom_type} and not an area.")
    if made.is_empty:
        raise Refused(f"{name}: the outline of {key.code} is empty.")
    west, south, east, north = made.bounds
    if west < -180 or east > 180 or south < -90 or north > 90:
        raise Refused(f"{name} is not in longitude and latitude. Download it as GeoJSON (WGS84).")
    return made


def _columns(name: str, headings: Iterable[str]) -> list[Column]:
    names = [heading for heading in headings if heading]
    columns = recognised(names)
    if not any(column.what == "code" for column in columns):
        said = ", ".join(names[:8]) or "nothing"
        raise Refused(
            f"{name} has no column of area codes, such as LSOA21CD or WD25CD. It has: {said}."
        )
    return columns


def _year(name: str, columns: Iterable[Column]) -> int:
    """The year of what is not dated otherwise: the newest that the file itself names."""
    years = [column.year for column in columns if column.year]
    if years:
        return max(years)
    in_name = YEAR.search(name.rsplit("/", 1)[-1])
    return int(in_name.group()) if in_name else 0
