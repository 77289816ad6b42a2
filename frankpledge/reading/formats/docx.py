"""Word documents: what a reader sees once every tracked change is accepted."""

from collections.abc import Iterator

from lxml import etree

from frankpledge.reading.blocks import Cell, Document, Grid, Heading, Line, Paragraph
from frankpledge.reading.formats import docx_lists, docx_styles
from frankpledge.reading.formats.archive import Archive
from frankpledge.reading.formats.docx_text import Said, W, said
from frankpledge.reading.formats.drawn import drawn_texts
from frankpledge.reading.formats.spans import Placed, laid_out
from frankpledge.reading.formats.text import looks_like_heading
from frankpledge.reading.words import fold

MAIN = "word/document.xml"
WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"}
GONE = {f"{W}del", f"{W}moveFrom"}
NOTES = ("word/footnotes.xml", "word/endnotes.xml", "word/comments.xml")
DRAWN = ("word/diagrams/data", "word/charts/chart")


def read(archive: Archive) -> Document:
    reader = _Reader(archive)
    body = archive.tree(MAIN).find(f"{W}body")
    if body is not None:
        reader.walk(body)
    for name in NOTES:
        notes = archive.maybe(name)
        for paragraph in notes.iter(f"{W}p") if notes is not None else ():
            reader.paragraph(paragraph)
    texts = [
        text for start in DRAWN for name in archive.names(start) for text in _drawn(archive, name)
    ]
    reader.document.blocks += [Paragraph(text) for text in texts]
    reader.heads(archive)
    return reader.document


def _drawn(archive: Archive, name: str) -> list[str]:
    return drawn_texts(archive.tree(name)) if name.endswith(".xml") else []


class _Reader:
    def __init__(self, archive: Archive) -> None:
        self.document = Document()
        self.styles = docx_styles.headings(archive.maybe("word/styles.xml"))
        self.lists = docx_lists.Lists(archive.maybe("word/numbering.xml"))

    def heads(self, archive: Archive) -> None:
        """Running heads and feet, each once: many sections repeat them."""
        texts: dict[str, None] = {}
        for name in [*archive.names("word/header"), *archive.names("word/footer")]:
            root = archive.tree(name)
            texts |= {fold(said(each).text): None for each in root.iter(f"{W}p")}
        self.document.furniture += [text for text in texts if text]

    def walk(self, element: etree._Element) -> None:
        for child in element:
            if child.tag == f"{W}p":
                # And what stands in text boxes that hang on it.
                for each in child.iter(f"{W}p"):
                    if not _in_fallback(each):
                        self.paragraph(each)
            elif child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag in GONE:
                gone = [fold(said(each).text) for each in child.iter(f"{W}p")]
                self.document.deleted += [text for text in gone if text]
            elif not str(child.tag).endswith("}Fallback"):
                self.walk(child)

    def paragraph(self, element: etree._Element) -> None:
        spoken = self._said(element)
        for line in spoken.lines:
            text = fold(line)
            if not text:
                continue
            level = self.styles.get(_style(element))
            item, mark = self.lists.mark(element)
            text = f"{mark} {text}" if mark and not text.startswith(mark) else text
            if level is not None:
                self.document.blocks.append(Heading(text, level))
            elif not item and spoken.bold and looks_like_heading(text):
                self.document.blocks.append(Heading(text, 4, guessed=True))
            else:
                self.document.blocks.append(Paragraph(text, item=item, struck=spoken.struck))

    def _said(self, element: etree._Element) -> Said:
        spoken = said(element)
        self.document.deleted += [fold(text) for text in spoken.deleted if fold(text)]
        return spoken

    def _table(self, table: etree._Element) -> None:
        if _is_frame(table):
            for cell in table.iterchildren(f"{W}tr"):
                self.walk(cell)
            return
        rows = [self._row(row) for row in _children(table, f"{W}tr")]
        _join_down(rows)
        grid = Grid(laid_out([(list[Placed](placed), hidden) for placed, hidden in rows if placed]))
        if any(row.filled for row in grid.rows):
            self.document.blocks.append(grid)

    def _row(self, row: etree._Element) -> tuple[list["_Placed"], bool]:
        properties = row.find(f"{W}trPr")
        placed: list[_Placed] = []
        hidden = False
        gone = properties is not None and properties.find(f"{W}del") is not None
        if properties is not None:
            before = properties.find(f"{W}gridBefore")
            skipped = _int(before.get(f"{W}val")) if before is not None else 0
            placed += [_Placed(Cell()) for _ in range(min(skipped, 20))]
            hidden = properties.find(f"{W}hidden") is not None
        cells = [self._cell(cell) for cell in _children(row, f"{W}tc")]
        if gone:
            self.document.deleted += [each.cell.text for each in cells if each.cell.text]
            return [], hidden
        return placed + cells, hidden

    def _cell(self, cell: etree._Element) -> "_Placed":
        lines: list[Line] = []
        lit: set[str] = set()
        for paragraph in cell.iter(f"{W}p"):
            if _in_fallback(paragraph):
                continue
            spoken = self._said(paragraph)
            item, mark = self.lists.mark(paragraph)
            lit |= spoken.highlights
            for at, text in enumerate(fold(each) for each in spoken.lines):
                if text:
                    marked = f"{mark} {text}" if mark and at == 0 else text
                    lines.append(Line(marked, item, spoken.struck))
        properties = cell.find(f"{W}tcPr")
        shade = docx_styles.shade(properties) or (lit.pop() if len(lit) == 1 else None)
        made = _Placed(Cell(tuple(lines), shade=shade))
        if properties is not None:
            span = properties.find(f"{W}gridSpan")
            made.across = max(1, _int(span.get(f"{W}val"))) if span is not None else 1
            merge = properties.find(f"{W}vMerge")
            made.goes_on = merge is not None and merge.get(f"{W}val", "continue") != "restart"
            made.begins = merge is not None and not made.goes_on
        return made


class _Placed(Placed):
    begins = False
    goes_on = False


def _join_down(rows: list[tuple[list[_Placed], bool]]) -> None:
    """Word marks each cell of a merged column; here the first one says how far it reaches."""
    open_cells: dict[int, _Placed] = {}
    for placed, _ in rows:
        at = 0
        kept: list[_Placed] = []
        for each in placed:
            above = open_cells.get(at)
            if each.goes_on and above is not None and not each.cell.text:
                above.down += 1
            else:
                kept.append(each)
                open_cells.pop(at, None)
                if each.begins:
                    open_cells[at] = each
            at += each.across
        placed[:] = kept


def _is_frame(table: etree._Element) -> bool:
    """A table that only sets other tables beside or under one another."""
    rows = list(_children(table, f"{W}tr"))
    cells = [cell for row in rows for cell in _children(row, f"{W}tc")]
    holds = any(len(inner) > 2 for cell in cells for inner in cell.iterchildren(f"{W}tbl"))
    return holds and (len(rows) <= 2 or len(cells) == len(rows))


def _children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _children(child, tag)


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return found.get(f"{W}val", "") if found is not None else ""


def _in_fallback(element: etree._Element) -> bool:
    return any(str(up.tag).endswith("}Fallback") for up in element.iterancestors())


def _int(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 5 else 0
