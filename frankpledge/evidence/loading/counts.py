"""Other counts, from a CSV or a workbook: one number for a period, an area and a measure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from frankpledge.evidence.loading.careful import Faults
from frankpledge.evidence.loading.lines import Open, rows_of
from frankpledge.evidence.loading.periods import read_any
from frankpledge.reading import Unreadable
from frankpledge.reading.blocks import Grid
from frankpledge.reading.reader import blocks_of
from frankpledge.record.errors import Refused

OURS = ("period", "area", "measure", "n")
LARGEST = 20_000_000
# More than anybody counts, and less than the store holds.
MOST = 10**12
OPEN = "a quotation mark in it is not closed"
GZIP = b"\x1f\x8b"
Table = list[list[str]]
Count = tuple[date, int, str | None, str, int]
HIDDEN = re.compile(r"[*cx:\[\]]|\[?[cx]\]?|<\s*\d+|n/a", re.IGNORECASE)


@dataclass
class Counts:
    rows: int = 0
    found: list[Count] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)


def tables(path: Path, data: bytes) -> Iterator[Table]:
    if len(data) > LARGEST:
        raise Refused(f"{path.name} is larger than 20 MB: a table of counts is not.")
    if data[:2] == GZIP:
        raise Refused(f"{path.name} is a gzip file and not a table: unpack it first.")
    if data[:2] == b"PK":
        yield from _sheets(path, data)
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if "\0" in text:
        raise Refused(f"{path.name} is neither a CSV nor a workbook.")
    yield rows_of(text)


def _sheets(path: Path, data: bytes) -> Iterator[Table]:
    try:
        document = blocks_of(data, path.name)
    except Unreadable as error:
        raise Refused(f"{path.name} cannot be read as a workbook: {error}.") from error
    for block in document.blocks:
        if isinstance(block, Grid):
            yield [row.texts for row in block.rows]


def read_counts(
    path: Path, found: Iterator[Table], columns: Mapping[str, str], areas: Mapping[str, str]
) -> Counts:
    """`areas` leads from codes, and from names in small letters, to codes."""
    seen: list[str] = []
    for table in found:
        for at, row in enumerate(table):
            where = _places(row, columns)
            if where:
                return _rows(table[at + 1 :], where, columns, areas)
            seen = seen or [cell for cell in row if cell.strip()]
    wanted = ", ".join(f"'{name}'" for name in columns.values())
    raise Refused(
        f"{path.name} has no row with the headings {wanted}. Its first row is: "
        f"{', '.join(seen)[:200] or 'empty'}."
    )


def _places(row: Sequence[str], columns: Mapping[str, str]) -> dict[str, int]:
    folded = [" ".join(cell.split()).lower() for cell in row]
    wanted = {ours: " ".join(name.split()).lower() for ours, name in columns.items()}
    if not all(name in folded for name in wanted.values()):
        return {}
    return {ours: folded.index(name) for ours, name in wanted.items()}


def _rows(
    table: Table, where: Mapping[str, int], columns: Mapping[str, str], areas: Mapping[str, str]
) -> Counts:
    made = Counts()
    seen: set[tuple[object, ...]] = set()
    for row in table:
        if not any(cell.strip() for cell in row):
            continue
        made.rows += 1
        cells = {ours: _cell(row, at) for ours, at in where.items()}
        read = OPEN if isinstance(row, Open) else _count(cells, columns, areas)
        if not isinstance(read, str) and read[:4] in seen:
            read = "the same period, area and measure stand in a row above"
        if isinstance(read, str):
            made.faults.note(read, ", ".join(row))
        else:
            seen.add(read[:4])
            made.found.append(read)
    return made


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _count(
    cells: Mapping[str, str], columns: Mapping[str, str], areas: Mapping[str, str]
) -> Count | str:
    """The count, or why there is none."""
    period = read_any(cells["period"])
    if period is None:
        return "its period cannot be read" if cells["period"] else "it has no period"
    area = cells.get("area")
    code = None if area is None else areas.get(area) or areas.get(area.lower())
    if area and code is None:
        return "no area is known by its code or name"
    number = _whole(cells["n"])
    if isinstance(number, str):
        return number
    start, months = period
    return start, months, code, cells.get("measure") or columns["n"], number


def _whole(text: str) -> int | str:
    plain = text.replace(",", "").removesuffix(".0")
    if plain.isdecimal():
        number = int(plain[:20])
        return number if number <= MOST else "its number is too large"
    if not plain:
        return "it has no number"
    return "its number is hidden" if HIDDEN.fullmatch(plain) else "its number is not a whole number"
