"""How often chance alone would part two counts as far as this, and how that is said."""

from collections.abc import Callable

from frankpledge.figures import given
from frankpledge.figures.binomial import probability, uneven
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.wording import number

# Below this chance a change is called clear.
CLEAR = 0.05
STEPS = (10_000, 1_000, 500, 200, 100, 50, 20)
# A dispersion this close to 1 is chance itself, and leaves no digits to work with.
EVEN = 1.001
Step = Callable[[int], float]


def chance_of_change(before: int, after: int, share: float = 0.5, dispersion: float = 1.0) -> float:
    """The exact conditional test: given both together, how they fall either side of a line.

    `share` is the part of the exposure that belongs to `after`. Both directions count: it is
    twice the smaller tail. With dispersion above 1 each count is a negative binomial whose
    variance is that many times its mean, which makes the split a beta-binomial.
    """
    total = before + after
    if given.finite(dispersion) < 1:
        raise CannotWorkOut(f"{dispersion} is not a dispersion: it is 1 or more.")
    if not 0 < share < 1:
        raise CannotWorkOut("What the two counts came out of is too far apart to compare them.")
    if total == 0:
        return 1.0
    # The tail away from what was due, term by term; the other one follows from it.
    rising = after >= total * share
    there, back = (share, 1 - share) if rising else (1 - share, share)
    start = after if rising else before
    if dispersion < EVEN:
        here = probability(start, total, there)
        tail = _sum(here, start, total, lambda at: (total - at) / (at + 1) * there / back)
    else:
        size = total / (dispersion - 1)
        here = uneven(start, total, size, there, dispersion)
        tail = _sum(here, start, total, _uneven_step(total, size * there, size * back))
    return min(1.0, 2 * min(tail, 1 - tail + here))


def _uneven_step(total: int, one: float, other: float) -> Step:
    return lambda at: (total - at) / (at + 1) * (one + at) / (other + total - at - 1)


def _sum(here: float, start: int, end: int, step: Step) -> float:
    """From one number to the last, until nothing more is added."""
    total = term = here
    for at in range(start, end):
        ratio = step(at)
        term *= ratio
        total += term
        if ratio < 1 and term <= total * 1e-17:
            break
    return total


def dispersion(counts: list[int]) -> float:
    """How many times more a run of counts varies than chance alone would have it; at least 1."""
    seen = [given.count(each) for each in counts]
    if len(seen) < 2 or not sum(seen):
        raise CannotWorkOut("Dispersion needs at least two counts that are not all nought.")
    mean = sum(seen) / len(seen)
    return max(1.0, sum((each - mean) ** 2 for each in seen) / (len(seen) - 1) / mean)


def how_often(chance: float) -> str:
    """less than 1 time in 500; about 1 time in 7; more often than not."""
    for step in STEPS:
        if chance < 1 / step:
            return f"less than 1 time in {number(step)}"
    if chance > 0.5:
        return "more often than not"
    return f"about 1 time in {round(1 / chance)}"
