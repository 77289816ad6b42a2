"""Excel workbooks, read as a stream: values as they are shown, shades, merged and hidden cells."""

import io
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from frankpledge.reading.blocks import Cell, Document, Heading, Paragraph, Row, lined
from frankpledge.reading.errors import Unreadable
from frankpledge.reading.formats.archive import Archive
from frankpledge.reading.formats.csvfile import stacked
from frankpledge.reading.formats.drawn import drawn_texts
from frankpledge.reading.formats.spans import MOST_CELLS, MOST_COLUMNS
from frankpledge.reading.formats.xlsx_styles import Styles, shown
from frankpledge.reading.words import fold

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BOOK = "xl/workbook.xml"
NAME = re.compile(r"([A-Z]{1,3})(\d{1,7})\Z")
# Some programs write out every row down to the last, a million of them.
EMPTY_ROW = re.compile(rb"<row\b[^<>]*(?:/>|>\s*</row>)")
ESCAPED = re.compile(r"_x([0-9A-F]{4})_")
DRAWN = ("xl/drawings/drawing", "xl/charts/chart", "xl/diagrams/data")
# In a running head: a font, a colour, a size, a place, a page number. Two of the mark are one.
CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d+|(&)|[A-Za-z])')
MOST_SHEETS = 100
TOO_MANY = "holds more cells than a plan could have"
Cells = dict[int, Cell]
Box = tuple[int, int, int, int]


@dataclass
class _Sheet:
    rows: dict[int, Cells] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    boxes: list[Box] = field(default_factory=list)
    # What stands under a merged cell, or further right than any table is looked for.
    aside: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    count: int = 0


def read(archive: Archive) -> Document:
    styles = Styles(archive.maybe("xl/styles.xml"), archive.maybe("xl/theme/theme1.xml"))
    strings = list(_strings(archive))
    document = Document()
    for name, part, hidden in _sheets(archive):
        sheet = _sheet(archive.part(part), strings, styles)
        blocks = stacked(list(_rows(sheet)), name)
        blocks += [Paragraph(text) for text in sheet.aside]
        document.furniture += [text for text in sheet.heads if text not in document.furniture]
        if not blocks:
            continue
        document.blocks += [Heading(fold(name), 2, sheet=True), *blocks]
        if hidden:
            message = f"The sheet '{name}' is hidden in the workbook."
            document.findings.append({"code": "hidden-sheet", "message": message})
    document.blocks += [Paragraph(text) for text in _beside(archive)]
    return document


def _beside(archive: Archive) -> list[str]:
    """Comments, and the words of text boxes, diagrams and charts."""
    roots = [archive.tree(name) for name in archive.names("xl/comments") if name.endswith(".xml")]
    comments = [each for root in roots for each in root.iter(f"{S}comment")]
    found = [fold("".join(each.itertext(f"{S}t"))) for each in comments]
    for start in DRAWN:
        for name in archive.names(start):
            found += drawn_texts(archive.tree(name)) if name.endswith(".xml") else []
    return [text for text in found if text]


def _sheets(archive: Archive) -> list[tuple[str, str, bool]]:
    relations = archive.tree("xl/_rels/workbook.xml.rels")
    targets = {each.get("Id"): each.get("Target") or "" for each in relations}
    found = []
    for sheet in archive.tree(BOOK).iter(f"{S}sheet"):
        target = targets.get(sheet.get(f"{R}id"), "")
        part = posixpath.normpath(posixpath.join("xl", target)).lstrip("/")
        if target and part.startswith("xl/worksheets/"):
            hidden = sheet.get("state", "visible") != "visible"
            found.append((sheet.get("name") or "", part, hidden))
    if not found:
        raise Unreadable("is a workbook without a sheet")
    if len(found) > MOST_SHEETS:
        raise Unreadable("has more sheets than a plan could have")
    return found


def _parsed(data: bytes, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    """Element after element; each is thrown away once it was read."""
    try:
        for _, element in etree.iterparse(
            io.BytesIO(data), tag=tags, resolve_entities=False, no_network=True, load_dtd=False
        ):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise Unreadable("is damaged: one of its sheets is not whole") from error


def _strings(archive: Archive) -> Iterator[tuple[str, bool]]:
    """The words of the workbook, and whether all of them are struck through."""
    if "xl/sharedStrings.xml" not in archive:
        return
    for item in _parsed(archive.part("xl/sharedStrings.xml"), (f"{S}si",)):
        yield _rich(item)


def _rich(item: etree._Element) -> tuple[str, bool]:
    runs = item.findall(f"{S}r")
    texts = [_unescaped(run.findtext(f"{S}t")) for run in runs]
    struck = [run.find(f"{S}rPr/{S}strike") is not None for run in runs if run is not None]
    if runs:
        return "".join(texts), bool(struck) and all(struck)
    return _unescaped(item.findtext(f"{S}t")), False


def _unescaped(text: str | None) -> str:
    """Letters that a workbook may not hold as themselves stand in it as _x000D_."""
    return ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text or "")


