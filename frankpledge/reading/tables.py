"""A document's tables as they stand, cell by cell: for forms of ours that come back filled in."""

from typing import Any

from lxml import etree

from frankpledge.reading.blocks import Cell, Grid, Paragraph
from frankpledge.reading.detect import format_of
from frankpledge.reading.errors import Unreadable
from frankpledge.reading.formats import xlsx
from frankpledge.reading.formats.archive import Archive
from frankpledge.reading.formats.spans import MOST_CELLS, MOST_COLUMNS
from frankpledge.reading.formats.xlsx_styles import Styles

Table = dict[str, Any]
MOST_ROWS = 5000


def tables(data: bytes, name: str) -> list[Table]:
    """Each with its `name`, its `rows` of texts, and `empty`: the formulas without a value."""
    if data.startswith(b"PK") and xlsx.BOOK in (archive := Archive(data)):
        return _sheets(archive)
    found: list[Table] = []
    for block in format_of(data, name)(data).blocks:
        if isinstance(block, Grid):
            rows = [[_text(cell) for cell in row.cells] for row in block.rows[:MOST_ROWS]]
            found.append({"name": block.place, "rows": rows, "empty": []})
        elif isinstance(block, Paragraph):
            found.append({"name": "", "rows": [[block.text]], "empty": []})
    return found


def _text(cell: Cell) -> str:
    if cell.from_above or cell.from_left:
        return ""
    return "\n".join(f"- {line.text}" if line.item else line.text for line in cell.lines)


def _sheets(archive: Archive) -> list[Table]:
    styles = Styles(archive.maybe("xl/styles.xml"), archive.maybe("xl/theme/theme1.xml"))
    strings = list(xlsx._strings(archive))
    sheets = xlsx._sheets(archive)[: xlsx.MOST_SHEETS]
    return [_sheet(archive, name, part, strings, styles) for name, part, _ in sheets]


def _sheet(
    archive: Archive, name: str, part: str, strings: list[tuple[str, bool]], styles: Styles
) -> Table:
    rows: list[list[str]] = []
    empty: list[tuple[int, int]] = []
    count = 0
    data = xlsx.EMPTY_ROW.sub(b"", archive.part(part))
    for element in xlsx._parsed(data, (f"{xlsx.S}row",)):
        row: list[str] = []
        for at, each in _cells(element):
            text, _ = xlsx._value(each, strings, styles)
            row += [""] * (at + 1 - len(row))
            row[at] = text
            if each.find(f"{xlsx.S}f") is not None and (not text or text.startswith("#")):
                empty.append((len(rows), at))
        rows.append(row)
        count += len(row)
        if count > MOST_CELLS or len(rows) > MOST_ROWS:
            raise Unreadable("holds more rows than a form of ours could have")
    return {"name": name, "rows": rows, "empty": empty}


def _cells(row: etree._Element) -> list[tuple[int, etree._Element]]:
    found: list[tuple[int, etree._Element]] = []
    last = -1
    for each in row.iterchildren(f"{xlsx.S}c"):
        place = xlsx._place(each.get("r") or "")
        last = place[1] if place else last + 1
        if last < MOST_COLUMNS:
            found.append((last, each))
    return found
