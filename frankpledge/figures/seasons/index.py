"""What each month of the year is like: its ratio to the twelve months about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Any

from frankpledge.figures.chance import CLEAR, how_often
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.periods import Period
from frankpledge.figures.seasons.chance import chance_of_seasons
from frankpledge.figures.seasons.months import final, in_a_row
from frankpledge.figures.seasons.words import MONTHS
from frankpledge.figures.signals.series import Observed
from frankpledge.figures.wording import capital, number

YEAR = 12
LEAST = 3 * YEAR
# With fewer a month, what looks like a season is mostly chance.
FEW = 20


@dataclass(frozen=True)
class Seasons:
    """An index of 100 is the month of an even year; from January to December."""

    what: str
    over: Period
    index: tuple[float, ...]
    # How many ratios each rests on.
    ratios: tuple[int, ...]
    monthly_mean: float
    chance: float

    @property
    def clear(self) -> bool:
        return self.chance < CLEAR

    def of(self, month: Period) -> float:
        return self.index[month.start % YEAR]

    @property
    def sentence(self) -> str:
        if not self.clear:
            return (
                f"{capital(self.what)}: no clear season. Chance alone would part the months of "
                f"the year as far {how_often(self.chance)}."
            )
        high = max(range(YEAR), key=lambda at: self.index[at])
        low = min(range(YEAR), key=lambda at: self.index[at])
        return (
            f"{capital(self.what)}: most in {MONTHS[high]} ({_apart(self.index[high])}), fewest "
            f"in {MONTHS[low]} ({_apart(self.index[low])}). Chance alone would part the months "
            f"of the year as far {how_often(self.chance)}."
        )

    @property
    def notes(self) -> tuple[str, ...]:
        made = []
        if self.monthly_mean < FEW:
            made.append(f"Fewer than {FEW} were counted in an average month: lean on it lightly.")
        if min(self.ratios) < 3:
            made.append("Of some months of the year only two could be measured: a year more helps.")
        return tuple(made)

    @property
    def method(self) -> tuple[str, ...]:
        return (
            f"seasonal index of {self.over.words}: each month over the mean of the 12 about it",
            "averaged over years and made to average 100; the length of a month is part of it",
            "whether there is a season: Friedman's test of the 12 months over whole years",
        )

    def to_dict(self) -> dict[str, Any]:
        return {
            "what": self.what,
            "over": self.over.words,
            "index": dict(zip(MONTHS, self.index, strict=True)),
            "ratios": list(self.ratios),
            "monthly_mean": self.monthly_mean,
            "chance": self.chance,
            "clear": self.clear,
            "method": list(self.method),
            "notes": list(self.notes),
            "sentence": self.sentence,
        }


def seasons(observed: Sequence[Observed], *, what: str = "the figure") -> Seasons:
    kept = final(observed)
    months = in_a_row(kept)
    if len(kept) < LEAST:
        raise CannotWorkOut(
            f"Seasons need three years of months in a row: there are {len(kept)} months."
        )
    values = [each.value for each in kept]
    if min(values) < 0:
        raise CannotWorkOut("Seasons are worked out of figures of nought or more.")
    by_month = _ratios(values, months[0].start)
    raw = [mean(each) for each in by_month]
    even = mean(raw)
    return Seasons(
        what,
        Period(months[0].start, len(months)),
        tuple(100 * each / even for each in raw),
        tuple(len(each) for each in by_month),
        mean(values),
        chance_of_seasons(values),
    )


def _ratios(values: list[float], first: int) -> list[list[float]]:
    """Of each month of the year, from January; the half years at the ends have no middle."""
    made: list[list[float]] = [[] for _ in range(YEAR)]
    half = YEAR // 2
    for at in range(half, len(values) - half):
        about = values[at - half : at + half + 1]
        # Thirteen months, the outer two by half, so that the mean is centred on this one.
        middle = (sum(about) - (about[0] + about[-1]) / 2) / YEAR
        if not middle:
            raise CannotWorkOut("A whole year has nothing counted in it: it has no seasons.")
        made[(first + at) % YEAR].append(values[at] / middle)
    return made


def _apart(index: float) -> str:
    off = index - 100
    return f"{number(abs(off))} % {'above' if off > 0 else 'below'} an even month"
