"""A workbook: a sheet a table, with its head that stays, its words, and no colour alone."""

import io
import re
from typing import Any

from frankpledge.papers.blocks import Cell, Facts, Paper
from frankpledge.papers.marks import COLOURS
from frankpledge.papers.stand_ins import UNWRITABLE
from frankpledge.papers.writers.csv import joined
from frankpledge.papers.writers.made import Ways, Written
from frankpledge.reading.own.layout import PLAN

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST = 32_767
HEAD = 3  # the row of the heads
NUMBER = re.compile(r"-?\d{1,3}(,\d{3})*(\.\d+)?|-?\d+(\.\d+)?")
CUT = " (cut here: a cell of Excel holds no more)"


def write(paper: Paper, ways: Ways) -> Written:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    held = io.BytesIO()
    book = Workbook(
        held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties(
        {
            "title": _clean(paper.title)[:250],
            "author": _clean(paper.author)[:250],
            "comments": _clean(paper.foot),
            "created": paper.at.replace(tzinfo=None),
        }
    )
    notes: list[str] = []
    looks = _Looks(book)
    taken: set[str] = set()
    for caption, lines in joined(paper.tables):
        sheet = book.add_worksheet(_name(caption, taken))
        notes += _sheet(sheet, lines, paper, looks)
    book.close()
    return Written(held.getvalue(), tuple(dict.fromkeys(notes)))


class _Looks:
    def __init__(self, book: Any) -> None:
        def add(**looks: object) -> object:
            return book.add_format({"font_name": "Arial", "font_size": 10, **looks})

        self.title = add(bold=True, font_size=14)
        self.head = add(bold=True, text_wrap=True, bottom=2, valign="bottom")
        self.cell = add(text_wrap=True, valign="top", bottom=4, bottom_color="#D8D0BF")
        self.draft = add(bold=True)
        self.marked = {
            name: add(
                text_wrap=True,
                valign="top",
                bottom=4,
                bottom_color="#D8D0BF",
                left=5,
                left_color=edge,
            )
            for name, (_, edge) in COLOURS.items()
        }


def _sheet(sheet: Any, lines: list[list[Cell]], paper: Paper, looks: _Looks) -> list[str]:
    notes = []
    for at, (name, text) in enumerate(_opening(paper)):
        sheet.write_string(at, 0, _clean(name), looks.draft if at or text else looks.title)
        sheet.write_string(at, 1, _clean(text), looks.draft if at else looks.title)
    for at, head in enumerate(lines[0]):
        sheet.write_string(HEAD, at, _clean(head.text), looks.head)
        longest = max((len(line[at].plain) for line in lines[1:]), default=0)
        sheet.set_column(at, at, max(9, min(longest, 44)))
    for number, line in enumerate(lines[1:], start=HEAD + 1):
        notes += _row(sheet, number, line, looks)
    _on_paper(sheet, len(lines) - 1, len(lines[0]), paper)
    return notes


def _opening(paper: Paper) -> list[tuple[str, str]]:
    """At most three lines. A plan that can be read in again says whose it is and of which years."""
    first = paper.blocks[0] if paper.blocks else None
    if isinstance(first, Facts) and not paper.draft and any(one.ruled for one in paper.tables):
        return [(PLAN, paper.title), *first.rows][:HEAD]
    return [(paper.title, ""), (paper.draft or paper.over, "")]


def _row(sheet: Any, line: int, cells: list[Cell], looks: _Looks) -> list[str]:
    notes = []
    for at, cell in enumerate(cells):
        colour = next((mark.colour for mark in cell.all_marks), "")
        look = looks.marked.get(colour, looks.cell)
        text = _clean(cell.plain)
        if len(text) > LONGEST:
            text = text[: LONGEST - len(CUT)] + CUT
            notes.append("A text is longer than a cell of Excel holds, and is cut there.")
        if NUMBER.fullmatch(text) and at:
            sheet.write_number(line, at, float(text.replace(",", "")), look)
        else:
            sheet.write_string(line, at, text, look)
    return notes


def _on_paper(sheet: Any, rows: int, columns: int, paper: Paper) -> None:
    sheet.freeze_panes(4, 0)
    sheet.repeat_rows(3)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, 3 + rows, columns - 1)
    if paper.draft:
        sheet.set_header(f"&R&B{paper.draft}")


def _name(caption: str, taken: set[str]) -> str:
    """A sheet's name: short, and no other's."""
    words = " ".join(FORBIDDEN.sub(" ", _clean(caption)).split())
    plain = _whole(words, 28) or "Table"
    name, at = plain, 2
    while name.casefold() in taken:
        name, at = f"{_short(plain, 24)} {at}", at + 1
    taken.add(name.casefold())
    return name


def _whole(text: str, most: int) -> str:
    """Cut between words, where that leaves enough of them."""
    short = _short(text, most)
    if short == text or text[len(short) :].startswith(" "):
        return short
    words = short.rpartition(" ")[0]
    return words if len(words) > most // 2 else short


def _short(text: str, most: int) -> str:
    """Excel counts as UTF-16 does: an emoji is two."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore").strip()


def _clean(text: str) -> str:
    """Without what XML cannot hold; and no text of ours is taken for the library's own marks."""
    kept = UNWRITABLE.sub("", text)
    return f"{kept}\n" if kept.startswith("<r>") and kept.endswith("</r>") else kept
