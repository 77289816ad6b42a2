"""Two counts compared: the difference in words, and whether chance explains it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from frankpledge.figures import given
from frankpledge.figures.chance import CLEAR, chance_of_change, how_often
from frankpledge.figures.discovery import adjusted
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.periods import Period, comparable, not_over
from frankpledge.figures.wording import capital, number, rate_places

# A percentage of fewer than this moves too much to be worth saying.
LEAST_BASE = 20


@dataclass(frozen=True)
class Change:
    what: str
    before: int
    after: int
    exposure: tuple[float, float] | None
    per: int
    of: str
    dispersion: float
    chance: float
    clear: bool
    # Where it is one of a table of many: how many, and its chance with that allowed for.
    among: int = 1
    allowed: float | None = None

    @property
    def difference(self) -> int:
        return self.after - self.before

    @property
    def rates(self) -> tuple[float, float] | None:
        """Only where the exposures differ: otherwise the counts say it better."""
        if self.exposure is None or self.exposure[0] == self.exposure[1]:
            return None
        before, after = self.exposure
        return self.before * self.per / before, self.after * self.per / after

    @property
    def percent(self) -> float | None:
        if self.before < LEAST_BASE:
            return None
        before, after = self.rates or (self.before, self.after)
        return 100 * (after - before) / before

    @property
    def why_no_percent(self) -> str | None:
        if self.before >= LEAST_BASE:
            return None
        if not self.before:
            return "No percentage: it starts from nought."
        return f"No percentage: it starts from fewer than {LEAST_BASE}."

    @property
    def words(self) -> str:
        if self.rates:
            before, after = self.rates
            return "no change" if before == after else "higher" if after > before else "lower"
        if not self.difference:
            return "no change"
        return f"{number(abs(self.difference))} {'more' if self.difference > 0 else 'fewer'}"

    @property
    def verdict(self) -> str:
        """fewer, more (of rates: lower, higher) or no clear change."""
        return self.words.split()[-1] if self.clear else "no clear change"

    @property
    def sentence(self) -> str:
        return f"{self._moved}. {self._explained}"

    @property
    def _moved(self) -> str:
        what = capital(self.what)
        if self.rates:
            places = max(map(rate_places, self.rates))
            before, after = (number(each, places) for each in self.rates)
            if before == after:
                return f"{what} stayed at {after} per {number(self.per)} {self.of}"
            each = f"per {number(self.per)} {self.of}"
            return f"{what} was {self.words}: {after} {each}, against {before}"
        if not self.difference:
            return f"{what} stayed at {number(self.after)}"
        verb = "rose" if self.difference > 0 else "fell"
        return f"{what} {verb} by {number(abs(self.difference))}, to {number(self.after)}"

    @property
    def _explained(self) -> str:
        if self.words == "no change":
            return "There is no change to explain."
        said = f"Chance alone would do this {how_often(self.chance)}"
        if self.clear:
            return f"{said}."
        if self.chance < CLEAR:
            return f"{said}, but {number(self.among)} were looked at: no clear change."
        return f"{said}: no clear change."

    def to_dict(self) -> dict[str, Any]:
        return {
            **asdict(self),
            "difference": self.difference,
            "rates": self.rates,
            "percent": self.percent,
            "why_no_percent": self.why_no_percent,
            "words": self.words,
            "verdict": self.verdict,
            "method": "exact conditional test of two counts, both directions",
            "sentence": self.sentence,
        }


def change(
    before: int,
    after: int,
    *,
    what: str = "the count",
    exposure: tuple[float, float] | None = None,
    per: int = 1000,
    of: str = "people",
    dispersion: float = 1.0,
    periods: tuple[Period, Period] | None = None,
    today: date | None = None,
) -> Change:
    """Exposure is what each count came out of: people, households, days."""
    first, second = given.count(before), given.count(after)
    share = 0.5
    if exposure is not None:
        exposure = (given.base(exposure[0], of), given.base(exposure[1], of))
        share = exposure[1] / (exposure[0] + exposure[1])
    if periods is not None:
        _periods(periods, exposed=exposure is not None, today=today)
    chance = chance_of_change(first, second, share, dispersion)
    return Change(
        what,
        first,
        second,
        exposure,
        given.scale(per),
        of,
        dispersion,
        chance,
        clear=chance < CLEAR,
    )


def _periods(periods: tuple[Period, Period], *, exposed: bool, today: date | None) -> None:
    earlier, later = periods
    if today is not None:
        not_over(later, today)
    comparable(earlier, later)
    if earlier.months != later.months and not exposed:
        raise CannotWorkOut(
            f"{earlier.words} and {later.words} are not of one length: give what each count came "
            "out of."
        )


def changes_together(changes: Sequence[Change], rate: float = CLEAR) -> list[Change]:
    """A table of many: of those called clear, this share at most is owed to chance."""
    allowed = adjusted([each.chance for each in changes])
    return [
        replace(each, among=len(changes), allowed=value, clear=value <= rate)
        for each, value in zip(changes, allowed, strict=True)
    ]
