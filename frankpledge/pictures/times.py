"""Where periods lie along a picture, and which of them are named."""

from calendar import month_abbr
from collections.abc import Sequence
from dataclasses import dataclass

from frankpledge.figures.periods import Period, read_period

# A month's name and a year want so much room.
ROOM = 46.0
EVERY = (1, 3, 6, 12, 24, 60, 120, 240)


@dataclass(frozen=True)
class Tick:
    at: float
    words: str
    under: str = ""


@dataclass(frozen=True)
class Times:
    """Places count months where the names are periods, so that what is missing leaves its room."""

    names: tuple[str, ...]
    places: tuple[int, ...]
    periods: tuple[Period, ...] | None

    @property
    def first(self) -> int:
        return self.places[0] if self.places else 0

    @property
    def span(self) -> int:
        return max(self.places[-1] - self.first, 1) if self.places else 1

    @property
    def length(self) -> int:
        return self.periods[0].months if self.periods else 1

    def ticks(self, across: float) -> list[Tick]:
        if self.periods is None or self.length >= 12:
            return self._named(across)
        each = across / self.span
        every = next((n for n in EVERY if n >= self.length and n * each >= ROOM), EVERY[-1])
        months = [m for m in range(self.first, self.first + self.span + 1) if m % every == 0]
        # Of few months none may be a round one: the first then says when it is.
        months = months or [self.first]
        return [self._month(month, every, month == months[0]) for month in months]

    def _month(self, month: int, every: int, first: bool) -> Tick:
        year, of_year = divmod(month, 12)
        if every >= 12:
            return Tick(month, str(year))
        return Tick(month, month_abbr[of_year + 1], str(year) if not of_year or first else "")

    def _named(self, across: float) -> list[Tick]:
        every = max(1, round(len(self.names) * ROOM * 1.4 / max(across, 1)))
        kept = range(0, len(self.names), every)
        return [Tick(self.places[at], self.names[at]) for at in kept]


def times(names: Sequence[str]) -> Times:
    found = [read_period(name) for name in names]
    periods = tuple(each for each in found if each is not None)
    if len(periods) < len(names):
        return Times(tuple(names), tuple(range(len(names))), None)
    return Times(tuple(names), tuple(each.start for each in periods), periods)


def said(name: str) -> str:
    found = read_period(name)
    return found.words if found else name
