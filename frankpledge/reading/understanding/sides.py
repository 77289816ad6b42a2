"""Two tables that stand side by side on one sheet, taken apart."""

from dataclasses import replace

from frankpledge.reading.blocks import Cell, Grid, Row
from frankpledge.reading.understanding.headers import columns_of

MANY = 20


def side_by_side(grid: Grid) -> list[Grid]:
    """The grid itself, but where one head is printed twice across it."""
    for row in grid.rows[:MANY]:
        cut = _cut(row, grid)
        if cut:
            return [_part(grid, 0, cut), *side_by_side(_part(grid, cut, grid.width))]
    return [grid]


def _cut(row: Row, grid: Grid) -> int | None:
    """Where the second head begins: the same words again, from an empty column or the middle."""
    heads = [cell.text for cell in row.cells]
    first = next((at for at, head in enumerate(heads) if head), None)
    if first is None or heads.count(heads[first]) < 2:
        return None
    again = heads.index(heads[first], first + 1)
    one = [head for head in heads[first:again] if head]
    other = [head for head in heads[again:] if head][: len(one)]
    if one != other or not _empty_between(grid, again, heads):
        return None
    left = columns_of(Row(row.cells[:again]))
    return again if left and left.of_actions else None


def _empty_between(grid: Grid, again: int, heads: list[str]) -> bool:
    adjoining = bool(heads[again - 1])
    return adjoining or not any(
        cell.own for row in grid.rows for cell in row.cells[again - 1 : again]
    )


def _part(grid: Grid, first: int, last: int) -> Grid:
    rows = []
    for row in grid.rows:
        cells = row.cells[first:last]
        while cells and cells[-1] == Cell():
            cells = cells[:-1]
        rows.append(Row(cells, row.hidden))
    width = max(len(row.cells) for row in rows)
    whole = [
        replace(row, cells=(*row.cells, *(Cell(),) * (width - len(row.cells)))) for row in rows
    ]
    return replace(grid, rows=tuple(whole))
