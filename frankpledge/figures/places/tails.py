"""How often as many places taken anywhere would add up to as much, or as little.

A bell is the usual answer, and raises false alarms where counts are few: chance itself then
leans to one side, as Poisson's does. A gamma curve with that lean (Pearson's third) is asked as
well, and the more cautious of the two is believed. Figures that are no counts, rates among them,
have the bell alone.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from frankpledge.figures.places.neighbours import Neighbours

COUNTS = "chance: the more cautious of a bell and of a gamma curve with Poisson's skew"
OTHERS = "chance: a bell"
# A curve that leans less than this is the bell.
UPRIGHT = 1e-3


def chances(
    z: "NDArray[np.float64]",
    values: "NDArray[np.float64]",
    neighbours: "Neighbours",
    rate: float,
) -> "NDArray[np.float64]":
    """Both directions. The gamma is asked only where the bell has found something: what is not
    clear by the bell could not become so."""
    import numpy as np
    from scipy.special import gammaincc

    made = bell(z)
    lean = np.multiply.outer(leaning(neighbours), skew_of_chance(values))
    asked = (made <= rate) & (z * lean > 0) & (np.abs(lean) > UPRIGHT)
    far, bend = np.abs(z[asked]), 2 / np.abs(lean[asked])
    made[asked] = np.maximum(made[asked], 2 * gammaincc(bend**2, bend**2 + far * bend))
    return np.minimum(made, 1.0)


def bell(z: "NDArray[np.float64]") -> "NDArray[np.float64]":
    import numpy as np
    from scipy.special import ndtr

    return 2 * ndtr(-np.abs(z))


def counts_only(values: "NDArray[np.float64]") -> bool:
    return bool((values >= 0).all() and (values % 1 == 0).all())


def skew_of_chance(values: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """What Poisson's spread has, at the mean of all places; of a table, each column's."""
    import numpy as np

    mean = np.asarray(values.mean(axis=0))
    if not counts_only(values):
        return np.zeros_like(mean)
    return np.divide(1.0, np.sqrt(mean), out=np.zeros_like(mean), where=mean > 0)


def leaning(neighbours: "Neighbours") -> "NDArray[np.float64]":
    """How much of the skew is left in a sum of so many, none of them taken twice."""
    import numpy as np

    n, mine = len(neighbours), neighbours.numbers.astype(float)
    below = (n - 2) * np.sqrt(mine * (n - mine))
    above = (n - 2 * mine) * np.sqrt(n - 1)
    return np.divide(above, below, out=np.zeros_like(mine), where=below > 0)
