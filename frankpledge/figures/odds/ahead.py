"""What the months to come are due to bring, and how far off that may be."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from frankpledge.figures.odds.pool import Pool, walk

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]
    Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Due:
    """Sums of months to come: the mean and the variance of each."""

    mean: "Table"
    variance: "Table"


def due(pool: Pool, rows: "Whole", start: "Whole", months: "Whole", newest: "Whole") -> Due:
    """For each row named: so many months from `start`, told from what is known up to `newest`."""
    import numpy as np

    seasons, unsure = _seasons(pool, rows, start, months)
    shape, level = pool.levels.shape[rows, -1], pool.levels.mean[rows, -1]
    mean = level * seasons
    begin = np.maximum(start - newest, 1).astype(float)
    steps, slope = walk(begin, months.astype(float))
    square = mean * mean
    chance = pool.dispersion * (mean + square / shape)
    drift = square * (pool.drift * steps + pool.trend * slope)
    return Due(mean, chance + drift + pool.dispersion * level * level * unsure)


def _seasons(pool: Pool, rows: "Whole", start: "Whole", months: "Whole") -> tuple["Table", "Table"]:
    """The indexes of the months added up, and what is not known of them."""
    import numpy as np

    index, unsure = pool.season.index[rows], 1 / pool.season.rests_on[rows]
    total, open_, each = np.zeros(len(rows)), np.zeros(len(rows)), np.arange(len(rows))
    for step in range(int(months.max(initial=0))):
        within, at = step < months, (start + step) % 12
        total += np.where(within, index[each, at], 0)
        open_ += np.where(within, unsure[each, at], 0)
    return total, open_
