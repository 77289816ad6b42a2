"""Pieces of a Word document written straight as XML: a large table takes no longer than a small."""

import io
from copy import deepcopy
from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu

from frankpledge.papers.blocks import LONG, Cell, Group, Row, Table
from frankpledge.papers.marks import Mark
from frankpledge.papers.stand_ins import UNWRITABLE
from frankpledge.papers.writers import word_styles as style

DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
NAMES = nsdecls("w")
RULE = '<w:{0} w:val="single" w:sz="{1}" w:space="0" w:color="{2}"/>'
FEW = 5  # rows that stand on one page


def clean(text: str) -> str:
    return escape(UNWRITABLE.sub("", text))


class Pictures:
    """Each drawing is kept once in the document, however often it stands in it."""

    def __init__(self, document: Document) -> None:
        self._part = document.part
        self._made: dict[object, Any] = {}
        self._number = 1000

    def put(self, key: object, png: bytes, *, high: int = 0, wide: int = 0) -> None:
        size = {"height": Emu(high)} if high else {"width": Emu(wide)}
        self._made[key] = self._part.new_pic_inline(io.BytesIO(png), **size)

    def drawing(self, key: object, *, alt: str = "") -> Any:
        inline = deepcopy(self._made[key])
        self._number += 1
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")  # or some programs leave a third of a centimetre round each mark
        inline.docPr.set("id", str(self._number))
        inline.docPr.set("name", f"Picture {self._number}")
        if alt:
            inline.docPr.set("descr", UNWRITABLE.sub("", alt))
        else:
            inline.docPr.append(parse_xml(DECORATIVE))
        return inline

    def has(self, key: object) -> bool:
        return key in self._made


def run(text: str, *, bold: bool = False) -> str:
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{weight}<w:t xml:space="preserve">{clean(text)}</w:t></w:r>'


def marked(paragraph: Any, mark: Mark, pictures: Pictures) -> None:
    """The mark first."""
    after = 1 if paragraph.find(f"{{{_W}}}pPr") is not None else 0
    paragraph[after:after] = mark_runs(mark, pictures)


def mark_runs(mark: Mark, pictures: Pictures) -> list[Any]:
    if not pictures.has(mark):
        return []
    holder = parse_xml(f"<w:r {NAMES}><w:drawing/></w:r>")
    holder[0].append(pictures.drawing(mark))
    # It does not break from its words, unless it is as wide as a column.
    space = " " if mark.kind == "odds" else "\u00a0"
    return [holder, parse_xml(f'<w:r {NAMES}><w:t xml:space="preserve">{space}</w:t></w:r>')]


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def table(given: Table, wide: int, pictures: Pictures) -> Any:
    """`wide` in twentieths of a point. The head row stands again on each page; rows stay whole."""
    shares = sum(head.width for head in given.heads)
    widths = [int(wide * head.width / shares) for head in given.heads]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    kept = _kept(given)
    rows = [_heads(given, widths)]
    rows += [
        _group(row, sum(widths), len(widths))
        if isinstance(row, Group)
        else _row(given, row, widths, keep=keep)
        for row, keep in zip(given.rows, kept, strict=True)
    ]
    lines = RULE.format("bottom", 4, "D8D0BF") + RULE.format("insideH", 4, "D8D0BF")
    made = parse_xml(
        f'<w:tbl {NAMES}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f"<w:tblBorders>{lines}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/>'
        '<w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0020" w:firstRow="1" w:firstColumn="1"/>'
        f'<w:tblCaption w:val="{_attribute(given.caption)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
    _marks(made, given, pictures)
    return made


def _kept(given: Table) -> list[bool]:
    """Which rows stay on the page of the next: no row stands alone below a head, or at the end."""
    rows = given.rows
    after = [isinstance(row, Row) and row.under for row in rows[1:]]
    few = len(rows) <= FEW and sum(len(c.text) for row in given.body for c in row.cells) < LONG
    ends = (0, len(rows) - 2) if len(rows) > FEW else ()
    return [*(few or under or at in ends for at, under in enumerate(after)), False]


def _attribute(text: str) -> str:
    return clean(text).replace('"', "&quot;")


def _heads(given: Table, widths: list[int]) -> str:
    cells = "".join(
        _cell(
            _paragraph(run(head.text), style.CELL_HEAD, right=head.side == "right", keep=True),
            width,
            border=RULE.format("bottom", 8, "1D1B24"),
        )
        for head, width in zip(given.heads, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _group(group: Group, width: int, columns: int) -> str:
    text = _paragraph(run(group.text, bold=True), style.CELL_SAID, keep=True)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(text, width, span=columns)}</w:tr>"


def _row(given: Table, row: Row, widths: list[int], *, keep: bool) -> str:
    cells = "".join(
        _cell(_words(cell, right=head.side == "right", keep=keep), width)
        for cell, head, width in zip(row.cells, given.heads, widths, strict=True)
    )
    whole = sum(len(cell.text) for cell in row.cells) < LONG
    return f"<w:tr>{'<w:trPr><w:cantSplit/></w:trPr>' if whole else ''}{cells}</w:tr>"


def _cell(inside: str, width: int, *, span: int = 0, border: str = "") -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span else ""
    borders = f"<w:tcBorders>{border}</w:tcBorders>" if border else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{borders}</w:tcPr>{inside}</w:tc>'
    )


def _words(cell: Cell, *, right: bool, keep: bool) -> str:
    kind = style.CELL_SAID if cell.said else style.CELL
    lines = [text for _, text in cell.lines] or ([] if cell.meta else [""])
    made = [_paragraph(run(one, bold=cell.strong), kind, right=right, keep=keep) for one in lines]
    made += [
        _paragraph(run(one), style.CELL_META, right=right, keep=keep)
        for one in cell.meta.split("\n")
        if one.strip()
    ]
    return "".join(made)


def _paragraph(inside: str, kind: str, *, right: bool = False, keep: bool = False) -> str:
    kept = "<w:keepNext/>" if keep else ""
    side = '<w:jc w:val="right"/>' if right else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{kind.replace(" ", "")}"/>{kept}{side}</w:pPr>{inside}</w:p>'
    )


def _marks(made: Any, given: Table, pictures: Pictures) -> None:
    rows = made.findall(f"{{{_W}}}tr")[1:]
    for line, row in zip(rows, given.rows, strict=True):
        if isinstance(row, Group):
            continue
        for place, cell in zip(line.findall(f"{{{_W}}}tc"), row.cells, strict=True):
            paragraphs = place.findall(f"{{{_W}}}p")
            for paragraph, (mark, _) in zip(paragraphs, cell.lines, strict=False):
                if mark:
                    marked(paragraph, mark, pictures)
