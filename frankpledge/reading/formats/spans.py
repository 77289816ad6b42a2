"""Cells that lie over several columns or rows, laid out so that every row has every column."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from frankpledge.reading.blocks import Cell, Row
from frankpledge.reading.errors import Unreadable

MOST_COLUMNS = 200
MOST_CELLS = 400_000


@dataclass
class Placed:
    cell: Cell
    across: int = 1
    down: int = 1


def laid_out(rows: Iterable[tuple[list[Placed], bool]]) -> tuple[Row, ...]:
    """From cells that say how far they reach; beside each row, whether it is hidden."""
    # Column to the cell that reaches down into it and how many rows it still does.
    reaching: dict[int, tuple[Cell, int]] = {}
    found: list[Row] = []
    total = 0
    for placed, hidden in rows:
        cells, reaching = _row(placed, reaching)
        total += len(cells)
        if total > MOST_CELLS:
            raise Unreadable("holds more cells than a plan could have")
        found.append(Row(tuple(cells), hidden))
    return tuple(found)


def _row(
    placed: list[Placed], reaching: dict[int, tuple[Cell, int]]
) -> tuple[list[Cell], dict[int, tuple[Cell, int]]]:
    cells: list[Cell] = []
    below = {at: (cell, left - 1) for at, (cell, left) in reaching.items() if left > 1}

    def from_above() -> None:
        while len(cells) in reaching:
            cells.append(reaching[len(cells)][0].again())

    for each in placed:
        from_above()
        start = len(cells)
        across = min(each.across, MOST_COLUMNS)
        cells.append(replace(each.cell, across=across))
        cells += [replace(each.cell, from_left=True, shade=None)] * (across - 1)
        if each.down > 1:
            below |= {at: (cells[at], each.down - 1) for at in range(start, len(cells))}
        if len(cells) > MOST_COLUMNS:
            raise Unreadable("has a table with more columns than a plan could have")
    from_above()
    last = max(reaching, default=-1)
    while len(cells) <= last:
        cells.append(Cell())
        from_above()
    return cells, below
