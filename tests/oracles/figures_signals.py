"""Limits and rules of a chart of single figures, done again from their wording, slowly."""

import itertools
from collections.abc import Sequence
from fractions import Fraction

Exact = Sequence[Fraction]


def limits(values: Exact) -> dict[str, Fraction]:
    mean = sum(values, Fraction(0)) / len(values)
    ranges = [abs(values[at] - values[at - 1]) for at in range(1, len(values))]
    average = sum(ranges, Fraction(0)) / len(ranges)
    kept = [each for each in ranges if each < Fraction("3.267") * average] or ranges
    average = sum(kept, Fraction(0)) / len(kept)
    reach = Fraction("2.66") * average
    return {
        "mean": mean,
        "lower": mean - reach,
        "upper": mean + reach,
        "near_lower": mean - reach * 2 / 3,
        "near_upper": mean + reach * 2 / 3,
    }


def rule(values: Exact, at: int) -> str | None:
    """The first rule that one point meets, by trying every window that it stands in."""
    found, value = limits(values), values[at]
    mean = found["mean"]
    if value > found["upper"] or value < found["lower"]:
        return "outside"
    for window in _windows(values, at, 7):
        if _rising(window) or _rising(window[::-1]):
            return "trend"
    high, low = value > found["near_upper"], value < found["near_lower"]
    for three in _windows(values, at, 3):
        above, below = all(each > mean for each in three), all(each < mean for each in three)
        over = sum(each > found["near_upper"] for each in three)
        under = sum(each < found["near_lower"] for each in three)
        if (high and above and over >= 2) or (low and below and under >= 2):
            return "near"
    for window in _windows(values, at, 7):
        if all(each > mean for each in window) or all(each < mean for each in window):
            return "shift"
    return None


def _rising(window: Exact) -> bool:
    return all(a < b for a, b in itertools.pairwise(window))


def _windows(values: Exact, at: int, size: int) -> list[Exact]:
    starts = range(max(0, at - size + 1), min(at, len(values) - size) + 1)
    return [values[start : start + size] for start in starts]
