"""Sums of twelve months, moved on by one month at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from frankpledge.figures.periods import Period
from frankpledge.figures.seasons.months import monthly
from frankpledge.figures.signals.series import Observed

YEAR = 12
METHOD = "sum of the 12 months that end with each; it shows a turn some months after it came"


@dataclass(frozen=True)
class Rolled:
    period: Period
    value: float
    provisional: bool

    @property
    def month(self) -> str:
        """The last of the twelve, under which it is drawn."""
        return Period(self.period.end).name


def rolling_year(observed: Sequence[Observed]) -> tuple[Rolled, ...]:
    """One for each month that has the eleven before it; nothing is summed over a gap."""
    months = monthly(observed)
    made = []
    for end in range(YEAR - 1, len(observed)):
        first = end - YEAR + 1
        if months[end].start - months[first].start == YEAR - 1:
            twelve = observed[first : end + 1]
            # Each sum is made anew: a running one would gather the dust of fractions.
            value = sum(each.value for each in twelve)
            unsure = any(each.provisional for each in twelve)
            made.append(Rolled(Period(months[first].start, YEAR), value, unsure))
    return tuple(made)
