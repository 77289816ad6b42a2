"""Figures as they are given: refused in words before anything is worked out from them."""

from math import isnan
from statistics import NormalDist

from frankpledge.figures.errors import CannotWorkOut

Number = int | float
LARGEST = 1e15
# Beyond this a count is a mistake, and exact tests would take minutes.
MOST = 1_000_000_000


def count(value: Number) -> int:
    number = finite(value)
    if number < 0:
        raise CannotWorkOut(f"{value} is not a count: a count is nought or more.")
    if number != int(number):
        raise CannotWorkOut(f"{value} is not a count: a count is a whole number.")
    if number > MOST:
        raise CannotWorkOut(f"{number:,.0f} is too large to be a count of anything here.")
    return int(value)


def base(value: Number, what: str) -> float:
    """What is divided by: people, households, days."""
    number = finite(value)
    if number <= 0:
        raise CannotWorkOut(f"{value} {what}: a rate needs more than nought to be worked out on.")
    return number


def finite(value: Number) -> float:
    known = isinstance(value, int | float) and not isinstance(value, bool)
    if not known or (isinstance(value, float) and isnan(value)):
        raise CannotWorkOut(f"{value} is not a number.")
    if abs(value) > LARGEST:
        shown = str(value) if isinstance(value, float) else "This number"
        raise CannotWorkOut(f"{shown} is too large to work with.")
    return float(value)


def scale(per: int) -> int:
    if per < 1 or per != int(per):
        raise CannotWorkOut(f"Per {per} is not a rate: give a whole number, such as 1000.")
    return int(per)


def deviations(level: float) -> float:
    """How many standard deviations either side hold this share of a normal spread."""
    if not 0 < level < 1:
        raise CannotWorkOut(f"{level} is not a level: give a share between 0 and 1, such as 0.95.")
    # From the small tail: near 1 the large one has no digits left to tell levels apart.
    return -NormalDist().inv_cdf((1 - level) / 2)
