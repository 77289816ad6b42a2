"""Counts per 1,000 people, with what chance leaves open (Byar's interval)."""

from dataclasses import asdict, dataclass
from typing import Any

from frankpledge.figures import given
from frankpledge.figures.wording import number, rate_places

# Below this many, a rate moves so much by chance that the page must say so.
FEW = 20


@dataclass(frozen=True)
class Rate:
    count: int
    people: float
    rate: float
    low: float
    high: float
    level: float
    per: int
    of: str

    @property
    def few(self) -> bool:
        return self.count < FEW

    @property
    def sentence(self) -> str:
        places = rate_places(self.rate)
        said = (
            f"{number(self.count)} in {number(self.people)} {self.of} is "
            f"{number(self.rate, places)} per {number(self.per)}; chance alone could move it "
            f"between {number(self.low, places)} and {number(self.high, places)}."
        )
        return f"{said} Fewer than {FEW} were counted: lean on it lightly." if self.few else said

    def to_dict(self) -> dict[str, Any]:
        return {
            **asdict(self),
            "few": self.few,
            "method": "Byar's interval",
            "sentence": self.sentence,
        }


def rate(
    count: int, people: float, *, per: int = 1000, level: float = 0.95, of: str = "people"
) -> Rate:
    counted, base = given.count(count), given.base(people, of)
    low, high = byar(counted, level)
    each = given.scale(per) / base
    return Rate(counted, people, counted * each, low * each, high * each, level, per, of)


def byar(count: int, level: float = 0.95) -> tuple[float, float]:
    """The counts between which the count that was due can be taken to lie."""
    z = given.deviations(level)
    above = count + 1
    high = above * (1 - 1 / (9 * above) + z / (3 * above**0.5)) ** 3
    if not count:
        return 0.0, high
    # A high level on a small count would cube a number below nought.
    low = max(0.0, 1 - 1 / (9 * count) - z / (3 * count**0.5))
    return count * low**3, high
