"""Rows with fewer cells than their table has columns: which cells are missing."""

import re
from itertools import combinations

from frankpledge.reading.blocks import Cell, Row
from frankpledge.reading.understanding.headers import Columns

REF = re.compile(r"(?!0)(?:[A-Za-z]{1,6}[ ./-]?)?\d{1,3}(?:[./-]\d{1,2}){0,3}[a-z]?[.)]?\Z")
LETTER_REF = re.compile(r"[A-Z]\d{0,2}[.)]?\Z")
# Nothing of what a repeat has taken is given back: a long run of letters would take for ever.
MARKS = re.compile(r"(?:\(?\d{1,2}[.)]?\s*)++(?:not started.*)?\Z", re.I)
TIME = re.compile(
    r"\b(?:20\d\d|ongoing|quarterly|monthly|weekly|annual\w*|spring|summer|autumn|winter|when|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.I,
)
NAMELY = re.compile(r"(?:[A-Z(&/]\S*[\s/,]*|and\s|of\s|in conjunction with\s)++\Z")
MOST = 12


def is_ref(text: str) -> bool:
    return bool(REF.match(text) or LETTER_REF.match(text))


def aligned(row: Row, columns: Columns, numbers: dict[int, int]) -> tuple[Cell, ...]:
    """The row's cells, one for each column; `numbers` says where each column's list stands."""
    cells = list(row.cells)
    while len(cells) > columns.width and not cells[-1].text:
        cells.pop()
    missing = columns.width - len(cells)
    if missing < 0:
        return _squeezed(cells, columns.width)
    if missing == 0 or columns.width > MOST:
        return tuple(cells + [Cell()] * missing)
    places = max(
        combinations(range(columns.width), len(cells)),
        key=lambda chosen: _fit(chosen, cells, columns, numbers),
    )
    full = [Cell()] * columns.width
    for place, cell in zip(places, cells, strict=True):
        full[place] = cell
    return tuple(full)


def _squeezed(cells: list[Cell], width: int) -> tuple[Cell, ...]:
    """More cells than columns: the surplus goes with the last column, so that no word is lost."""
    rest = tuple(line for cell in cells[width - 1 :] for line in cell.lines)
    return (*cells[: width - 1], Cell(rest, shade=cells[width - 1].shade))


def _fit(
    chosen: tuple[int, ...], cells: list[Cell], columns: Columns, numbers: dict[int, int]
) -> tuple[int, int]:
    score = 0
    for place, cell in zip(chosen, cells, strict=True):
        if cell.text:
            score += _suits(cell.text, columns.roles[place])
            number = re.match(r"(\d{1,2})\. ", cell.text)
            if number and numbers.get(place) == int(number.group(1)) - 1:
                score += 3
    return score, -sum(chosen)


def _suits(text: str, role: str | None) -> int:
    many = len(text.split())
    if role == "ref":
        return 4 if is_ref(text) else -4
    if role == "status":
        return 3 if MARKS.match(text) else -1 if many > 6 else 0
    if role == "timescale":
        return (2 if TIME.search(text) else -2) if many <= 8 else -3
    if role == "lead":
        return (2 if NAMELY.match(text) else -1) if many <= 12 else -3
    return 1 if many > 4 else 0
