"""What may be asked, and what an answer is: sentences, a table, pictures, and its source."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from frankpledge.evidence.asking.told import Told
from frankpledge.pictures.picture import Picture, Table

Cell = str | int | float | None
# What is less would be printed as nought.
LEAST = 0.01


@dataclass(frozen=True)
class Question:
    """As the command line takes it, so that both give the same rows."""

    what: str
    area: str = ""
    start: str = ""
    end: str = ""
    types: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    kind: str = ""
    per: int = 0
    of: str = "people"
    before: str = ""
    first: str = "lowest"
    force: str = ""
    source: str = ""
    grain: str = ""
    is_adjusted: bool = False
    of_hexagons: bool = False
    named: str = ""  # a set of weights of harm


@dataclass(frozen=True)
class Answer:
    sentences: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    told: Told
    pictures: dict[str, Picture] = field(default_factory=dict)

    @property
    def table(self) -> Table:
        """As the command line's --csv prints it."""
        return Table(self.heads, tuple(tuple(_plain(cell) for cell in row) for row in self.rows))

    @property
    def figures(self) -> tuple[bool, ...]:
        """Which columns are of figures, and stand at the right."""
        return tuple(
            all(not isinstance(row[at], str) for row in self.rows) for at in range(len(self.heads))
        )

    def shown(self, most: int) -> list[tuple[str, ...]]:
        return [tuple(_said(cell) for cell in row) for row in self.rows[:most]]


def _plain(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _said(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:,.2f}" if cell == 0 or abs(cell) >= LEAST else f"under {LEAST}"
    return f"{cell:,}" if isinstance(cell, int) else cell


def made(
    sentences: Sequence[str],
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    told: Told,
    **pictures: Picture | None,
) -> Answer:
    drawn = {name: one for name, one in pictures.items() if one}
    return Answer(tuple(sentences), tuple(heads), tuple(map(tuple, rows)), told, drawn)
