"""Figures as they are given: refused in words before anything is worked out from them."""

import math
from statistics import NormalDist

from frankpledge.figures.errors import CannotWorkOut

Number = int | float


def count(value: Number) -> int:
    number = finite(value)
    if number < 0:
        raise CannotWorkOut(f"{value} is not a count: a count is nought or more.")
    if number != int(number):
        raise CannotWorkOut(f"{value} is not a count: a count is a whole number.")
    return int(value)


def base(value: Number, what: str) -> float:
    """What is divided by: people, households, days."""
    number = finite(value)
    if number <= 0:
        raise CannotWorkOut(f"{value} {what}: a rate needs more than nought to be worked out on.")
    return number


def finite(value: Number) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise CannotWorkOut(f"{value} is not a number.")
    return float(value)


def deviations(level: float) -> float:
    """How many standard deviations either side hold this share of a normal spread."""
    if not 0 < level < 1:
        raise CannotWorkOut(f"{level} is not a level: give a share between 0 and 1, such as 0.95.")
    # From the small tail: near 1 the large one has no digits left to tell levels apart.
    return -NormalDist().inv_cdf((1 - level) / 2)
