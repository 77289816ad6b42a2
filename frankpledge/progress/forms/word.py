"""The same questions as a Word form: to print and fill in by hand, or to type in."""

import datetime
import io
from typing import Any

from docx import Document
from docx.shared import Mm, Pt, RGBColor

from frankpledge.progress.forms import marks
from frankpledge.progress.forms.columns import OF_OUTCOME, OF_PROMISE, Column
from frankpledge.progress.forms.here import is_asked
from frankpledge.progress.forms.scale import choices
from frankpledge.progress.forms.told import last_time, outcome_words
from frankpledge.progress.forms.words import title_of
from frankpledge.progress.models import Request
from frankpledge.progress.queries.replying import ItemHere, OutcomeHere
from frankpledge.writing import styles
from frankpledge.writing.layout import clean
from frankpledge.writing.marks import keep_whole, page_numbers
from frankpledge.writing.zipped import same_each_time

MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
WIDTHS = (Mm(16), Mm(52), Mm(112))
HEIGHT = {"words": Mm(22), "line": Mm(11)}
SMALL, PALE = Pt(6), RGBColor(0x6F, 0x77, 0x7B)


def word(request: Request, heres: list[ItemHere], due: str) -> bytes:
    document = Document()
    _set_up(document, request)
    document.add_paragraph(clean(title_of(request)), style="Title")
    document.add_paragraph(
        f"Write beside each question, and give this to the coordinator by {due}. Nought is a "
        "number. No names of victims, offenders or residents."
    )
    for here in heres:
        _promise(document, here)
    for piece in marks.signed(request, {}):
        _small(document.add_paragraph(), piece)
    held = io.BytesIO()
    document.save(held)
    return same_each_time(held.getvalue())


def _set_up(document: Any, request: Request) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(15)
    styles.ours(document)
    page_numbers(section.footer.paragraphs[0])
    facts = document.core_properties
    facts.title = clean(title_of(request))[:200]
    facts.author = facts.comments = facts.last_modified_by = ""
    facts.language = "en-GB"
    facts.created = facts.modified = MADE


def _promise(document: Any, here: ItemHere) -> None:
    document.add_heading(clean(str(here.action)), 1)
    if here.last_words:
        said = here.last_words
        document.add_paragraph(f"Said last time, {said.said_on.day} {said.said_on:%B %Y}:")
        for line in said.words.splitlines():
            document.add_paragraph(clean(line))
    for one in here.outcomes:
        _outcome(document, here, one)
    rows = [(f"{here.item.pk}.all.{each.name}", each, "") for each in OF_PROMISE]
    _table(document, rows)


def _outcome(document: Any, here: ItemHere, one: OutcomeHere) -> None:
    if one.outcome:
        document.add_heading(clean(f"Outcome {outcome_words(one)}"), 2)
    before = last_time(one)
    if before:
        document.add_paragraph(clean(f"Last time: {before}"))
    if one.figures_ask:
        document.add_paragraph(clean(one.figures_ask))
    scale = " / ".join(choices(here.scale).values())
    rows = [
        (f"{here.item.pk}.{one.key}.{each.name}", each, scale if each.kind == "how" else "")
        for each in OF_OUTCOME
        if is_asked(here, one, each.name)
    ]
    _table(document, rows)


def _table(document: Any, rows: list[tuple[str, Column, str]]) -> None:
    table = document.add_table(rows=len(rows), cols=3, style=styles.TABLE)
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = width  # LibreOffice goes by these, and Word by the cells
    for row, (mark, column, hint) in zip(table.rows, rows, strict=True):
        keep_whole(row)
        row.height = HEIGHT.get(column.kind, HEIGHT["line"])
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.width = width
        _small(row.cells[0].paragraphs[0], mark)
        row.cells[1].paragraphs[0].add_run(column.heading).bold = True
        if hint:
            row.cells[1].add_paragraph(clean(hint))
    document.add_paragraph()


def _small(paragraph: Any, text: str) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = SMALL, PALE
