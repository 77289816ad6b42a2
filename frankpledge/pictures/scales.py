"""From figures to places: rounded ticks, and scales that never divide by nought."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor, log10

from frankpledge.figures.wording import number


@dataclass(frozen=True)
class Scale:
    low: float
    high: float
    start: float
    end: float
    step: float

    def at(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def ticks(self) -> list[float]:
        many = round((self.high - self.low) / self.step)
        return [self.low + self.step * each for each in range(many + 1)]

    def said(self, value: float) -> str:
        return said(value, places_of(self.step))


def scale(low: float, high: float, start: float, end: float, *, ticks: int = 5) -> Scale:
    """Widened to whole steps of 1, 2 or 5."""
    if not high > low:
        high = low + 1
    step = _step((high - low) / ticks)
    bottom, top = floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step
    return Scale(bottom, top, start, end, step)


def _step(about: float) -> float:
    ten = 10.0 ** floor(log10(about))
    return next(ten * each for each in (1, 2, 5, 10) if ten * each >= about * 0.999)


def places_of(step: float) -> int:
    return max(0, -floor(log10(step) + 1e-9))


@lru_cache(maxsize=4096)
def said(value: float, places: int) -> str:
    return number(value, places)
