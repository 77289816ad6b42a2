"""What frankpledge.figures works out, done again slowly: whole fractions and plain enumeration."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import product
from math import comb

# The 97.5 % point of the normal distribution, as printed in tables.
Z = Decimal("1.959963984540054235524594430520551527955550")


def byar(count: int) -> tuple[Decimal, Decimal]:
    with localcontext() as context:
        context.prec = 40
        above = Decimal(count + 1)
        high = above * (1 - 1 / (9 * above) + Z / (3 * above.sqrt())) ** 3
        if count == 0:
            return Decimal(0), high
        at = Decimal(count)
        return at * (1 - 1 / (9 * at) - Z / (3 * at.sqrt())) ** 3, high


def wilson(part: int, whole: int) -> tuple[Decimal, Decimal]:
    """The two shares that lie just z standard errors from what was seen: a quadratic's roots."""
    with localcontext() as context:
        context.prec = 40
        n, seen, square = Decimal(whole), Decimal(part) / Decimal(whole), Z * Z
        a, b, c = n + square, -(2 * n * seen + square), n * seen * seen
        root = (b * b - 4 * a * c).sqrt()
        return (-b - root) / (2 * a), (-b + root) / (2 * a)


def change_by_chance(before: int, after: int, share: Fraction) -> Fraction:
    """Twice the smaller tail of a binomial, every term written out."""
    n = before + after
    terms = [comb(n, at) * share**at * (1 - share) ** (n - at) for at in range(n + 1)]
    return min(Fraction(1), 2 * min(sum(terms[: after + 1]), sum(terms[after:])))


def change_by_uneven_chance(
    before: int, after: int, share: Fraction, dispersion: Fraction
) -> Fraction:
    """The same with each count a negative binomial: terms by rising products."""
    n = before + after
    if n == 0:
        return Fraction(1)
    size = n / (dispersion - 1)
    a, b = size * share, size * (1 - share)
    terms = [comb(n, at) * _rising(a, at) * _rising(b, n - at) for at in range(n + 1)]
    whole = _rising(a + b, n)
    return min(Fraction(1), 2 * min(sum(terms[: after + 1]), sum(terms[after:])) / whole)


def _rising(start: Fraction, times: int) -> Fraction:
    made = Fraction(1)
    for at in range(times):
        made *= start + at
    return made


def tables_that_fit(
    cells: Sequence[Sequence[int | None]],
    row_totals: Sequence[int | None] | None,
    column_totals: Sequence[int | None] | None,
    total: int | None,
    highest: int,
) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Every table of counts up to the highest that agrees with all that is shown."""
    choices = [range(highest + 1) if cell is None else (cell,) for row in cells for cell in row]
    width = len(cells[0])
    for flat in product(*choices):
        table = tuple(flat[at : at + width] for at in range(0, len(flat), width))
        sums = [sum(row) for row in table]
        downs = [sum(column) for column in zip(*table, strict=True)]
        if _fits(sums, row_totals) and _fits(downs, column_totals) and total in {None, sum(sums)}:
            yield table


def _fits(sums: Sequence[int], shown: Sequence[int | None] | None) -> bool:
    return shown is None or all(
        one is None or one == two for one, two in zip(shown, sums, strict=True)
    )
