"""A Word document that a committee clerk can edit: headings, one table a priority, the rest."""

import datetime
import io
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from frankpledge.reading.own.layout import (
    BESIDE,
    FIGURES,
    HEADS,
    INDICATOR,
    LEAD,
    NO_HEADING,
    PLAN,
    PRIORITY,
    UNDER,
    UNNAMED,
    label,
)
from frankpledge.writing import marks, styles
from frankpledge.writing.layout import (
    Line,
    PlanFile,
    PromiseRow,
    clean,
    opening_of,
    passages_of,
    rows_of,
    used,
)
from frankpledge.writing.zipped import same_each_time

MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
PAGE, MARGIN = (Mm(297), Mm(210)), Mm(15)
# How the width of the page is shared out, in parts.
SHARES = {
    "ref": 9,
    "aim": 26,
    "action": 44,
    "lead": 25,
    "support": 25,
    "timescale": 21,
    "resources": 24,
    "outcomes": 44,
    "status": 25,
    "update": 48,
}
DEEPEST = 9


def word(plan: PlanFile) -> bytes:
    document = Document()
    _set_up(document, plan)
    _opening(document, plan)
    _promises(document, plan)
    _beside(document, plan)
    held = io.BytesIO()
    document.save(held)
    return same_each_time(held.getvalue())


def _set_up(document: WordDocument, plan: PlanFile) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    styles.ours(document)
    marks.page_numbers(section.footer.paragraphs[0])
    facts = document.core_properties
    facts.title = clean(plan["title"])[:200]
    facts.author = facts.comments = facts.last_modified_by = ""
    facts.language = "en-GB"
    facts.created = facts.modified = MADE


def _opening(document: WordDocument, plan: PlanFile) -> None:
    for name, text in opening_of(plan):
        if name == PLAN:
            document.add_paragraph(text, style="Title")
        else:
            document.add_paragraph(f"{name}: {text}", style="Subtitle")


def _promises(document: WordDocument, plan: PlanFile) -> None:
    rows = list(rows_of(plan))
    fields = used(rows)
    loose = [row for row in rows if row.priority is None]
    if loose:
        document.add_heading(UNNAMED, 1)
        _table(document, fields, loose)
    over: list[str] = []  # the priorities that are open, outermost first
    for priority in plan["priorities"]:
        _priority(document, priority, plan, over)
        under = [row for row in rows if row.priority and row.priority["id"] == priority["id"]]
        if under:
            _table(document, fields, under)
    if not rows:
        _table(document, fields, [])


def _priority(
    document: WordDocument, priority: dict[str, Any], plan: PlanFile, over: list[str]
) -> None:
    by_id = {each["id"]: each for each in plan["priorities"]}
    depth = _depth(priority, by_id)
    del over[depth - 1 :]
    ref = clean(priority["ref"])
    name = f"{PRIORITY} {ref}" if ref else PRIORITY
    document.add_heading(f"{name}: {clean(priority['title'])}", depth)
    parent = by_id.get(priority["parent"])
    if parent and over[-1:] != [parent["id"]]:
        under = label(clean(parent["ref"]), clean(parent["title"]))
        document.add_paragraph(f"{UNDER}: {under}")
    if clean(priority["lead"]):
        document.add_paragraph(f"{LEAD}: {clean(priority['lead'])}")
    for indicator in filter(None, map(clean, priority["indicators"])):
        document.add_paragraph(f"{INDICATOR}: {indicator}")
    over.append(priority["id"])


def _depth(priority: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> int:
    depth, here = 1, priority["parent"]
    while here is not None and depth < DEEPEST:
        depth, here = depth + 1, by_id[here]["parent"]
    return depth


def _table(document: WordDocument, fields: list[str], rows: list[PromiseRow]) -> None:
    table = _grid(document, [HEADS[name] for name in fields], len(rows))
    widths = _widths(fields)
    for at, width in enumerate(widths):
        table.columns[at].width = width
        for cell in table.columns[at].cells:
            cell.width = width
    body = [row.cells for row in table.rows][1:]
    for cells, row in zip(body, rows, strict=True):
        for cell, name in zip(cells, fields, strict=True):
            _fill(cell, row.cells[name], struck=row.struck)
            if name == "status" and row.colour:
                marks.shade(cell, row.colour)
    document.add_paragraph()


def _widths(fields: list[str]) -> list[int]:
    parts = sum(SHARES[name] for name in fields)
    usable = PAGE[0] - 2 * MARGIN
    return [int(usable * SHARES[name] / parts) for name in fields]


def _grid(document: WordDocument, heads: list[str], rows: int) -> Table:
    table = document.add_table(rows=rows + 1, cols=len(heads), style=styles.TABLE)
    table.autofit = False
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head)
        cell.paragraphs[0].style = styles.HEAD
        marks.fill(cell, styles.INK)
    marks.repeat(table.rows[0])
    for row in table.rows:
        marks.keep_whole(row)
    return table


def _fill(cell: _Cell, lines: list[Line], *, struck: bool = False) -> None:
    for at, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.style = styles.ITEM if line.item else styles.CELL
        _run(paragraph, line, struck=struck)
    if not lines:
        cell.paragraphs[0].style = styles.CELL


def _run(paragraph: Paragraph, line: Line, *, struck: bool) -> None:
    run = paragraph.add_run(line.text)
    if struck:
        run.font.strike = True
    if line.colour:
        marks.shade_paragraph(paragraph, line.colour)


def _beside(document: WordDocument, plan: PlanFile) -> None:
    passages = passages_of(plan)
    if not passages and not plan["figures"]:
        return
    document.add_heading(BESIDE, 1)
    for heading, lines in passages:
        document.add_heading(heading or NO_HEADING, 2)
        for line in lines:
            document.add_paragraph(line)
    for figures in plan["figures"]:
        _figures(document, figures)


def _figures(document: WordDocument, figures: dict[str, Any]) -> None:
    title = clean(figures["title"])
    if title:
        document.add_heading(f"{FIGURES}: {title}", 2)
    width = max([len(figures["columns"]), *map(len, figures["rows"])], default=0)
    if not width:
        return
    heads = [clean(text) for text in figures["columns"]]
    table = _grid(document, [*heads, *[""] * (width - len(heads))], len(figures["rows"]))
    table.autofit = True
    body = [row.cells for row in table.rows][1:]
    for cells, row in zip(body, figures["rows"], strict=True):
        for cell, text in zip(cells, row, strict=False):
            _fill(cell, [Line(clean(text))] if clean(text) else [])
    document.add_paragraph()
