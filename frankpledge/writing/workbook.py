"""A workbook: the action table, the other text and each table of figures on a sheet of its own."""

import datetime
import io
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from frankpledge.reading.own.layout import FIGURES, HEADS, TEXTS
from frankpledge.writing.colours import SHADES
from frankpledge.writing.errors import Unwritable
from frankpledge.writing.layout import (
    Line,
    PlanFile,
    PromiseRow,
    clean,
    joined,
    opening_of,
    passages_of,
)
from frankpledge.writing.table import table_of

Sheet = Any  # the library tells no types
Format = Any
LONGEST = 32_767
WIDTHS = {
    "Priority no.": 9,
    "Priority": 24,
    "Under priority": 18,
    "Ref": 7,
    "Aim": 26,
    "What will be done": 46,
    "Led by": 22,
    "Help from": 22,
    "By when": 16,
    "Resources": 22,
    "Outcomes promised": 42,
    "Current status": 20,
    "Latest update": 46,
}
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
BODY = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#B1B4B6"}
HEAD = {**BODY, "bold": True, "bg_color": "#1D3B4A", "font_color": "#FFFFFF", "valign": "vcenter"}
# No workbook says when it was made: the same plan is the same bytes.
MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def workbook(plan: PlanFile) -> bytes:
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, OPTIONS)
    book.set_properties({"title": clean(plan["title"])[:200], "created": MADE})
    _Book(book).write(plan)
    book.close()
    return held.getvalue()


class _Book:
    def __init__(self, book: Any) -> None:
        self.book = book
        self.body = book.add_format(BODY)
        self.head = book.add_format(HEAD)
        self.strong = book.add_format({"bold": True, "valign": "top"})
        self.title = book.add_format({"bold": True, "font_size": 14, "valign": "top"})
        self.shaded: dict[tuple[str | None, bool], Format] = {}

    def write(self, plan: PlanFile) -> None:
        self._promises(plan)
        passages = passages_of(plan)
        if passages:
            self._texts(passages)
        for number, figures in enumerate(plan["figures"], start=1):
            self._figures(figures, f"{FIGURES} {number}")

    def _sheet(self, name: str) -> Sheet:
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        sheet.set_footer("&L&A&RPage &P of &N")
        return sheet

    def _promises(self, plan: PlanFile) -> None:
        sheet = self._sheet("Action plan")
        heads, rows = table_of(plan)
        at = 0
        for name, text in opening_of(plan):
            _put(sheet, at, 0, name, self.strong)
            _put(sheet, at, 1, joined([Line(text)]), self.title if at == 0 else None)
            at += 1
        for column, head in enumerate(heads):
            _put(sheet, at, column, head, self.head)
            sheet.set_column(column, column, WIDTHS[head])
        sheet.set_row(at, 30)
        sheet.freeze_panes(at + 1, 0)
        sheet.repeat_rows(at)
        if rows:
            sheet.autofilter(at, 0, at + len(rows), len(heads) - 1)
        for number, (cells, row) in enumerate(rows, start=at + 1):
            for column, cell in enumerate(cells):
                _put(sheet, number, column, joined(cell), self._shade(heads[column], row))

    def _shade(self, head: str, row: PromiseRow | None) -> Format:
        """A rating is told by words and shown by shade; a struck promise is struck through."""
        struck = bool(row and row.struck and head in HEADS.values())
        colour = row.colour if row and head == HEADS["status"] else None
        key = (colour, struck)
        if key not in self.shaded:
            fill = {"bg_color": f"#{SHADES[colour]}"} if colour else {}
            self.shaded[key] = self.book.add_format({**BODY, **fill, "font_strikeout": struck})
        return self.shaded[key]

    def _texts(self, passages: list[tuple[str, list[str]]]) -> None:
        sheet = self._sheet(TEXTS)
        sheet.set_column(0, 0, 40)
        sheet.set_column(1, 1, 110)
        for column, head in enumerate(("Heading", "Text")):
            _put(sheet, 0, column, head, self.head)
        sheet.freeze_panes(1, 0)
        for number, (heading, lines) in enumerate(passages, start=1):
            _put(sheet, number, 0, heading, self.body)
            _put(sheet, number, 1, "\n".join(lines), self.body)

    def _figures(self, figures: dict[str, Any], name: str) -> None:
        sheet = self._sheet(name)
        at = 0
        if clean(figures["title"]):
            _put(sheet, 0, 0, f"{FIGURES}: {clean(figures['title'])}", self.title)
            at = 1
        sheet.set_column(0, 0, 32)
        sheet.set_column(1, max(len(figures["columns"]) - 1, 1), 16)
        for number, row in enumerate([figures["columns"], *figures["rows"]], start=at):
            for column, text in enumerate(row):
                _put(sheet, number, column, clean(text), self.head if number == at else self.body)


def _put(sheet: Sheet, row: int, column: int, text: str, style: Format | None) -> None:
    """Always as words: what begins with an equals sign is not run."""
    if len(text) > LONGEST:
        raise Unwritable(
            f"A text of {len(text):,} letters does not fit in a cell of a workbook: "
            "write the plan as docx, csv or json."
        )
    if text.startswith("<r>") and text.endswith("</r>"):
        text += "\n"  # or the library would take these words for marks of its own
    if text:
        sheet.write_string(row, column, text, style)
    elif style is not None:
        sheet.write_blank(row, column, None, style)
