"""The delivery log: what the partnership did itself, by month."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.text import slugify

from frankpledge.delivery.models import Measure
from frankpledge.delivery.queries import counted_two_ways, monthly, serving
from frankpledge.figures.periods import period
from frankpledge.judging.indicators import Indicator
from frankpledge.judging.series import Figure, Figures
from frankpledge.partnership.models import Partnership

Key = tuple[str, int]
Months = Sequence[tuple[str, int, bool]]
NOTHING = "Nothing of it is in the delivery log yet."
METHOD = (
    "Method: what was entered in the delivery log, by the day it was done. A month without an "
    "entry is missing, and not nought: enter 0 where there was none."
)


@dataclass(frozen=True)
class Logged:
    months: Mapping[Key, Months] = field(default_factory=dict)
    measures: Mapping[str, int] = field(default_factory=dict)  # by the measure's word
    # Months with a count of the whole month and counts of single days.
    both: Mapping[Key, set[str]] = field(default_factory=dict)


def figures(given: Logged, what: str, key: Key | None) -> Figures:
    rows = given.months.get(key, ()) if key else ()
    if not rows:
        return Figures("log", what, why_none=NOTHING, awaited=True)
    made = tuple(Figure(period(name), count, provisional=late) for name, count, late in rows)
    first, last = made[0].over, made[-1].over
    told = (
        f"Source: the delivery log, {first.words} to {last.words}.",
        METHOD,
        *_doubled(given.both.get(key, ()) if key else ()),
    )
    return Figures("log", what, made, told, group="log")


def _doubled(months: Iterable[str]) -> Iterator[str]:
    if named := " and ".join(period(name).words for name in sorted(months)[-3:]):
        yield (
            f"Counted for the whole month and by single days as well: {named}. See in the log that "
            "nothing is in it twice."
        )


def by_measure(given: Logged, indicator: Indicator) -> Key | None:
    """The first measure that it names and that the partnership has."""
    found = next((given.measures[name] for name in indicator.of if name in given.measures), None)
    return None if found is None else ("measure", found)


def logged(partnership: Partnership) -> Logged:
    """Everything entered, in a number of queries that does not grow."""
    rows = Measure.objects.filter(partnership=partnership).values_list("name", "pk")
    both = counted_two_ways(partnership)
    doubled: dict[Key, set[str]] = {("measure", pk): months for pk, months in both.items()}
    if both:
        for outcome, measures in serving(partnership).items():
            doubled["outcome", outcome] = set().union(*(both.get(one, ()) for one in measures))
    return Logged(monthly(partnership), {slugify(name): pk for name, pk in rows}, doubled)
