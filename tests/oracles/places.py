"""What frankpledge.figures.places works out, done again slowly: one place after another."""

from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import combinations
from math import exp, factorial, sqrt


def gi_star(values: Sequence[int], near: Sequence[set[int]]) -> list[float]:
    """Getis and Ord's formula as printed (1995), weights of 1, each place among its own."""
    n = len(values)
    mean = Fraction(sum(values), n)
    square = Fraction(sum(value * value for value in values), n) - mean**2
    made = []
    for at in range(n):
        mine = near[at] | {at}
        over = sum(values[other] for other in mine) - mean * len(mine)
        room = square * Fraction(n * len(mine) - len(mine) ** 2, n - 1)
        made.append(float(over) / sqrt(room) if room else 0.0)
    return made


def found(chances: Sequence[float], rate: float) -> list[bool]:
    """The largest k whose k-th smallest chance is at most k/n of the rate, and all up to it."""
    ranked, n = sorted(chances), len(chances)
    passing = [k for k in range(1, n + 1) if ranked[k - 1] <= rate * k / n]
    return [bool(passing) and chance <= ranked[max(passing) - 1] for chance in chances]


def fewest_places(counts: Sequence[int], part: Fraction) -> int:
    """By trying every set of places, the smallest first."""
    for size in range(1, len(counts) + 1):
        if any(sum(some) >= part * sum(counts) for some in combinations(counts, size)):
            return size
    raise AssertionError("no set of places is enough")


def share_at_random(mean: float, part: float, places: int) -> float:
    """A million places of a Poisson spread, written out and taken from the top."""
    made: list[int] = []
    n = 0
    while len(made) < places and n < 100:
        made += [n] * round(places * exp(-mean) * mean**n / factorial(n))
        n += 1
    wanted, have = part * sum(made), 0
    for taken, count in enumerate(sorted(made, reverse=True)):
        if have >= wanted:
            return taken / len(made)
        have += count
    raise AssertionError("no share of places is enough")


def nearest_centre(point: tuple[float, float], centres: Sequence[tuple[float, float]]) -> int:
    return min(
        range(len(centres)),
        key=lambda at: (centres[at][0] - point[0]) ** 2 + (centres[at][1] - point[1]) ** 2,
    )


def dobson(
    pairs: Sequence[tuple[int, int]], byar: tuple[Decimal, Decimal]
) -> tuple[Decimal, Decimal]:
    """total + sqrt(variance of the total / variance of the count) * (limit - count)."""
    with localcontext() as context:
        context.prec = 40
        count = Decimal(sum(n for n, _ in pairs))
        total = Decimal(sum(n * weight for n, weight in pairs))
        variance = Decimal(sum(n * weight * weight for n, weight in pairs))
        stretch = (variance / count).sqrt()
        low, high = byar
        return total + stretch * (low - count), total + stretch * (high - count)


def skew_of_sums(values: Sequence[int], size: int) -> float:
    """Of the sums of every set of so many places: all of them written out."""
    sums = [Fraction(sum(some)) for some in combinations(values, size)]
    mean = sum(sums) / len(sums)
    second = sum((each - mean) ** 2 for each in sums) / len(sums)
    third = sum((each - mean) ** 3 for each in sums) / len(sums)
    return float(third) / float(second) ** 1.5 if second else 0.0
