"""Comma-separated values, and its cousins with semicolons, tabs and bars."""

import csv
import io

from frankpledge.reading.blocks import Block, Cell, Document, Grid, Heading, Paragraph, Row, lined
from frankpledge.reading.errors import Unreadable
from frankpledge.reading.formats import text as plain_text
from frankpledge.reading.formats.encoding import decoded
from frankpledge.reading.own.layout import QUOTED, unguarded
from frankpledge.reading.words import fold

MOST_ROWS = 50_000
LONGEST_CELL = 200_000


def read(data: bytes) -> Document:
    content = decoded(data)
    csv.field_size_limit(LONGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=delimiter(content)))
    except csv.Error as error:
        raise Unreadable("is no table of values: a cell has no end") from error
    if len(rows) > MOST_ROWS:
        raise Unreadable("has more rows than a plan could have")
    if max((len(row) for row in rows), default=0) < 2:
        return plain_text.read(data)
    return Document(list(stacked([_row(row) for row in rows])))


def _row(texts: list[str]) -> Row:
    return Row(tuple(Cell(lined(unguarded(text))) for text in texts))


def delimiter(content: str) -> str:
    """The mark that stands most often, and equally often, in the lines that have any."""
    if content.startswith(QUOTED):
        return ","
    lines = [line for line in content[:20_000].splitlines() if line.strip()][:40]
    return max(",;\t|", key=lambda mark: sum(min(line.count(mark), 30) for line in lines))


def stacked(rows: list[Row], place: str = "") -> list[Block]:
    """Sheets hold titles, tables and notes one below the other, with blank rows between."""
    found: list[Block] = []
    held: list[Row] = []
    for row in [*rows, Row(())]:
        if row.filled or any(cell.shade for cell in row.cells):
            held.append(row)
        elif held:
            found += _stretch(held, place)
            held = []
    return found


def _stretch(rows: list[Row], place: str) -> list[Block]:
    found: list[Block] = []
    at = 0
    while at < len(rows) and _alone(rows[at]):
        found.append(_line(rows[at].filled[0]))
        at += 1
    if at < len(rows):
        found.append(Grid(tuple(rows[at:]), place))
    return found


def _alone(row: Row) -> bool:
    own = [cell for cell in row.cells if cell.own]
    return len(own) == 1 and not any(cell.from_above and cell.text for cell in row.cells)


def _line(text: str) -> Block:
    if plain_text.looks_like_heading(fold(text)):
        return Heading(fold(text), 3, guessed=True)
    return Paragraph(fold(text))
