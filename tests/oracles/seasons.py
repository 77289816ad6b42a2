"""What frankpledge.figures.seasons works out, done again in whole fractions."""

from collections.abc import Sequence
from fractions import Fraction


def index(values: Sequence[int], first: int) -> list[Fraction]:
    """First is the month of the year of the first figure, January being 0."""
    ratios: dict[int, list[Fraction]] = {month: [] for month in range(12)}
    for at in range(6, len(values) - 6):
        before, after = values[at - 6 : at + 6], values[at - 5 : at + 7]
        middle = Fraction(sum(before) + sum(after), 24)
        ratios[(first + at) % 12].append(values[at] / middle)
    raw = [sum(each, Fraction(0)) / len(each) for each in ratios.values()]
    return [100 * each * 12 / sum(raw, Fraction(0)) for each in raw]


def friedman(blocks: Sequence[Sequence[int]]) -> Fraction:
    """The statistic by its meaning: how far mean ranks lie apart, over how ranks vary."""
    n, k = len(blocks), len(blocks[0])
    ranked = [
        [
            Fraction(sum(x < value for x in block) + sum(x <= value for x in block) + 1, 2)
            for value in block
        ]
        for block in blocks
    ]
    means = [sum((row[at] for row in ranked), Fraction(0)) / n for at in range(k)]
    middle = Fraction(k + 1, 2)
    between = n * sum((mean - middle) ** 2 for mean in means)
    within = sum((rank - middle) ** 2 for row in ranked for rank in row) / (n * (k - 1))
    return between / within
