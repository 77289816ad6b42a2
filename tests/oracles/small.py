"""What somebody with patience can work out of a table with gaps: slow, plain, and with every clue.

Each gap is taken for the unknown that it is, and the least and the most it could be are found from
all that is printed. Where both are the same, the gap was no gap.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

Cell = tuple[str, str]


@dataclass(frozen=True)
class Printed:
    """Cells by row and column, and the sums that were printed; None is a gap.

    Noughts are always printed, except in `whole` columns, so that a gap elsewhere is 1 or more.
    """

    cells: Mapping[Cell, int | None]
    rows: Mapping[str, int | None]
    columns: Mapping[str, int]
    whole: Collection[str] = ()

    @property
    def gaps(self) -> list[Cell]:
        return [cell for cell, n in self.cells.items() if n is None]


def ranges(
    printed: Printed, truth: Mapping[Cell, int] | None = None, below: int = 0
) -> dict[Cell, tuple[int, int]]:
    """The least and the most that each gap could be; with the truth, for somebody who has been
    told which of the gaps are small."""
    found = {}
    for at, cell in enumerate(printed.gaps):
        ends = [_solved(printed, _towards(printed, at, way), truth, below) for way in (1, -1)]
        found[cell] = (round(ends[0][at]), round(ends[1][at]))
    return found


def row_ranges(printed: Printed) -> dict[str, tuple[int, int]]:
    """The same for sums of rows that were not printed."""
    found = {}
    for row in (each for each, n in printed.rows.items() if n is None):
        known = sum(n or 0 for (r, _), n in printed.cells.items() if r == row)
        inside = np.array([float(r == row) for r, _ in printed.gaps])
        low = _solved(printed, inside) @ inside
        high = _solved(printed, -inside) @ inside
        found[row] = (known + round(low), known + round(high))
    return found


def another(printed: Printed, truth: Mapping[Cell, int], *, below: int) -> dict[Cell, int] | None:
    """A table that prints the same, with other numbers in its gaps: small ones stay small."""
    gaps = printed.gaps
    for at in range(len(gaps)):
        for way in (1, -1):
            aim = _towards(printed, at, way)
            found = _solved(printed, aim, truth, below, blurred=False)
            made = {**truth, **{cell: round(n) for cell, n in zip(gaps, found, strict=True)}}
            if made != dict(truth):
                return made
    return None


def _towards(printed: Printed, at: int, way: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    aim = np.zeros(len(printed.gaps))
    aim[at] = way
    return aim


def _solved(
    printed: Printed,
    aim: "np.ndarray[tuple[int], np.dtype[np.float64]]",
    truth: Mapping[Cell, int] | None = None,
    below: int = 0,
    *,
    blurred: bool = True,
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    gaps = printed.gaps
    made, sums = [], []
    for at, wanted in ((1, printed.columns), (0, printed.rows)):
        for name, total in wanted.items():
            if total is None:
                continue
            known = sum(n for cell, n in printed.cells.items() if cell[at] == name and n)
            made.append([float(cell[at] == name) for cell in gaps])
            sums.append(total - known)
    # A row whose sum is not printed has one or more in it all the same.
    rows = [[float(r == name) for r, _ in gaps] for name, n in printed.rows.items() if n is None]
    lows = [
        1 - sum(n or 0 for (r, _), n in printed.cells.items() if r == name)
        for name, n in printed.rows.items()
        if n is None
    ]
    limits = [LinearConstraint(np.array(made), sums, sums)]
    if rows:
        limits.append(LinearConstraint(np.array(rows), lows, np.inf))
    least = [0 if c in printed.whole else 1 for _, c in gaps]
    most: list[float] = [np.inf] * len(gaps)
    for at, cell in enumerate(gaps if truth else []):
        assert truth is not None
        if blurred and cell[1] in printed.whole and truth[cell] < below:
            most[at] = below - 1  # nobody can tell a nought there from another small one
        elif truth[cell] < below:
            least[at], most[at] = min(1, truth[cell]), (below - 1 if truth[cell] else 0)
        else:
            least[at] = below
    found = milp(
        aim, constraints=limits, bounds=Bounds(least, most), integrality=np.ones(len(gaps))
    )
    if found.status == 3:  # no end to it in that direction
        return np.full(len(gaps), np.inf)
    assert found.success, found.message
    return np.asarray(found.x)
