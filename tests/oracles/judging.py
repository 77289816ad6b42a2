"""What is published of a judgement, worked out again the slow and plain way, from single rows."""

import datetime
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil, floor

Counts = Mapping[tuple[int, int], int]  # year and month


def months(starts: tuple[int, int], many: int) -> list[tuple[int, int]]:
    year, month = starts
    made = []
    for _ in range(many):
        made.append((year, month))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return made


def earlier(month: tuple[int, int], years: int = 1) -> tuple[int, int]:
    return month[0] - years, month[1]


def so_far(counts: Counts, over: Sequence[tuple[int, int]], as_at: datetime.date) -> int:
    """Of the months that are over by the date."""
    return sum(counts[each] for each in over if each < (as_at.year, as_at.month) and each in counts)


def most_after_a_fall(counts: Counts, over: Sequence[tuple[int, int]], per_cent: int) -> int:
    """So many per cent off the same months of the year before, rounded down."""
    before = sum(counts[earlier(each)] for each in over)
    return floor(Fraction(before) * Fraction(100 - per_cent, 100))


def least_after_a_rise(counts: Counts, over: Sequence[tuple[int, int]], per_cent: int) -> int:
    before = sum(counts[earlier(each)] for each in over)
    return ceil(Fraction(before) * Fraction(100 + per_cent, 100))


def ceiling(number: Fraction, per: int, people: int) -> int:
    return floor(number * people / per)


def share_reached(part: int, whole: int, per_cent: int) -> bool:
    return Fraction(part, whole) >= Fraction(per_cent, 100)