def _sheet(data: bytes, strings: list[tuple[str, bool]], styles: Styles) -> _Sheet:
    sheet = _Sheet()
    if data.count(b"<v>") > MOST_CELLS:  # said at once, before any of them is looked at
        raise Unreadable(TOO_MANY)
    tags = (f"{S}row", f"{S}mergeCell", f"{S}headerFooter")
    for element in _parsed(EMPTY_ROW.sub(b"", data), tags):
        if element.tag == f"{S}mergeCell":
            box = _box(element.get("ref") or "")
            sheet.boxes += [box] if box and len(sheet.boxes) < MOST_CELLS // 4 else []
        elif element.tag == f"{S}headerFooter":
            texts = [fold(CODE.sub(_uncoded, each.text or "")) for each in element]
            sheet.heads += dict.fromkeys(text for text in texts if text)
        else:
            _take(sheet, element, strings, styles)
    _merge(sheet)
    return sheet


def _uncoded(code: re.Match[str]) -> str:
    return code[1] or " "


def _take(
    sheet: _Sheet, element: etree._Element, strings: list[tuple[str, bool]], styles: Styles
) -> None:
    cells = _row(element, strings, styles)
    number = _whole(element.get("r")) or (max(sheet.rows, default=0) + 1)
    sheet.aside += [cell.text for at, cell in cells.items() if at >= MOST_COLUMNS and cell.text]
    cells = {at: cell for at, cell in cells.items() if at < MOST_COLUMNS}
    if cells:
        sheet.rows[number] = cells
        sheet.count += len(cells)
    if element.get("hidden") in {"1", "true"}:
        sheet.hidden.add(number)
    if sheet.count + len(sheet.aside) > MOST_CELLS:
        raise Unreadable(TOO_MANY)


def _row(element: etree._Element, strings: list[tuple[str, bool]], styles: Styles) -> Cells:
    found: Cells = {}
    last = -1
    for each in element.iterchildren(f"{S}c"):
        place = _place(each.get("r") or "")
        last = place[1] if place else last + 1
        text, gone = _value(each, strings, styles)
        style = _whole(each.get("s"))
        shade = styles.shade(style)
        gone = gone or styles.struck(style)
        lines = lined(text, struck=gone)
        if lines or shade:
            found[last] = Cell(lines, shade=shade)
    return found


def _value(
    cell: etree._Element, strings: list[tuple[str, bool]], styles: Styles
) -> tuple[str, bool]:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(f"{S}is")
        return _rich(inline) if inline is not None else ("", False)
    value = cell.findtext(f"{S}v") or ""
    if kind == "s":
        at = _whole(value)
        return strings[at] if value and at < len(strings) else ("", False)
    if kind == "b":
        return ("TRUE" if value == "1" else "FALSE"), False
    if kind == "n":
        return shown(value, styles.format(_whole(cell.get("s")))), False
    return value, False


def _whole(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 9 else 0


def _place(name: str) -> tuple[int, int] | None:
    found = NAME.match(name)
    if not found:
        return None
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - 64
    return int(found.group(2)), column - 1


def _box(name: str) -> Box | None:
    first, _, last = name.partition(":")
    start, end = _place(first), _place(last)
    if not start or not end or end[1] >= MOST_COLUMNS:
        return None
    return start[0], start[1], end[0], end[1]


def _merge(sheet: _Sheet) -> None:
    lowest = max(sheet.rows, default=0)
    for top, left, bottom, right in sheet.boxes:
        first = sheet.rows.get(top, {}).get(left)
        if first is None:
            continue
        sheet.rows[top][left] = Cell(first.lines, first.shade, across=right - left + 1)
        for row in range(top, min(bottom, lowest) + 1):
            if row not in sheet.rows:
                continue
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    _cover(sheet, row, column, first, above=row > top, beside=column > left)


def _cover(sheet: _Sheet, row: int, column: int, first: Cell, *, above: bool, beside: bool) -> None:
    """The rest of a merged cell. What stands there itself nobody sees, but it is not lost."""
    own = sheet.rows[row].get(column)
    if own and own.own and own.text != first.text:
        sheet.aside.append(own.text)
    shade = None if beside else first.shade
    sheet.rows[row][column] = Cell(first.lines, shade, from_above=above, from_left=beside)


def _rows(sheet: _Sheet) -> Iterator[Row]:
    """The rows that hold anything, from the first column in use; one blank row for any gap."""
    used = [at for cells in sheet.rows.values() for at, cell in cells.items() if cell.text]
    left = min(used, default=0)
    before = 0
    for number in sorted(sheet.rows):
        if before and number > before + 1:
            yield Row(())
        before = number
        cells = sheet.rows[number]
        width = max(cells) + 1
        row = tuple(cells.get(column, Cell()) for column in range(left, width))
        yield Row(row, number in sheet.hidden)
