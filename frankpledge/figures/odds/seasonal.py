"""What each month of the year is like, each series leaning on those of its own group."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]

YEAR = 12
LEAST = 2 * YEAR
# A series of its own needs about this many counts in a month before it outweighs its group.
LEAN = 60.0
# And a group this many before it outweighs an even year.
LEAN_GROUP = 30.0


@dataclass(frozen=True)
class Seasonal:
    """Around 1 for the twelve months of each series; even where too little is known."""

    index: "Table"
    # Counts that each index rests on; endless where no season was looked for.
    rests_on: "Table"


def seasonal(values: "Table", groups: "NDArray[np.int64]", first: int) -> Seasonal:
    import numpy as np

    counted, due = _sums(values, first)
    n = int(groups.max()) + 1 if len(groups) else 0
    of_group, due_group = np.zeros((n, YEAR)), np.zeros((n, YEAR))
    np.add.at(of_group, groups, counted)
    np.add.at(due_group, groups, due)
    shared = _even((of_group + LEAN_GROUP) / (due_group + LEAN_GROUP))
    index = _even((counted + LEAN * shared[groups]) / (due + LEAN))
    looked_for = values.shape[1] >= LEAST
    return Seasonal(index, due + LEAN if looked_for else np.full_like(due, np.inf))


def _even(index: "Table") -> "Table":
    return index / index.mean(axis=1, keepdims=True)


def _sums(values: "Table", first: int) -> tuple["Table", "Table"]:
    """What was counted in each month of the year, and what the year about it made due."""
    import numpy as np

    rows, months = values.shape
    counted, due = np.zeros((rows, YEAR)), np.zeros((rows, YEAR))
    if months < LEAST:
        return counted, due
    for at in range(6, months - 6):
        about = values[:, at - 6 : at + 7]
        middle = (about.sum(axis=1) - (about[:, 0] + about[:, -1]) / 2) / YEAR
        known = np.isfinite(middle)
        counted[:, (first + at) % YEAR] += np.where(known, values[:, at], 0)
        due[:, (first + at) % YEAR] += np.where(known, middle, 0)
    return counted, due
