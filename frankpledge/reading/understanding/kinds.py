"""What a grid is: promises, figures, a key to the colours, a list of contents, or prose."""

import re

from frankpledge.reading.blocks import Grid, Row
from frankpledge.reading.understanding.colours import colour_of
from frankpledge.reading.understanding.columns import role_of
from frankpledge.reading.understanding.headers import Columns, columns_of
from frankpledge.reading.understanding.numbers import is_figure, is_nothing

COLOUR_WORD = re.compile(r"\b(?:red|amber|green|blue|gr[ae]y|yellow|orange)\b", re.I)
MANY = 200


def head_of(grid: Grid) -> Columns | None:
    """The first head in the grid that makes it a table of promises."""
    for row in grid.rows[:MANY]:
        columns = columns_of(row)
        if columns and columns.of_actions:
            return columns
    return None


def is_figures(grid: Grid) -> bool:
    """Half its cells or more, beside the first column, are numbers."""
    rows = [row for row in grid.rows if len(row.filled) > 1]
    if len(rows) < 3 or grid.width < 2:
        return False
    body = [text for row in rows[1:] for text in row.texts[1:] if not is_nothing(text)]
    return bool(body) and sum(map(is_figure, body)) * 2 >= len(body)


def is_contents(grid: Grid) -> bool:
    pages = [row.filled[-1] for row in grid.rows if row.filled]
    numbers = [int(text) for text in pages if text.isdecimal()]
    return (
        grid.width == 2
        and len(numbers) >= 3
        and len(numbers) >= len(pages) - 1
        and numbers == sorted(numbers)
        and any("page" in row.filled[-1].lower() or row.texts[0] == "" for row in grid.rows[:1])
    )


def legend_of(grid: Grid) -> dict[str, str]:
    """Colour to its meaning, where every row pairs one with the other."""
    found: dict[str, str] = {}
    for row in grid.rows:
        pair = _explained(row)
        if pair:
            found[pair[0]] = pair[1]
    rows = [row for row in grid.rows if row.filled]
    return found if len(found) >= 2 and len(found) >= len(rows) - 1 and grid.width <= 4 else {}


def _explained(row: Row) -> tuple[str, str] | None:
    for at, cell in enumerate(row.cells):
        named = COLOUR_WORD.search(cell.text) if len(cell.text.split()) <= 3 else None
        colour = colour_of(cell.shade) or (colour_of(named.group()) if named else None)
        rest = [each.text for n, each in enumerate(row.cells) if n != at and each.text]
        if colour and (rest or (cell.shade and cell.text)):
            return colour, " ".join(rest) or cell.text
    return None


def is_cards(grid: Grid) -> bool:
    """Records standing upright: the first column names the fields."""
    named = [role_of(row.texts[0]) for row in grid.rows if row.cells and row.texts[0]]
    roles = {role for role in named if role}
    return (
        2 <= grid.width <= 6
        and len(roles) >= 3
        and bool(roles & {"action", "aim"})
        and sum(1 for role in named if role) * 3 >= len(named) * 2
    )
