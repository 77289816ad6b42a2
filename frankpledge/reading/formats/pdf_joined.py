"""Rows of a table that were broken over two pages, put together again."""

import re
from collections.abc import Iterable
from dataclasses import replace

from frankpledge.reading.blocks import Block, Cell, Grid, Line, Row

NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s")
ENDS = (".", "!", "?", ";", ":")
# A column is one that every row fills, if so many rows do.
USUAL = 0.8


def joined_over_pages(blocks: list[Block], unclosed: Iterable[Grid]) -> list[Block]:
    """`unclosed` are the tables whose last row has no line below it."""
    is_open = {id(grid) for grid in unclosed}
    found: list[Block] = []
    open_now = False
    for block in blocks:
        before, kept = found[-1] if found else None, block
        if isinstance(block, Grid):
            if isinstance(before, Grid) and before.place != block.place:
                found[-1], kept = _joined(before, block, is_open=open_now)
            open_now = id(block) in is_open
        if not isinstance(kept, Grid) or kept.rows:
            found.append(kept)
    return found


def _joined(before: Grid, after: Grid, *, is_open: bool) -> tuple[Grid, Grid]:
    at = _first(before, after)
    if before.width != after.width or at >= len(after.rows) or not before.rows:
        return before, after
    last, row = before.rows[-1], after.rows[at]
    if not (is_open or _goes_on(before, after.rows[at:])) or last is before.rows[0]:
        return before, after
    whole = Row(tuple(map(_cell, last.cells, row.cells)), hidden=last.hidden)
    rest = (*after.rows[:at], *after.rows[at + 1 :])
    return replace(before, rows=(*before.rows[:-1], whole)), replace(after, rows=rest)


def _first(before: Grid, after: Grid) -> int:
    """Past the head, where it is said again."""
    heads = [row.texts for row in before.rows[:3]]
    at = 0
    while at < len(after.rows) and any(after.rows[at].filled) and after.rows[at].texts in heads:
        at += 1
    return at


def _goes_on(before: Grid, rows: tuple[Row, ...]) -> bool:
    """Its row has nothing in columns that every other row fills."""
    others = [row for row in (*before.rows, *rows[1:]) if len(row.filled) > 1]
    texts = rows[0].texts
    usual = [
        at
        for at in range(before.width)
        if len(others) > 2 and sum(1 for row in others if _has(row, at)) >= USUAL * len(others)
    ]
    empty = [at for at in usual if not texts[at]]
    return bool(rows[0].filled) and bool(empty) and (0 in empty or len(empty) > 1)


def _has(row: Row, at: int) -> bool:
    return at < len(row.cells) and bool(row.cells[at].text)


def _cell(above: Cell, below: Cell) -> Cell:
    if not above.lines or not below.lines:
        lines = above.lines + below.lines
    elif _same_line(above.lines[-1], below.lines[0]):
        text = f"{above.lines[-1].text} {below.lines[0].text}"
        lines = (*above.lines[:-1], replace(above.lines[-1], text=text), *below.lines[1:])
    else:
        lines = above.lines + below.lines
    return replace(above, lines=lines, shade=above.shade or below.shade)


def _same_line(one: Line, other: Line) -> bool:
    """A sentence that the end of the page cut in two."""
    if other.item or NUMBERED.match(other.text):
        return False
    return not (one.text.endswith(ENDS) and other.text[:1].isupper())
