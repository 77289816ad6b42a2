"""So many of so many, with what chance leaves open (Wilson's interval)."""

from dataclasses import asdict, dataclass
from math import sqrt
from typing import Any

from frankpledge.figures import given
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.wording import number, per_cent


@dataclass(frozen=True)
class Share:
    part: int
    whole: int
    share: float
    low: float
    high: float
    level: float

    @property
    def sentence(self) -> str:
        return (
            f"{number(self.part)} of {number(self.whole)}, {per_cent(100 * self.share)}; "
            f"chance alone could move it between {number(100 * self.low)} "
            f"and {per_cent(100 * self.high)}."
        )

    def to_dict(self) -> dict[str, Any]:
        return {**asdict(self), "method": "Wilson's interval", "sentence": self.sentence}


def share(part: int, whole: int, *, level: float = 0.95) -> Share:
    some, all_of_them = given.count(part), given.count(whole)
    if not all_of_them:
        raise CannotWorkOut("A share of nought cannot be worked out: nobody was counted.")
    if some > all_of_them:
        raise CannotWorkOut(f"{number(some)} cannot be part of {number(all_of_them)}.")
    low, high = wilson(some, all_of_them, level)
    return Share(some, all_of_them, some / all_of_them, low, high, level)


def wilson(part: int, whole: int, level: float = 0.95) -> tuple[float, float]:
    z = given.deviations(level)
    centre = part + z * z / 2
    spread = z * sqrt(part * (whole - part) / whole + z * z / 4)
    base = whole + z * z
    # At the ends the two halves cancel only nearly.
    low = 0.0 if part == 0 else max(0.0, (centre - spread) / base)
    high = 1.0 if part == whole else min(1.0, (centre + spread) / base)
    return low, high
