"""How few places have half of what was counted, and how few chance alone would make it.

Where there are more places than counts, most must have none however evenly counts fall. The
share is then also taken of as many places as there are counts (Bernasco and Steenbeek, 2017),
and always set beside what the same number falling at random would do.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import ceil, exp, lgamma, log
from typing import Any

from frankpledge.figures import given
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.wording import number, per_cent

PARTS = {0.5: "half", 0.25: "a quarter", 0.8: "four fifths"}


@dataclass(frozen=True)
class Concentration:
    what: str
    total: int
    places: int
    # How many places it takes, and how many of the counts these have.
    taken: int
    held: int
    part: float
    # The share of places that it would take on average, had counts fallen at random.
    at_random: float

    @property
    def share(self) -> float:
        return self.taken / self.places

    @property
    def generalised(self) -> float:
        """Of the places that could have any."""
        return self.taken / min(self.places, self.total)

    @property
    def sparse(self) -> bool:
        return self.total < self.places

    @property
    def sentence(self) -> str:
        part = PARTS.get(self.part, per_cent(self.part * 100))
        said = (
            f"{number(self.taken)} of {number(self.places)} places, {_share(self.share)}, have "
            f"{part} of the {self.what}; by chance alone {_share(self.at_random)} would have it."
        )
        if self.sparse:
            said += (
                f" There are fewer counts ({number(self.total)}) than places, so most must have "
                f"none: of as many places as counts, it is {_share(self.generalised)}."
            )
        return said

    def to_dict(self) -> dict[str, Any]:
        return {
            **asdict(self),
            "share": self.share,
            "generalised": self.generalised,
            "sparse": self.sparse,
            "method": "smallest number of places, largest first, that together have the part; at "
            "random: a Poisson spread with the same mean",
            "sentence": self.sentence,
        }


def concentration(
    counts: Sequence[int], *, part: float = 0.5, what: str = "crime"
) -> Concentration:
    """Every place counts, those with none among them: leaving them out would flatter."""
    seen = sorted((given.count(each) for each in counts), reverse=True)
    total = sum(seen)
    if not total:
        raise CannotWorkOut("Nothing was counted: there is nothing to be concentrated.")
    if not 0 < given.finite(part) < 1:
        raise CannotWorkOut(f"{part} is not a part: give a share between 0 and 1, such as 0.5.")
    held = taken = 0
    while held < part * total:
        held += seen[taken]
        taken += 1
    random = _at_random(total / len(seen), part)
    return Concentration(what, total, len(seen), taken, held, part, random)


def _at_random(mean: float, part: float) -> float:
    """The least share of many places that has the part of a Poisson spread.

    What places of n have is the mean times the chance of n - 1, so that adding up from the top
    needs chances alone.
    """
    top = ceil(mean + 12 * mean**0.5 + 30)
    share = left = 0.0
    for n in range(top, 0, -1):
        have = _poisson(n - 1, mean)
        if left + have >= part:
            return share + (part - left) * mean / n
        left += have
        share += _poisson(n, mean)
    return share


def _poisson(n: int, mean: float) -> float:
    return exp(n * log(mean) - mean - lgamma(n + 1))


def _share(value: float) -> str:
    return per_cent(100 * value, 1 if value < 0.1 else 0)
