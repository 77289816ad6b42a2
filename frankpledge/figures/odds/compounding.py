"""What the same change, step after step, makes of a plan."""

from dataclasses import dataclass

from frankpledge.figures import given
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.wording import number, per_cent

NAMES = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}


@dataclass(frozen=True)
class Compounded:
    percent: float
    direction: str
    every: int
    steps: int
    whole: float

    @property
    def sentence(self) -> str:
        name, fewer = NAMES[self.every], "less" if self.direction == "down" else "more"
        each = f"{per_cent(self.percent, 1 if self.percent % 1 else 0)} {fewer}"
        return (
            f"Each {name} {each} than the {name} before, {number(self.steps)} times, makes "
            f"{per_cent(self.whole, 1)} {fewer} in the end."
        )


def compounded(percent: float, direction: str, *, every: int, months: int) -> Compounded:
    if direction not in {"down", "up"} or every not in NAMES:
        raise CannotWorkOut("Say down or up, and each month, quarter, half-year or year.")
    if given.finite(percent) < 0 or (direction == "down" and percent > 100):
        raise CannotWorkOut(f"{percent:g} % {direction} cannot be repeated.")
    steps = months // every
    sign = -1 if direction == "down" else 1
    whole = 100 * abs((1 + sign * percent / 100) ** steps - 1)
    return Compounded(percent, direction, every, steps, whole)
