"""Ranks with their ties, their direction, how many were ranked, and what they could be.

The range of a rank is worked out and not simulated: each figure's interval is widened so that
all of them hold together as often as the level says; whoever lies wholly on the better side
stays ahead, whoever lies wholly on the worse side stays behind (Klein, Wright and Wieczorek,
2020). It is a cautious range.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from frankpledge.figures import given
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.rates import rate
from frankpledge.figures.shares import share
from frankpledge.figures.wording import number

First = Literal["lowest", "highest"]


@dataclass(frozen=True)
class Ranked:
    """A figure that is to be ranked; without a low and a high its rank has no range."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Rank:
    name: str
    value: float
    rank: int
    tied: int
    best: int | None
    worst: int | None
    n: int
    first: First

    @property
    def printed(self) -> str:
        return f"{self.rank}=" if self.tied else str(self.rank)

    @property
    def range(self) -> str:
        if self.best is None or self.worst is None:
            return "its range is not known"
        if self.best == self.worst:
            return f"could rank only {self.best}"
        return f"could rank {self.best} to {self.worst}"

    @property
    def sentence(self) -> str:
        tied = ""
        if self.tied:
            tied = f", level with {number(self.tied)} other{'s' if self.tied > 1 else ''}"
        return f"{self.name} ranks {self.rank} of {self.n}, {self.first} first{tied}; {self.range}."

    def to_dict(self) -> dict[str, Any]:
        return {**asdict(self), "printed": self.printed, "sentence": self.sentence}


def ranks(figures: Sequence[Ranked], *, first: First) -> list[Rank]:
    """In the order of their ranks; equal figures share the better one and the next is left out."""
    _sound(figures)
    if first not in {"lowest", "highest"}:
        raise CannotWorkOut(f"{first} is no direction: say whether the lowest or highest is first.")
    way = 1 if first == "lowest" else -1
    ordered = sorted(figures, key=lambda each: (way * each.value, each.name))
    values = [way * each.value for each in ordered]
    lows = sorted(each.low for each in figures if each.low is not None)
    highs = sorted(each.high for each in figures if each.high is not None)
    ranged = len(lows) == len(highs) == len(figures)
    made = []
    for each in ordered:
        rank = bisect_left(values, way * each.value) + 1
        tied = bisect_right(values, way * each.value) - rank
        best, worst = _range(each, lows, highs, first) if ranged else (None, None)
        made.append(Rank(each.name, each.value, rank, tied, best, worst, len(figures), first))
    return made


def of_counts(
    counts: Sequence[tuple[str, int, float]],
    *,
    per: int = 1000,
    of: str = "people",
    level: float = 0.95,
) -> list[Ranked]:
    """Name, count and people, as rates whose intervals hold all together."""
    each_level = _together(level, len(counts))
    rates = [
        (name, rate(n, people, per=per, of=of, level=each_level)) for name, n, people in counts
    ]
    return [Ranked(name, each.rate, each.low, each.high) for name, each in rates]


def of_shares(shares: Sequence[tuple[str, int, int]], *, level: float = 0.95) -> list[Ranked]:
    each_level = _together(level, len(shares))
    made = [(name, share(part, whole, level=each_level)) for name, part, whole in shares]
    return [Ranked(name, each.share, each.low, each.high) for name, each in made]


def _together(level: float, n: int) -> float:
    given.deviations(level)
    return level ** (1 / max(n, 1))


def _range(
    one: Ranked, lows: list[float], highs: list[float], first: First
) -> tuple[int | None, int | None]:
    if one.low is None or one.high is None:
        return None, None
    under = bisect_left(highs, one.low)
    over = len(lows) - bisect_right(lows, one.high)
    better, worse = (under, over) if first == "lowest" else (over, under)
    return better + 1, len(lows) - worse


def _sound(figures: Sequence[Ranked]) -> None:
    if len(figures) < 2:
        raise CannotWorkOut("A rank needs at least two to be ranked.")
    names = Counter(each.name for each in figures)
    twice = next((name for name, n in names.items() if n > 1), None)
    if twice is not None:
        raise CannotWorkOut(f"{twice} stands twice: each may be ranked once.")
    for each in figures:
        value = given.finite(each.value)
        low = value if each.low is None else given.finite(each.low)
        high = value if each.high is None else given.finite(each.high)
        if not low <= value <= high:
            raise CannotWorkOut(f"{each.name}: {each.value} does not lie between its low and high.")
