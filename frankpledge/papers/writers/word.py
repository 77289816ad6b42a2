"""A Word document that a clerk can edit: real styles, heads that repeat, words for pictures."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.shared import Mm, RGBColor

from frankpledge.papers.blocks import (
    LONG,
    Block,
    Cell,
    Columns,
    Counts,
    Facts,
    Head,
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
from frankpledge.papers.fitting import fitted
from frankpledge.papers.fonts import covered
from frankpledge.papers.marks import Mark, drawing
from frankpledge.papers.stand_ins import UNWRITABLE, StandIns
from frankpledge.papers.wrapping import Letters
from frankpledge.papers.writers import word_pages as pages
from frankpledge.papers.writers import word_parts as parts
from frankpledge.papers.writers import word_styles as style
from frankpledge.papers.writers.made import Ways, Written
from frankpledge.papers.writers.png import as_png, raster
from frankpledge.writing.zipped import same_each_time

EMU, TWIPS = 12_700, 20
LETTERS = Letters(wider=1.1, beside=7)
CHART = 0.75  # of the width: three stand on a page
FEW = 8
NO_LOGO = "The logo could not be drawn, so the paper has none."


def write(paper: Paper, ways: Ways) -> Written:
    notes: list[str] = []
    paper = fitted(paper, LETTERS)
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
    wide = int(Mm(pages.wide(landscape=False)))
    for chart, png in zip(charts, made[len(marks) :], strict=True):
        pictures.put(id(chart), png, wide=int(wide * (1 if paper.large else CHART)))
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
        self.keys = {one.name: one.style_id for one in document.styles}
        self.begins = self.leads = False  # the next paragraph: a page; what comes after it

    def write(self, notes: list[str]) -> None:
        pages.first(self.document, self.paper)
        notes += self._front()
        blocks = self.paper.blocks
        for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
            self.leads = (
                isinstance(after, Table | Facts | Items | Columns)
                or (isinstance(after, Picture) and not isinstance(block, Facts))
                or (isinstance(before, Heading) and isinstance(after, Para))
            )
            self._block(block)

    def _paragraph(self, kind: str = "Normal", *, keep: bool = False) -> Any:
        """Its style by its key: to look it up by its name takes longer than all the rest."""
        made = self.document.add_paragraph()
        if kind != "Normal":
            made._p.style = self.keys[kind]
        if self.begins:
            made.paragraph_format.page_break_before = True
            self.begins = False
        if keep:
            made.paragraph_format.keep_with_next = True
        return made

    def _front(self) -> list[str]:
        notes = self._logo()
        over = self._paragraph(style.META, keep=True).add_run(_plain(self.paper.over))
        over.font.color.rgb = RGBColor.from_string(self.paper.colour.removeprefix("#").upper())
        self._paragraph("Heading 1").add_run(_plain(self.paper.title))
        if self.paper.draft:
            self._paragraph(style.DRAFT).add_run(_plain(self.paper.draft))
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
        run = self._paragraph(keep=True).add_run()
        run._r.append(_holding(self.pictures.drawing("logo", alt=logo.says)))
        return []

    def _block(self, block: Block) -> None:
        write: Any = getattr(self, f"_{type(block).__name__.lower()}")
        write(block)

    def _heading(self, block: Heading) -> None:
        self._paragraph(f"Heading {block.level}").add_run(_plain(block.text))

    def _facts(self, block: Facts) -> None:
        few = sum(len(text) for _, text in block.rows) < LONG
        for at, (name, text) in enumerate(block.rows, start=1):
            made = self._paragraph(style.FACT, keep=few and (self.leads or at < len(block.rows)))
            made.add_run(f"{_plain(name)}{'' if name.endswith('?') else ':'} ").bold = True
            lines = [line for line in _plain(text).split("\n") if line.strip()]
            made.add_run("\n".join(lines))

    def _counts(self, block: Counts) -> None:
        """In one line, each mark with its words."""
        made = self._paragraph()
        for at, cell in enumerate(block.items):
            if at:
                made.add_run("   ")
            for mark in cell.all_marks:
                made._p.extend(parts.mark_runs(mark, self.pictures))
            words = _plain(cell.plain).replace(" ", "\u00a0")
            made.add_run(words).bold = True if cell.strong else None

    def _columns(self, block: Columns) -> None:
        """Side by side in a table of one row; under each other where letters are large."""
        if self.paper.large:
            for title, items in block.columns:
                self._paragraph("Heading 3").add_run(_plain(title))
                self._items(items)
            return
        heads = tuple(Head(title) for title, _ in block.columns)
        cells = tuple(_as_cell(items) for _, items in block.columns)
        self._table(Table(", ".join(head.text for head in heads), heads, (Row(cells),)))

    def _rule(self, block: Rule) -> None:
        """Drawn on paper only: a document that is edited has no use for it."""

    def _para(self, block: Para) -> None:
        kind = style.SAID if block.said else style.META if block.meta else "Normal"
        kind = style.LEDE if block.lede else kind
        keep = block.strong or ((self.leads or block.keep) and len(block.text) < LONG)
        self._cell(Cell(block.text, block.mark, strong=block.strong), kind, keep=keep)

    def _cell(self, cell: Cell, kind: str, *, keep: bool = False) -> None:
        for mark, line in cell.lines or [(None, "")]:
            made = self._paragraph(kind, keep=keep)
            made.add_run(_plain(line)).bold = True if cell.strong else None
            if mark:
                parts.marked(made._p, mark, self.pictures)
        if cell.meta:
            self._paragraph(style.META, keep=keep).add_run(_plain(cell.meta))

    def _items(self, items: Items) -> None:
        """Numbers are words: those that Word counts go on from the list before."""
        few = len(items.items) <= FEW and sum(len(cell.text) for cell in items.items) < LONG
        for at, cell in enumerate(items.items, start=1):
            text = f"{at}.\t{cell.text}" if items.numbered else cell.text
            kind = style.MARKED if cell.all_marks else "List Bullet"
            self._cell(
                replace(cell, text=text.replace("\n", " ")),
                style.NUMBERED if items.numbered else kind,
                keep=few and at < len(items.items),
            )

    def _table(self, table: Table) -> None:
        if table.says_caption:
            self._paragraph("Caption").add_run(_plain(table.caption))
        if self.begins:
            self._paragraph(style.GAP, keep=True)
        wide = int(Mm(pages.wide(landscape=self.landscape)) / EMU * TWIPS)
        body = self.document.element.body
        # Before the properties of the last section.
        body.insert(len(body) - 1, parts.table(table, wide, self.pictures))
        self._paragraph(style.GAP)

    def _picture(self, picture: Picture) -> None:
        told = [*picture.notes, *picture.source]
        self._paragraph("Caption").add_run(_plain(picture.title))
        self._paragraph(style.SOURCE, keep=True).add_run(_plain(picture.subtitle))
        run = self._paragraph(style.SOURCE, keep=bool(told)).add_run()
        run._r.append(_holding(self.pictures.drawing(id(picture), alt=picture.alt)))
        for at, note in enumerate(told, start=1):
            self._paragraph(style.SOURCE, keep=at < len(told)).add_run(_plain(note))

    def _pagebreak(self, block: PageBreak) -> None:
        if block.landscape is None or block.landscape == self.landscape:
            self.begins = True
            return
        pages.turned(self.document, self.paper, landscape=block.landscape)
        self.landscape = block.landscape


def _as_cell(items: Items) -> Cell:
    """A list as the lines of one cell."""
    texts = [cell.plain.replace("\n", " ") for cell in items.items]
    marks = tuple(next(iter(cell.all_marks), None) for cell in items.items)
    return Cell("\n".join(texts), marks=marks)


def _holding(inline: Any) -> Any:
    made: Any = OxmlElement("w:drawing")
    made.append(inline)
    return made
