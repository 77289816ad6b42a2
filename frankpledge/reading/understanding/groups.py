"""Rows that hold one short line and stand over the promises below them: priorities on a sheet."""

from itertools import pairwise

from frankpledge.reading.blocks import Grid, Row
from frankpledge.reading.understanding.headers import Columns

LONGEST = 10


def group_rows(grid: Grid, head: Columns) -> set[int]:
    """By their place in the grid. Where anything speaks against it, a row is a promise."""
    heads = [at for at, row in enumerate(grid.rows) if row.texts[: head.width] == list(head.heads)]
    if not heads:
        return set()
    first = heads[0] + 1
    below = [(at, row) for at, row in enumerate(grid.rows) if at >= first and row.filled]
    groups = [at for at, row in below if _is_title(row)]
    others = [row for at, row in below if at not in groups]
    many = len([text for text in head.heads if text])
    whole = all(len(row.filled) * 2 >= many and len(row.filled) > 1 for row in others)
    opens = bool(below) and below[0][0] in groups
    follow = {at for (at, _), (after, _) in pairwise(below) if after not in groups}
    return set(groups) if len(groups) > 1 and opens and whole and set(groups) <= follow else set()


def _is_title(row: Row) -> bool:
    text = row.cells[0].own
    return (
        row.filled == [text]
        and len(text.split()) <= LONGEST
        and text[:1].isupper()
        and text[-1:] not in ".;,:"
        and not any(cell.from_above and cell.text for cell in row.cells)
    )
