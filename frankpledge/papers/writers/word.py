"""A Word document that a clerk can edit: real styles, heads that repeat, words for pictures."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor

from frankpledge.papers.blocks import (
    Block,
    Cell,
    Columns,
    Counts,
    Facts,
    Heading,
    Items,
    PageBreak,
    Paper,
    Para,
    Picture,
    Row,
    Rule,
    Table,
)
from frankpledge.papers.drawn import drawn
from frankpledge.papers.fonts import covered
from frankpledge.papers.marks import Mark, drawing
from frankpledge.papers.stand_ins import UNWRITABLE, StandIns
from frankpledge.papers.writers import word_parts as parts
from frankpledge.papers.writers import word_styles as style
from frankpledge.papers.writers.made import Ways, Written
from frankpledge.papers.writers.png import as_png, raster
from frankpledge.writing.zipped import same_each_time

EMU, TWIPS = 12_700, 20
A4, MARGIN = (210, 297), 17
NO_LOGO = "The logo could not be drawn, so the paper has none."


def write(paper: Paper, ways: Ways) -> Written:
    notes: list[str] = []
    document = Document()
    style.ours(document, large=paper.large)
    _facts(document, paper)
    pictures = parts.Pictures(document)
    notes += _drawn(paper, pictures, ways)
    _Writer(document, paper, pictures).write(notes)
    held = io.BytesIO()
    document.save(held)
    return Written(same_each_time(held.getvalue()), tuple(notes))


def _facts(document: WordDocument, paper: Paper) -> None:
    facts = document.core_properties
    facts.title = _plain(paper.title)[:250]
    facts.author = facts.last_modified_by = _plain(paper.author)[:250]
    facts.comments = _plain(paper.foot)[:250]
    facts.language = paper.language
    facts.created = facts.modified = paper.at.replace(tzinfo=None, microsecond=0)


def _plain(text: str) -> str:
    return UNWRITABLE.sub("", text)


def _drawn(paper: Paper, pictures: parts.Pictures, ways: Ways) -> list[str]:
    """Marks and charts are drawn all at once: a page each, of one small document."""
    marks = sorted(set(_marks_in(paper)), key=repr)
    charts = [block for block in paper.blocks if isinstance(block, Picture)]
    stand_ins = StandIns(covered(ways.fonts))
    words = [stand_ins.of(drawn(chart.wide)) for chart in charts]
    made = as_png([*(drawing(mark) for mark in marks), *words], scale=3, added=ways.fonts)
    high = (15 if paper.large else 8.5) * EMU
    for mark, png in zip(marks, made, strict=False):
        pictures.put(mark, png, high=int(high * (0.6 if mark.kind == "odds" else 1)))
    wide = int(Mm(A4[0] - 2 * MARGIN))
    for chart, png in zip(charts, made[len(marks) :], strict=True):
        pictures.put(id(chart), png, wide=int(wide * (1 if paper.large else 0.94)))
    return stand_ins.notes


def _marks_in(paper: Paper) -> Iterator[Mark]:
    for block in paper.blocks:
        match block:
            case Para(mark=Mark() as mark):
                yield mark
            case Items(items=cells) | Counts(items=cells):
                yield from (mark for cell in cells for mark in cell.all_marks)
            case Columns(columns=columns):
                yield from (m for _, items in columns for c in items.items for m in c.all_marks)
            case Table(rows=rows):
                made = (row for row in rows if isinstance(row, Row))
                yield from (m for row in made for cell in row.cells for m in cell.all_marks)


class _Writer:
    def __init__(self, document: WordDocument, paper: Paper, pictures: parts.Pictures) -> None:
        self.document, self.paper, self.pictures = document, paper, pictures
        self.landscape = paper.landscape

    def write(self, notes: list[str]) -> None:
        section = self.document.sections[0]
        self._turn(section, self.paper.landscape)
        self._foot(section)
        notes += self._front()
        for block in self.paper.blocks:
            self._block(block)

    def _turn(self, section: Any, landscape: bool) -> None:
        wide, high = (A4[1], A4[0]) if landscape else A4
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(wide), Mm(high)
        style.margins(section)
        self.landscape = landscape

    def _foot(self, section: Any) -> None:
        if self.paper.draft:
            header = section.header.paragraphs[0]
            header.style = self.document.styles[style.DRAFT]
            header.add_run(_plain(self.paper.draft))
        foot = section.footer.paragraphs[0]
        foot.style = self.document.styles[style.META]
        foot.add_run(f"{_plain(self.paper.foot)} Page ")
        _field(foot.add_run(), "PAGE")
        foot.add_run(" of ")
        _field(foot.add_run(), "NUMPAGES")

    def _front(self) -> list[str]:
        notes = self._logo()
        over = self.document.add_paragraph(style=style.META).add_run(_plain(self.paper.over))
        over.font.color.rgb = RGBColor.from_string(self.paper.colour.removeprefix("#").upper())
        self.document.add_heading(_plain(self.paper.title), 1)
        if self.paper.draft:
            self.document.add_paragraph(_plain(self.paper.draft), style=style.DRAFT)
        return notes

    def _logo(self) -> list[str]:
        logo = self.paper.logo
        if logo is None:
            return []
        try:
            data = raster(logo.data, logo.kind)
            self.pictures.put("logo", data, high=34 * EMU)
        except Exception:  # whatever is wrong with it, the paper goes out
            return [NO_LOGO]
        run = self.document.add_paragraph().add_run()
        run._r.append(_holding(self.pictures.drawing("logo", alt=logo.says)))
        return []

    def _block(self, block: Block) -> None:
        write: Any = getattr(self, f"_{type(block).__name__.lower()}")
        write(block)

    def _heading(self, block: Heading) -> None:
        self.document.add_heading(_plain(block.text), block.level)

    def _facts(self, block: Facts) -> None:
        for name, text in block.rows:
            made = self.document.add_paragraph()
            made.add_run(f"{_plain(name)}: ").bold = True
            made.add_run(_plain(text))

    def _counts(self, block: Counts) -> None:
        for cell in block.items:
            self._cell(cell, "Normal")

    def _columns(self, block: Columns) -> None:
        for title, items in block.columns:
            self.document.add_heading(_plain(title), 3)
            self._items(items)

    def _rule(self, block: Rule) -> None:
        """Drawn on paper only: a document that is edited has no use for it."""

    def _para(self, block: Para) -> None:
        kind = style.SAID if block.said else style.META if block.meta else "Normal"
        kind = style.LEDE if block.lede else kind
        self._cell(Cell(block.text, block.mark, strong=block.strong), kind, keep=block.strong)

    def _cell(self, cell: Cell, kind: str, *, keep: bool = False) -> None:
        for mark, line in cell.lines or [(None, "")]:
            made = self.document.add_paragraph(style=kind)
            made.add_run(_plain(line)).bold = True if cell.strong else None
            if keep:
                made.paragraph_format.keep_with_next = True
            if mark:
                parts.marked(made._p, mark, self.pictures)
        if cell.meta:
            self.document.add_paragraph(_plain(cell.meta), style=style.META)

    def _items(self, items: Items) -> None:
        if items.numbered:
            self._numbered(items)
            return
        for cell in items.items:
            self._cell(
                replace(cell, text=cell.text.replace("\n", " ")),
                "Normal" if cell.all_marks else "List Bullet",
            )

    def _numbered(self, items: Items) -> None:
        """Numbers as words: those that Word counts go on from the list before."""
        for at, cell in enumerate(items.items, start=1):
            self._cell(replace(cell, text=f"{at}. {cell.text}"), "Normal")

    def _table(self, table: Table) -> None:
        if table.says_caption:
            self.document.add_paragraph(_plain(table.caption), style="Caption")
        wide = (A4[1] if self.landscape else A4[0]) - 2 * MARGIN
        made = parts.table(table, int(Mm(wide) / EMU * TWIPS), self.pictures)
        body = self.document.element.body
        body.insert(len(body) - 1, made)  # before the properties of the last section
        self.document.add_paragraph(style=style.META)

    def _picture(self, picture: Picture) -> None:
        self.document.add_paragraph(_plain(picture.title), style="Caption")
        below = self.document.add_paragraph(_plain(picture.subtitle), style=style.META)
        below.paragraph_format.keep_with_next = True
        run = self.document.add_paragraph().add_run()
        run._r.append(_holding(self.pictures.drawing(id(picture), alt=picture.alt)))
        for note in (*picture.notes, *picture.source):
            self.document.add_paragraph(_plain(note), style=style.META)

    def _pagebreak(self, block: PageBreak) -> None:
        if block.landscape is None or block.landscape == self.landscape:
            self.document.add_page_break()
        else:
            self._turn(self.document.add_section(WD_SECTION.NEW_PAGE), block.landscape)


def _holding(inline: Any) -> Any:
    made: Any = OxmlElement("w:drawing")
    made.append(inline)
    return made


def _field(run: Any, name: str) -> None:
    for kind in ("begin", "", "end"):
        made: Any = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            made.set(qn("w:fldCharType"), kind)
        else:
            made.text = name
        run._r.append(made)
