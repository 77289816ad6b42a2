"""The chance that a sum still to come stays within what a target leaves: a negative binomial."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]

# How finely what is not known of the variance is averaged over.
PARTS = 7


def at_most(mean: "Table", variance: "Table", most: "Table", freedom: float) -> "Table":
    """The chance of no more than `most`, averaged over how large the variance may truly be."""
    import numpy as np

    total = np.zeros_like(mean)
    for times in scales(freedom):
        total += _one(mean, np.maximum(variance * times, mean * 1.0001 + 1e-9), most)
    return np.clip(total / PARTS, 0.0, 1.0)


def scales(freedom: float) -> list[float]:
    """What the variance may be times as large as it was found, each as likely as the next."""
    from scipy.special import chdtri

    return [freedom / float(chdtri(freedom, (at + 0.5) / PARTS)) for at in range(PARTS)]


def _one(mean: "Table", variance: "Table", most: "Table") -> "Table":
    import numpy as np
    from scipy.special import betainc

    sure = np.maximum(mean, 1e-12)
    size = sure * sure / (variance - mean)
    share = size / (size + sure)
    found = betainc(size, np.floor(np.maximum(most, 0)) + 1, share)
    return np.where(most < 0, 0.0, found)
