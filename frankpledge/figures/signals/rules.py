"""The four rules that tell a signal from noise; each says up (1), down (-1) or nothing (0)."""

import itertools
from collections.abc import Callable, Sequence

from frankpledge.figures.signals.limits import Limits

RUN = 7
Marks = list[int]
Rule = Callable[[Sequence[float], Limits], Marks]


def outside(values: Sequence[float], limits: Limits) -> Marks:
    return [(value > limits.upper) - (value < limits.lower) for value in values]


def trend(values: Sequence[float], limits: Limits) -> Marks:
    """Seven in a row rising or falling, all of them, named by their slope and not their side.

    Where one run ends and another begins, the point keeps the run in which it was first found.
    """
    steps = [(b > a) - (b < a) for a, b in itertools.pairwise(values)]
    marks = [0] * len(values)
    for start in range(len(steps) - RUN + 2):
        run = steps[start : start + RUN - 1]
        if run[0] and len(set(run)) == 1:
            for at in range(start, start + RUN):
                marks[at] = marks[at] or run[0]
    return marks


def near(values: Sequence[float], limits: Limits) -> Marks:
    """Two of three in a row beyond a near limit, with all three on that side of the mean."""
    far = [(value > limits.near_upper) - (value < limits.near_lower) for value in values]
    sides = [limits.side(value) for value in values]
    marks = [0] * len(values)
    for start in range(len(values) - 2):
        three = range(start, start + 3)
        if abs(sum(sides[at] for at in three)) == 3 and sum(far[at] != 0 for at in three) >= 2:
            for at in three:
                marks[at] = marks[at] or far[at]
    return marks


def shift(values: Sequence[float], limits: Limits) -> Marks:
    """Seven in a row on one side of the mean, all of them."""
    sides = [limits.side(value) for value in values]
    marks = [0] * len(values)
    for start in range(len(values) - RUN + 1):
        run = sides[start : start + RUN]
        if run[0] and len(set(run)) == 1:
            marks[start : start + RUN] = run
    return marks


# In this order: the first that matches is the one that is said.
RULES: dict[str, Rule] = {"outside": outside, "trend": trend, "near": near, "shift": shift}
