"""OpenDocument text."""

from lxml import etree

from frankpledge.reading.blocks import Cell, Document, Grid, Heading, Line, Paragraph
from frankpledge.reading.errors import Unreadable
from frankpledge.reading.formats.archive import Archive
from frankpledge.reading.formats.spans import Placed, laid_out
from frankpledge.reading.words import fold

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
MOST_REPEATED = 1000
PARTED = {f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"}


def read(archive: Archive) -> Document:
    root = archive.tree("content.xml")
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Unreadable("is an OpenDocument file, but not a text: save it as .docx or .xlsx")
    reader = _Reader(root)
    reader.walk(body)
    reader.document.furniture += _heads(archive)
    return reader.document


def _heads(archive: Archive) -> list[str]:
    styles = archive.maybe("styles.xml")
    if styles is None:
        return []
    tags = ("header", "footer", "header-left", "footer-left")
    texts = [fold(_said(each)) for tag in tags for each in styles.iter(f"{STYLE}{tag}")]
    return [text for text in texts if text]


class _Reader:
    def __init__(self, root: etree._Element) -> None:
        self.document = Document()
        self.shades: dict[str, str] = {}
        self.struck: set[str] = set()
        for style in root.iter(f"{STYLE}style"):
            self._style(style)

    def _style(self, style: etree._Element) -> None:
        name = style.get(f"{STYLE}name") or ""
        for properties in style:
            shade = properties.get(f"{FO}background-color")
            if shade and shade != "transparent":
                self.shades[name] = shade
            line = properties.get(f"{STYLE}text-line-through-style")
            if line and line != "none":
                self.struck.add(name)

    def walk(self, element: etree._Element, *, item: bool = False) -> None:
        for child in element:
            if child.tag == f"{TEXT}h":
                self._add(Heading(fold(_said(child)), _level(child)))
            elif child.tag == f"{TEXT}p":
                self._add(Paragraph(fold(_said(child)), item=item, struck=self._gone(child)))
                for frame in child.iter(f"{TABLE}table"):
                    self._table(frame)
            elif child.tag == f"{TABLE}table":
                self._table(child)
            elif child.tag == f"{TEXT}tracked-changes":
                gone = [fold(_said(each)) for each in child.iter(f"{TEXT}deletion")]
                self.document.deleted += [text for text in gone if text]
            else:
                self.walk(child, item=item or child.tag == f"{TEXT}list-item")

    def _add(self, block: Heading | Paragraph) -> None:
        if block.text:
            self.document.blocks.append(block)

    def _table(self, table: etree._Element) -> None:
        rows = laid_out(self._row(row) for row in _repeated(table, f"{TABLE}table-row"))
        if any(row.filled for row in rows):
            self.document.blocks.append(Grid(tuple(rows)))
        # What a merged cell covers nobody sees, but it is not lost.
        for covered in table.iter(f"{TABLE}covered-table-cell"):
            self._add(Paragraph(fold(_said(covered))))

    def _row(self, row: etree._Element) -> tuple[list[Placed], bool]:
        # The cells that a merged one covers are written out; it is the merged one that reaches.
        placed = [self._cell(cell) for cell in _repeated(row, f"{TABLE}table-cell")]
        return placed, row.get(f"{TABLE}visibility") == "collapse"

    def _cell(self, cell: etree._Element) -> Placed:
        lines: list[Line] = []
        for paragraph in cell.iter(f"{TEXT}p", f"{TEXT}h"):
            text = fold(_said(paragraph))
            if text:
                item = any(up.tag == f"{TEXT}list-item" for up in paragraph.iterancestors())
                lines.append(Line(text, item, self._gone(paragraph)))
        shade = self.shades.get(cell.get(f"{TABLE}style-name") or "")
        across = _number(cell.get(f"{TABLE}number-columns-spanned"))
        down = _number(cell.get(f"{TABLE}number-rows-spanned"))
        return Placed(Cell(tuple(lines), shade=shade), across, down)

    def _gone(self, paragraph: etree._Element) -> bool:
        """Struck through as a whole: by its own style or by that of every span in it."""
        if (paragraph.get(f"{TEXT}style-name") or "") in self.struck:
            return True
        spans = [each.get(f"{TEXT}style-name") or "" for each in paragraph.iter(f"{TEXT}span")]
        bare = fold(paragraph.text or "") or any(fold(each.tail or "") for each in paragraph)
        return bool(spans) and not bare and all(name in self.struck for name in spans)


def _repeated(parent: etree._Element, tag: str) -> list[etree._Element]:
    found: list[etree._Element] = []
    kind = "rows" if tag.endswith("row") else "columns"
    for child in parent.iter(tag):
        holder = child.getparent()
        while holder is not None and holder.tag not in {f"{TABLE}table", f"{TABLE}table-row"}:
            holder = holder.getparent()
        if holder is not parent:
            continue
        times = _number(child.get(f"{TABLE}number-{kind}-repeated"))
        found += [child] * (times if fold(_said(child)) else min(times, 2))
    return found


def _number(value: str | None) -> int:
    plain = value.isdecimal() and len(value) < 7 if value else False
    return max(1, min(int(value or 1), MOST_REPEATED)) if plain else 1


def _level(heading: etree._Element) -> int:
    return _number(heading.get(f"{TEXT}outline-level"))


def _said(element: etree._Element) -> str:
    """The words of a paragraph, without those of the tables and notes inside it."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag in PARTED:
            pieces.append(" ")
        elif child.tag != f"{TABLE}table":
            block = child.tag in {f"{TEXT}p", f"{TEXT}h"}
            pieces.append(f" {_said(child)} " if block else _said(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
