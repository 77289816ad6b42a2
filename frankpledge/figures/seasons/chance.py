"""Whether the months of the year differ by more than chance: Friedman's test.

Each whole year ranks its own months, so that neither a good year nor counts that vary more
than chance alone can pass for a season.
"""

from collections import Counter
from collections.abc import Sequence

YEAR = 12


def chance_of_seasons(values: Sequence[float]) -> float:
    """Over the newest whole years: the last twelve months, the twelve before, and so on."""
    from scipy.special import chdtrc

    years = len(values) // YEAR
    start = len(values) - years * YEAR
    blocks = [values[at : at + YEAR] for at in range(start, len(values), YEAR)]
    ranked = [_ranks(block) for block in blocks]
    sums = [sum(column) for column in zip(*ranked, strict=True)]
    due = years * (YEAR + 1) / 2
    # What is tied within a year tells less.
    ties = sum(n**3 - n for block in blocks for n in Counter(block).values())
    room = years * YEAR * (YEAR + 1) - ties / (YEAR - 1)
    if not room:
        return 1.0
    return float(chdtrc(YEAR - 1, 12 * sum((each - due) ** 2 for each in sums) / room))


def _ranks(values: Sequence[float]) -> list[float]:
    """From 1; equal ones share the middle of theirs."""
    return [
        sum(other < value for other in values) + (sum(other == value for other in values) + 1) / 2
        for value in values
    ]
