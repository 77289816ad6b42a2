"""The usual range of a run of figures: its mean, give or take 2.66 average moving ranges."""

import itertools
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import mean
from typing import Any

LIMIT = 2.66
NEAR = LIMIT * 2 / 3
# Moving ranges this many times their average or more are left out, and the average taken anew.
SCREEN = 3.267


@dataclass(frozen=True)
class Limits:
    mean: float
    average_range: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float
    points: int
    ranges: int
    screened: int

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    def side(self, value: float) -> int:
        return (value > self.mean) - (value < self.mean)


def limits(stretches: Sequence[Sequence[float]], *, screen: bool = True) -> Limits:
    """Stretches without a gap; across a gap there is no moving range."""
    values = [value for stretch in stretches for value in stretch]
    ranges = [abs(b - a) for stretch in stretches for a, b in itertools.pairwise(stretch)]
    # statistics.mean is exact: of equal figures it is that figure, and none lies off it.
    average = mean(ranges)
    kept = [each for each in ranges if each < SCREEN * average] if screen else ranges
    if kept:
        average = mean(kept)
    middle, screened = mean(values), len(ranges) - len(kept) if kept else 0
    return Limits(
        mean=middle,
        average_range=average,
        lower=middle - LIMIT * average,
        upper=middle + LIMIT * average,
        near_lower=middle - NEAR * average,
        near_upper=middle + NEAR * average,
        points=len(values),
        ranges=len(ranges),
        screened=screened,
    )
