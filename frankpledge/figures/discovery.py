"""Many figures looked at together: how few of those found are owed to chance."""

from collections.abc import Sequence

from frankpledge.figures import given
from frankpledge.figures.errors import CannotWorkOut


def adjusted(chances: Sequence[float]) -> list[float]:
    """Benjamini and Hochberg's adjusted chances, in the order given: the least false discovery
    rate at which each would be found."""
    for chance in chances:
        if not 0 <= given.finite(chance) <= 1:
            raise CannotWorkOut(f"{chance} is not a chance: it lies between 0 and 1.")
    n = len(chances)
    order = sorted(range(n), key=lambda at: chances[at], reverse=True)
    made, least = [1.0] * n, 1.0
    for place, at in enumerate(order):
        least = min(least, chances[at] * n / (n - place))
        made[at] = least
    return made


def found(chances: Sequence[float], rate: float = 0.05) -> list[bool]:
    return [value <= rate for value in adjusted(chances)]
