"""Small numbers held back from a table, and enough others that none can be worked out."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from frankpledge.figures import given
from frankpledge.figures.circuits import Grid, Place, circuit, steps_of
from frankpledge.figures.errors import CannotWorkOut

# What a count must reach to be shown; a partnership may set its own.
THRESHOLDS: Mapping[str, int] = {
    "restricted": 0,
    "internal": 0,
    "board": 0,
    "policing body": 0,
    "members": 5,
    "public": 5,
}
Cells = tuple[tuple[int | None, ...], ...]


@dataclass(frozen=True)
class Suppressed:
    """The table as it may be shown: None stands for what is held back."""

    cells: Cells
    row_totals: tuple[int | None, ...] | None
    column_totals: tuple[int | None, ...] | None
    total: int | None
    small: int
    besides: int
    threshold: int

    @property
    def sentence(self) -> str:
        if not self.small:
            return "Nothing is held back."
        said = f"Counts of 1 to {self.threshold - 1} are held back ({self.small})"
        if self.threshold == 2:
            said = f"Counts of 1 are held back ({self.small})"
        if self.besides:
            said += f", and {self.besides} more so that none can be worked out from the rest"
        return f"{said}."

    def to_dict(self) -> dict[str, Any]:
        return {**asdict(self), "sentence": self.sentence}


def threshold_for(audience: str, thresholds: Mapping[str, int] = THRESHOLDS) -> int:
    if audience not in thresholds:
        known = ", ".join(thresholds)
        raise CannotWorkOut(f"There is no audience called {audience}: it is one of {known}.")
    return thresholds[audience]


def suppress(
    rows: Sequence[Sequence[int]],
    *,
    threshold: int = 5,
    row_totals: bool = True,
    column_totals: bool = True,
) -> Suppressed:
    """Totals that are shown can be held back too; those that are not shown give nothing away."""
    grid = Grid.of(_counts(rows), row_totals=row_totals, column_totals=column_totals)
    small = {place for place, value in grid.shown() if 0 < value < threshold}
    hidden, steps = set(small), steps_of(grid)
    for place in sorted(small, key=lambda each: (-grid.value(each), each)):
        hidden |= circuit(grid, steps, place, hidden)
    return _table(grid, small, hidden, threshold)


@dataclass(frozen=True)
class Held:
    """A table for everybody: None is held back, noughts stand, totals of columns are known."""

    cells: Cells
    row_totals: tuple[int | None, ...]
    # Columns with so few in all that none of their counts is shown.
    whole: frozenset[int]


def too_few(total: int, rows: int, *, threshold: int, each: int) -> bool:
    """Said of a column by its total alone, so that saying it gives nothing away."""
    return 0 < total < max(each * rows, 2 * threshold)


def hold_back(rows: Sequence[Sequence[int]], *, threshold: int, each: int = 2) -> Held:
    """Readers are given the total of each column, and that what is hidden is never nought.

    Wherever it can be done, not even those who know which counts are small can tell one of them.
    A column with fewer than `each` a row goes whole: with fewer, ones alone might add up to it.
    """
    counts = _counts(rows)
    totals = [sum(column) for column in zip(*counts, strict=True)]
    few = (too_few(each_total, len(rows), threshold=threshold, each=each) for each_total in totals)
    whole = frozenset(at for at, is_few in enumerate(few) if is_few)
    grid = Grid.of(counts, row_totals=True, column_totals=True, known=True, least=1, whole=whole)
    small = {place for place, value in grid.shown() if 0 < value < threshold}
    hidden = small | {(row, at) for row in range(grid.height) for at in whole}
    ways = [(each, steps_of(each)) for each in (replace(grid, below=threshold), grid)]
    for place in sorted(small, key=lambda one: (-grid.value(one), one)):
        found = next((got for w, s in ways if (got := circuit(w, s, place, hidden))), None)
        if not found:
            raise CannotWorkOut("Too little was counted here for a table that gives nobody away.")
        hidden |= found
    table = _table(grid, small, hidden, threshold)
    return Held(table.cells, table.row_totals or (), whole)


def _counts(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    counts = [[given.count(value) for value in row] for row in rows]
    if not counts or not counts[0] or len({len(row) for row in counts}) > 1:
        raise CannotWorkOut("A table needs rows of the same length, with at least one count each.")
    return counts


def _table(grid: Grid, small: set[Place], hidden: set[Place], threshold: int) -> Suppressed:
    def shown(row: int, column: int) -> int | None:
        return None if (row, column) in hidden else grid.value((row, column))

    height, width = grid.height, grid.width
    both = grid.row_totals and grid.column_totals
    return Suppressed(
        cells=tuple(tuple(shown(row, at) for at in range(width)) for row in range(height)),
        row_totals=tuple(shown(row, width) for row in range(height)) if grid.row_totals else None,
        column_totals=(
            tuple(shown(height, at) for at in range(width)) if grid.column_totals else None
        ),
        total=shown(height, width) if both else None,
        small=len(small),
        besides=len(hidden - small),
        threshold=threshold,
    )
