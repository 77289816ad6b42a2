"""What the files say about areas, put together before any of it is written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from frankpledge.evidence.areas.columns import KINDS, Column, kind_of
from frankpledge.record.errors import Refused

LONGEST_NAME = 120


@dataclass(frozen=True)
class Key:
    """An area of one vintage; None where the file does not say which."""

    kind: str
    code: str
    vintage: int | None


@dataclass
class Found:
    names: dict[Key, str] = field(default_factory=dict)
    parents: dict[Key, Key] = field(default_factory=dict)
    links: set[tuple[Key, Key]] = field(default_factory=set)
    # Which newer districts the rows of an older one lead to.
    became: dict[Key, set[Key]] = field(default_factory=lambda: defaultdict(set))
    sizes: dict[tuple[Key, int], dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    # Counties that one file names and another gives the code of.
    county_named: dict[Key, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)

    def add_row(self, row: Mapping[str, Any], columns: Iterable[Column], year: int) -> Key | None:
        """One row of a look-up or the properties of one shape. Returns what it is about."""
        keys = self._areas_in(row, columns)
        if not keys:
            return None
        own = _subject(keys)
        for key in keys:
            self._relate(key, keys)
        for column in columns:
            if column.what in ("residents", "households"):
                self._size(own, column, row, year)
            elif column.what == "name" and column.kind == "county" and own.kind == "lsoa":
                self.county_named[own] = str(row.get(column.at) or "").strip()
        return own

    def _areas_in(self, row: Mapping[str, Any], columns: Iterable[Column]) -> list[Key]:
        keys = []
        for column in columns:
            code = str(row.get(column.at) or "").strip() if column.what == "code" else ""
            kind = _kind(column, code)
            if code and kind:
                key = Key(kind, code, column.year)
                keys.append(key)
                name = _name(row, columns, column)
                if name or key not in self.names:
                    self.names[key] = name or self.names.get(key, "")
        return keys

    def _relate(self, key: Key, others: list[Key]) -> None:
        for other in others:
            if other.kind == key.kind:
                if _older(key, other):
                    self._became(key, other)
            elif key.kind == "lsoa" and other.kind in ("ward", "msoa"):
                self.links.add((key, other))
        wanted = "county" if key.kind == "district" else "district"
        above = [other for other in others if other.kind == wanted and wanted != key.kind]
        if above and key.kind != "county":
            self.parents[key] = max(above, key=lambda other: other.vintage or 0)

    def _became(self, key: Key, later: Key) -> None:
        if key.kind == "lsoa":
            self.links.add((key, later))
        elif key.kind == "district":
            self.became[key].add(later)

    def _size(self, own: Key, column: Column, row: Mapping[str, Any], year: int) -> None:
        text = str(row.get(column.at) or "").replace(",", "").strip()
        if text.isdigit():
            self.sizes[own, column.year or year][column.what] = int(text)
        elif text:
            self.unread.append(f"{own.code}: '{text[:40]}' is not a number of {column.what}.")


def _kind(column: Column, code: str) -> str:
    said = kind_of(code)
    if column.kind == "county" and said == "district":
        return ""  # a unitary is its own upper tier, and stands in the file once already
    return column.kind or said


def _name(row: Mapping[str, Any], columns: Iterable[Column], code: Column) -> str:
    for column in columns:
        if column.what == "name" and (column.kind, column.year) == (code.kind, code.year):
            name = str(row.get(column.at) or "").strip()
            if len(name) > LONGEST_NAME:
                raise Refused(f"An area's name is over {LONGEST_NAME} letters: {name[:40]}….")
            return name
    return ""


def _older(key: Key, other: Key) -> bool:
    return bool(key.vintage and other.vintage and key.vintage < other.vintage)


def _subject(keys: list[Key]) -> Key:
    smallest = min(KINDS.index(key.kind) for key in keys)
    return max(
        (key for key in keys if KINDS.index(key.kind) == smallest),
        key=lambda key: key.vintage or 0,
    )
