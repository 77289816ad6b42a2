"""The rows of a CSV that somebody made: a quotation mark that is not closed costs its own line."""

import csv
import io
from collections.abc import Sequence

# A cell with line breaks in it is no longer than this.
TALLEST = 20
LONGEST = 20_000


class Open(list[str]):
    """A line with a quotation mark that no later line closes."""


def rows_of(text: str) -> list[list[str]]:
    lines = list(io.StringIO(text, newline=None))
    made: list[list[str]] = []
    at = 0
    while at < len(lines):
        row, used = _row(lines, at, wide=len(made[-1]) if made else 0)
        made.append(row)
        at += used
    return made


def _row(lines: Sequence[str], at: int, *, wide: int) -> tuple[list[str], int]:
    """A row and how many lines it took: several where a cell has line breaks in it."""
    for used in range(1, min(TALLEST, len(lines) - at) + 1):
        row = _whole(lines[at : at + used])
        if row is not None and (used == 1 or wide in (0, len(row))):
            return row, used
    line = lines[at][:LONGEST]
    loose = next(csv.reader([line]))
    return (Open(loose) if line.count('"') % 2 else loose), 1


def _whole(lines: Sequence[str]) -> list[str] | None:
    """The one row that they are; None where a quotation mark is left open."""
    try:
        (row,) = csv.reader(lines, strict=True)
    except (csv.Error, ValueError):
        return None
    return row
