"""A column for each body, ticked where it takes part: put together into one that names them."""

import re
from dataclasses import replace

from frankpledge.language import Context, read_timescale
from frankpledge.reading.blocks import Cell, Grid, Line, Row
from frankpledge.reading.understanding.columns import role_of

TICK = re.compile(r"[\u2713\u2714\u2705\u2611\u25cf\u2022\u25a0xX*]\Z")
NO_BODY = re.compile(
    r"\W*(?:yes|no|y|n|done|complete[d]?|started|red|amber|green|blue|r|a|g|b|\d+)\W*\Z", re.I
)
BETWEEN = " / "
FEWEST = 2


def named_for_ticks(grid: Grid) -> Grid:
    columns = _ticked(grid)
    if len(columns) < FEWEST:
        return grid
    heads = [grid.rows[0].cells[at].text for at in columns]
    rows = [_row(row, columns, heads if number else None) for number, row in enumerate(grid.rows)]
    return replace(grid, rows=tuple(rows))


def names_bodies(head: str, texts: list[str]) -> bool:
    """Whether a column is one that was made so."""
    names = head.split(BETWEEN)
    said = [name for text in texts if text for name in text.split(BETWEEN)]
    return len(names) >= FEWEST and bool(said) and set(said) <= set(names)


def _ticked(grid: Grid) -> list[int]:
    if len(grid.rows) < 2:
        return []
    head, *body = grid.rows
    if any(len(row.cells) != len(head.cells) for row in body):
        return []
    return [at for at, cell in enumerate(head.cells) if _a_body(cell.own) and _all_ticks(body, at)]


def _a_body(head: str) -> bool:
    """No quarter, month, colour or answer: those are ticked as well."""
    if not head or role_of(head) or NO_BODY.match(head):
        return False
    return all(part.kind == "none" for part in read_timescale(head, Context()).parts)


def _all_ticks(body: list[Row], at: int) -> bool:
    texts = [row.cells[at].text for row in body if row.cells[at].text]
    return bool(texts) and all(map(TICK.match, texts))


def _row(row: Row, columns: list[int], heads: list[str] | None) -> Row:
    """The head keeps all the names; a row those that are ticked."""
    if heads is None:
        named = [row.cells[at].text for at in columns]
    else:
        pairs = zip(columns, heads, strict=True)
        named = [head for at, head in pairs if row.cells[at].text]
    made = Cell((Line(BETWEEN.join(named)),)) if named else Cell()
    cells = [
        made if at == columns[0] else cell
        for at, cell in enumerate(row.cells)
        if at == columns[0] or at not in columns
    ]
    return Row(tuple(cells), row.hidden)
