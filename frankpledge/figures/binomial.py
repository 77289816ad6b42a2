"""The chance of one number of heads, to full precision for counts in the millions.

After Catherine Loader's saddle-point expansion (2000): logs of factorials lose digits as
counts grow, and these differences do not. Numbers need not be whole, which serves counts
that vary more than chance alone would have them.
"""

from math import exp, lgamma, log, log1p, pi, sqrt

SERIES = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188)


def probability(heads: float, throws: float, chance: float) -> float:
    other = 1 - chance
    tails = throws - heads
    if throws == 0:
        return 1.0
    if heads == 0:
        return exp(throws * log1p(-chance))
    if tails == 0:
        return exp(throws * (log(chance) if chance < 0.5 else log1p(-other)))
    exponent = (
        _beyond_stirling(throws)
        - _beyond_stirling(heads)
        - _beyond_stirling(tails)
        - _deviance(heads, throws * chance)
        - _deviance(tails, throws * other)
    )
    return exp(exponent) / sqrt(2 * pi * heads * (tails / throws))


def uneven(heads: int, throws: int, size: float, share: float, dispersion: float) -> float:
    """The same where each side is a negative binomial with a variance so many times its mean."""
    one, other = size * share, size * (1 - share)
    return (
        _clumped(heads, one, dispersion)
        * _clumped(throws - heads, other, dispersion)
        / _clumped(throws, size, dispersion)
    )


def _clumped(count: int, size: float, dispersion: float) -> float:
    return size / (size + count) * probability(size, size + count, 1 / dispersion)


def _beyond_stirling(n: float) -> float:
    """What Stirling's formula leaves out of the log of n factorial."""
    if n <= 15:
        return lgamma(n + 1) - (n + 0.5) * log(n) + n - 0.5 * log(2 * pi)
    left = 0.0
    for term in reversed(SERIES):
        left = left / (n * n) + term
    return left / n


def _deviance(seen: float, due: float) -> float:
    """seen * log(seen / due) + due - seen, where the two are close and the terms cancel."""
    apart, both = seen - due, seen + due
    if abs(apart) >= 0.1 * both:
        return seen * log(seen / due) + due - seen
    ratio = apart / both
    total, term, odd = apart * ratio, 2 * seen * ratio, 1
    while True:
        term *= ratio * ratio
        odd += 2
        more = total + term / odd
        if more == total:
            return total
        total = more
