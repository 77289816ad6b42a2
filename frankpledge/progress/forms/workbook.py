"""A round's questions as a workbook: a row for each outcome, the same bytes each time."""

import datetime
import io
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from frankpledge.progress.forms import marks
from frankpledge.progress.forms.columns import COLUMNS, Column
from frankpledge.progress.forms.here import Values, is_asked, values_here
from frankpledge.progress.forms.scale import choices
from frankpledge.progress.forms.told import LONGEST, told
from frankpledge.progress.forms.words import how_to_fill, title_of
from frankpledge.progress.models import Request
from frankpledge.progress.queries.replying import ItemHere, OutcomeHere

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
CELL = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#B1B4B6"}
HEAD = {**CELL, "bold": True, "bg_color": "#1D3B4A", "font_color": "#FFFFFF"}
GREY = {**CELL, "bg_color": "#EDEBE4", "font_color": "#505A5F"}
SPARE = 500  # rows below that take the same choices
ANSWERS, CHOICES, ABOUT = "Answers", "Choices", "About this form"


def workbook(request: Request, heres: list[ItemHere], due: str) -> bytes:
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, OPTIONS)
    book.set_properties({"title": title_of(request)[:200], "created": MADE})
    _Book(book, request, heres).write(due)
    book.close()
    return held.getvalue()


class _Book:
    def __init__(self, book: Any, request: Request, heres: list[ItemHere]) -> None:
        self.request, self.heres = request, heres
        self.sheet, self.choices, self.about = map(book.add_worksheet, (ANSWERS, CHOICES, ABOUT))
        self.cell, self.head, self.grey = map(book.add_format, (CELL, HEAD, GREY))
        self.text = book.add_format({**CELL, "num_format": "@"})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.at = 0

    def write(self, due: str) -> None:
        self._opening(due)
        top = self.at
        self._heads()
        for here in self.heres:
            self._promise(here)
        self._lists(top)
        self._hidden()
        self.sheet.freeze_panes(top + 1, 3)
        self.sheet.repeat_rows(top)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)

    def _opening(self, due: str) -> None:
        put(self.sheet, 0, 1, title_of(self.request), self.title)
        for self.at, line in enumerate(how_to_fill(due), 1):
            put(self.sheet, self.at, 1, line, None)
        self.at += 2

    def _heads(self) -> None:
        for at, column in enumerate(COLUMNS):
            put(self.sheet, self.at, at, column.heading, self.head)
            hidden = {"hidden": True} if column.name == "mark" else {}
            self.sheet.set_column(at, at, column.width, None, hidden)
        self.at += 1

    def _promise(self, here: ItemHere) -> None:
        held = values_here(here)
        for place, one in enumerate(here.outcomes or []):
            beside = told(here, one, is_first=place == 0)
            beside["mark"] = f"{here.item.pk}.{one.key}"
            for at, column in enumerate(COLUMNS):
                if not column.is_asked:
                    put(self.sheet, self.at, at, beside[column.name], self.grey)
                elif self._takes(here, one, column, place):
                    put(self.sheet, self.at, at, _typed(here, one, column, held), self.text)
                else:
                    put(self.sheet, self.at, at, "", self.grey)
            self.at += 1

    def _takes(self, here: ItemHere, one: OutcomeHere, column: Column, place: int) -> bool:
        return is_asked(here, one, column.name) if column.of_outcome else place == 0

    def _lists(self, top: int) -> None:
        words = list(choices(self.heres[0].scale).values()) if self.heres else []
        for at, word in enumerate(words):
            put(self.choices, at, 0, word, None)
        self.choices.hide()
        how = next(at for at, column in enumerate(COLUMNS) if column.name == "how")
        rule = {
            "validate": "list",
            "source": f"={CHOICES}!$A$1:$A${max(len(words), 1)}",
            # Other words are taken too, and asked about when the form comes back.
            "error_type": "warning",
        }
        self.sheet.data_validation(top + 1, how, self.at + SPARE, how, rule)

    def _hidden(self) -> None:
        """What stood in each cell when this was made: told by digests, and by no words."""
        held = {here.item.pk: values_here(here) for here in self.heres}
        put(self.about, 0, 0, "Please leave this sheet as it is.", None)
        for at, piece in enumerate(marks.signed(self.request, marks.seen_of(held)), 1):
            put(self.about, at, 0, piece, None)
        self.about.hide()


def _typed(here: ItemHere, one: OutcomeHere, column: Column, held: Values) -> str:
    name = f"{column.name}-{one.key}" if column.of_outcome else column.name
    value = held.get(name, "")
    if column.kind == "how":
        return choices(here.scale).get(value, "")
    return value if len(value) <= LONGEST else ""


def put(sheet: Any, row: int, column: int, text: str, style: Any) -> None:
    """Always as words: what begins with an equals sign is not run."""
    if text.startswith("<r>") and text.endswith("</r>"):
        text += "\n"  # or the library would take these words for marks of its own
    if text:
        sheet.write_string(row, column, text, style)
    elif style is not None:
        sheet.write_blank(row, column, None, style)
