"""How far forecasts of the past were off, and what chance and drift must be to explain it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from frankpledge.figures.odds.nonnegative import nonnegative

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]

# Belief counts as this many forecasts; forecasts made in one month count as MONTH at most,
# since what moves one series of a place moves others.
WEIGHT = 1.0
MONTH = 20.0
ROUNDS = 6


def weights(n: int) -> "Table":
    """Of n forecasts made in one month."""
    import numpy as np

    return np.full(n, min(n, MONTH) / max(n, 1))


def fitted(missed: "Table", parts: "Table", weight: "Table", believed: Sequence[float]) -> "Table":
    """Squared misses as a sum of parts, none below nought, leaning on what was believed before."""
    import numpy as np

    found, first = np.array(believed), np.array(believed)
    for _ in range(ROUNDS):
        # A squared miss varies as the square of its own mean.
        sure = np.sqrt(weight) / np.maximum(parts @ found, 1e-9)
        left = np.vstack([parts * sure[:, None], np.diag(np.sqrt(WEIGHT) / first)])
        right = np.concatenate([missed * sure, np.full(len(first), np.sqrt(WEIGHT))])
        gram, target = left.T @ left, left.T @ right
        # Scaled, since parts differ by millions.
        size = np.sqrt(np.diag(gram))
        scaled = gram / np.outer(size, size) + 1e-12 * np.eye(len(first))
        found = nonnegative(scaled, target / size) / size
    return found
