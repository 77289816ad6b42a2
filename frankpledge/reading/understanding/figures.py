"""Tables of numbers, kept as they were printed, with their arithmetic checked."""

import re
from typing import Any

from frankpledge.reading.blocks import Grid
from frankpledge.reading.understanding.checks import checks, claims
from frankpledge.reading.understanding.numbers import is_figure

Figures = dict[str, Any]
YEARLY = re.compile(r"(?:19|20)\d\d(?:[/-]\d{1,4})?\Z")


def figures_of(grid: Grid, title: str | None) -> Figures:
    rows = [[cell.own for cell in row.cells] for row in grid.rows if row.filled]
    width = max(len(row) for row in rows)
    rows = [row + [""] * (width - len(row)) for row in rows]
    heads = _heads(rows)
    columns = [" ".join(filter(None, (row[at] for row in rows[:heads]))) for at in range(width)]
    body = rows[heads:]
    # The head that tells the columns apart is the last; the ones above it only group them.
    found, findings = checks(rows[heads - 1] if heads else columns, body)
    made: Figures = {
        "title": title,
        "columns": columns,
        "rows": body,
        "checks": found,
        "findings": findings,
    }
    if grid.place:
        made["at"] = grid.place
    return made


def _heads(rows: list[list[str]]) -> int:
    """How many rows stand above the first that holds figures."""
    for number, row in enumerate(rows):
        beside = [text for text in row[1:] if text]
        plain = [text for text in beside if is_figure(text) and not YEARLY.match(text)]
        if row[0] and plain and len(plain) * 2 >= len(beside):
            return number
    return 1


def check_prose(made: Figures, passages: list[dict[str, Any]]) -> None:
    for passage in passages:
        made["checks"] += claims(passage["text"], made["columns"], made["rows"], made["findings"])
