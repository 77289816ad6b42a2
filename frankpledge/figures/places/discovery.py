"""The false discovery rate over tens of thousands of chances at once."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def adjusted_many(chances: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """As figures.discovery.adjusted; the columns of a table are each allowed for by themselves."""
    import numpy as np

    n = chances.shape[0]
    order = np.argsort(chances, axis=0)
    ranks = np.arange(1, n + 1).reshape([-1] + [1] * (chances.ndim - 1))
    raised = np.take_along_axis(chances, order, axis=0) * n / ranks
    least = np.minimum(np.minimum.accumulate(raised[::-1], axis=0)[::-1], 1.0)
    made = np.empty_like(least)
    np.put_along_axis(made, order, least, axis=0)
    return made
