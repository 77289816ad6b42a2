"""Tables whose first column names the fields and whose other columns are one promise each."""

from frankpledge.reading.blocks import Cell, Grid, Row
from frankpledge.reading.understanding.columns import role_of
from frankpledge.reading.understanding.headers import Columns, settled


def upright(grid: Grid) -> tuple[Columns, list[Row]]:
    """The table turned on its side: a head, and a row for each column."""
    heads = tuple(row.cells[0].text for row in grid.rows)
    roles = tuple(role_of(head) if head else None for head in heads)
    width = grid.width
    rows = [
        Row(tuple(row.cells[at] if at < len(row.cells) else Cell() for row in grid.rows))
        for at in range(1, width)
    ]
    clean = sum(1 for role in roles if role)
    columns = settled(Columns(roles, heads, clean))
    return columns, [row for row in rows if row.filled]
