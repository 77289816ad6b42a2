"""Whole years by place and type, with what is small held back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups
from frankpledge.evidence.asking.scope import Area, Scope
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.released.release import YEAR, Place, Year
from frankpledge.evidence.released.rule import Rule
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.periods import Period
from frankpledge.figures.small import Held, hold_back

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


@dataclass(frozen=True)
class Tables:
    """One area and its places, asked of one state of the evidence."""

    engine: Engine
    area: Area
    kind: str
    rule: Rule
    months: tuple[int, ...]
    places: tuple[Place, ...]
    types: tuple[str, ...]

    def newest(self) -> tuple[Year | None, str]:
        """The newest year that is whole, or why there is none."""
        if not self.kind:
            return None, "Nothing is counted by place here."
        fewest = self.rule.places if self.rule.applies_to(self.kind) else 2
        if sum(bool(each.code) for each in self.places) < fewest:
            return None, "There are too few places here to show any of them by itself."
        first = next((m for m in reversed(self.months) if self._begins(m)), None)
        if first is None:
            month = MONTHS[self.rule.year_starts_in - 1]
            return None, f"No whole year that begins in {month} has been loaded yet."
        try:
            return self._year(Period(first, YEAR)), ""
        except CannotWorkOut as error:
            return None, str(error)

    def before(self, year: Year | None) -> Year | None:
        start = year.period.start - YEAR if year else -1
        try:
            return self._year(Period(start, YEAR)) if self._begins(start) else None
        except CannotWorkOut:
            return None

    def _begins(self, month: int) -> bool:
        starts = month % YEAR == self.rule.year_starts_in - 1
        return starts and set(range(month, month + YEAR)) <= set(self.months)

    def _year(self, period: Period) -> Year:
        rows = self._counted(period)
        held = Held(tuple(map(tuple, rows)), tuple(map(sum, rows)), frozenset())
        if self.rule.applies_to(self.kind):
            held = hold_back(rows, threshold=self.rule.threshold, each=self.rule.each)
        cells = zip(self.places, held.cells, held.row_totals, strict=True)
        named = [(each.code, dict(zip(self.types, row, strict=True)), n) for each, row, n in cells]
        return Year(
            period=period,
            cells={code: row for code, row, _ in named},
            totals={code: n for code, _, n in named},
            whole=frozenset(self.types[at] for at in held.whole),
        )

    def _counted(self, period: Period) -> Sequence[Sequence[int]]:
        found: Counter[tuple[str, str]] = Counter()
        known = {each.code for each in self.places}
        scope = Scope(self.area, period)
        for (_, code, _, name), n in tallied(
            self.engine, scope, groups(("area", "type"), self.kind)
        ):
            found[code if code in known else "", name] += n
        return [[found[each.code, name] for name in self.types] for each in self.places]
