"""The least squares of a few unknowns, none of them below nought.

By the active set of Lawson and Hanson (1974), from the sums of squares alone: for two or three
unknowns that is all it takes, and no library of a hundred modules is loaded for it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]
    Kept = NDArray[np.bool_]

# Beside unknowns scaled so that each sum of squares is one.
NOTHING = 1e-12


def nonnegative(gram: "Table", target: "Table") -> "Table":
    """`gram` is what the columns make with each other, `target` what they make with the right."""
    import numpy as np

    found = np.zeros(len(target))
    kept = np.zeros(len(target), dtype=bool)
    # Each round takes in the unknown that helps most; none comes in and leaves without end.
    for _ in range(3 * len(target)):
        slope = np.where(kept, 0.0, target - gram @ found)
        if slope.max() <= NOTHING:
            break
        kept[slope.argmax()] = True
        found = _within(gram, target, kept, found)
    return found


def _within(gram: "Table", target: "Table", kept: "Kept", found: "Table") -> "Table":
    """The least of those that are kept; whichever would fall below nought is let go on the way."""
    import numpy as np

    while True:
        tried = np.zeros(len(target))
        tried[kept] = np.linalg.solve(gram[np.ix_(kept, kept)], target[kept])
        below = kept & (tried <= 0)
        if not below.any():
            return tried
        found = found + (found[below] / (found[below] - tried[below])).min() * (tried - found)
        kept &= found > NOTHING
        found[~kept] = 0.0
