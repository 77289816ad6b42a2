"""Where each of many series stands, month by month: a gamma that forgets as it learns.

The shape counts what was seen and the rate how long was looked; both are discounted every
month, so that what was seen long ago weighs little where series drift.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]

# Half a count, spread over the months in which its group would have it: weak, and never nought.
PRIOR = 0.5


@dataclass(frozen=True)
class Levels:
    """After each month: one row for a series, one column for a month."""

    shape: "Table"
    rate: "Table"

    @property
    def mean(self) -> "Table":
        return self.shape / self.rate


def levels(values: "Table", exposure: "Table", usual: "Table", discount: float) -> Levels:
    """Exposure is the season of each month, or the people there; a missing value is nan."""
    import numpy as np

    rest = PRIOR / np.maximum(usual, 1e-9)
    shape, rate = np.full(len(values), PRIOR), rest.copy()
    shapes, rates = np.empty_like(values), np.empty_like(values)
    for at in range(values.shape[1]):
        seen = np.isfinite(values[:, at])
        shape = discount * shape + (1 - discount) * PRIOR + np.where(seen, values[:, at], 0)
        rate = discount * rate + (1 - discount) * rest + np.where(seen, exposure[:, at], 0)
        shapes[:, at], rates[:, at] = shape, rate
    return Levels(shapes, rates)
