"""Figures that the public may see, and the words of where they come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from frankpledge.evidence.asking.scope import Area
from frankpledge.evidence.asking.told import Told
from frankpledge.evidence.released.rule import Rule
from frankpledge.figures.periods import Period

YEAR = 12


@dataclass(frozen=True)
class Place:
    """Without a code: what was counted in the area, and in no place of it that is known."""

    code: str
    name: str
    people: int | None


@dataclass(frozen=True)
class Year:
    """Counts of each place by type over one whole year; None is held back."""

    period: Period
    cells: Mapping[str, Mapping[str, int | None]]
    totals: Mapping[str, int | None]
    # Types with so few in all that none is shown by place.
    whole: frozenset[str]

    @property
    def is_partial(self) -> bool:
        shown = [*self.totals.values(), *(n for row in self.cells.values() for n in row.values())]
        return None in shown


@dataclass(frozen=True)
class Release:
    """`months` that are not whole are left out; a place's years never overlap."""

    area: Area
    people: int | None
    types: tuple[str, ...]
    months: tuple[int, ...]
    # By type: a count for each of the months.
    counts: Mapping[str, tuple[int, ...]]
    kind: str
    places: tuple[Place, ...]
    year: Year | None
    before: Year | None
    why_no_year: str
    rule: Rule
    # Which state of the evidence it was made from, and what nothing else is called by.
    generation: int
    folder: str
    told: Told
    # By type, and for all by none: months from which it is counted in another way.
    breaks: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    # Those that the partnership answers for: the first is shown where none is named.
    areas: tuple[Area, ...] = ()

    def count(self, period: Period, name: str = "") -> int:
        """Of a type, or of all, in months that are all here."""
        inside = [at for at, m in enumerate(self.months) if period.start <= m <= period.end]
        names = [name] if name else self.types
        return sum(self.counts[each][at] for each in names for at in inside)

    def has(self, period: Period) -> bool:
        return set(range(period.start, period.end + 1)) <= set(self.months)

    def broken(self, name: str, before: Period, after: Period) -> bool:
        """Counted in one way and then in another, so that the two are not compared."""
        names = [name, ""] if name else [*self.types, ""]
        months = (month for each in names for month in self.breaks.get(each, ()))
        return any(before.start < month <= after.end for month in months)

    @property
    def newest(self) -> Period | None:
        """The newest twelve months of the whole area."""
        if not self.months:
            return None
        found = Period(self.months[-1] - YEAR + 1, YEAR)
        return found if self.has(found) else None

    @property
    def earlier(self) -> Period | None:
        if self.newest is None:
            return None
        found = Period(self.newest.start - YEAR, YEAR)
        return found if self.has(found) else None

    def place(self, code: str) -> Place | None:
        return next((each for each in self.places if each.code == code and code), None)
