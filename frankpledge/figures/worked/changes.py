"""Columns that say how much others have changed: as a difference, a percentage, or points."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from frankpledge.figures.worked import heads
from frankpledge.figures.worked.heads import plain
from frankpledge.figures.worked.table import Table

Work = Callable[[int], Fraction | None]


@dataclass(frozen=True)
class Rule:
    kind: str
    work: Work
    # What was done, with the figures of a row.
    says: Callable[[int], str]
    # Whether the heads of the table name this rule, so that no majority must bear it out.
    sure: bool = False
    # Whether it must hold in every row to be believed.
    only_whole: bool = False


def changes(table: Table, column: int) -> Iterator[Rule]:
    signed = any(row[column] and row[column].signed for row in table.cells)  # type: ignore[union-attr]
    # Under a head that says 'reduction', a figure without a sign is a fall.
    falls = not signed and heads.only_falls(plain(table.heads[column]))
    for before, after, sure in _pairs(table, column):
        rule = _rule(table, column, before, after, sure)
        yield _turned(rule, lambda value: -value) if falls else rule
        if not signed and not falls:
            # A table may leave every sign out and say 'up' or 'down' beside it.
            yield _turned(rule, abs, only_whole=True)


def _turned(rule: Rule, way: Callable[[Fraction], Fraction], *, only_whole: bool = False) -> Rule:
    def work(row: int) -> Fraction | None:
        value = rule.work(row)
        return None if value is None else way(value)

    return Rule(rule.kind, work, rule.says, rule.sure and not only_whole, only_whole)


def _rule(table: Table, column: int, before: int, after: int, sure: bool) -> Rule:
    # Between two percentages a change is in points.
    percent = table.roles[column] == "percent" and table.roles[before] != "percent"

    def work(row: int) -> Fraction | None:
        one, two = table.value(row, before), table.value(row, after)
        if one is None or two is None or (percent and not one):
            return None
        return 100 * (two - one) / one if percent else two - one

    def says(row: int) -> str:
        return f"from {table.texts[row][before]} to {table.texts[row][after]}"

    return Rule("percentage" if percent else "difference", work, says, sure)


def _pairs(table: Table, column: int) -> Iterator[tuple[int, int, bool]]:
    """Which column a change may be from, which to, and whether the heads are sure of it."""
    named = table.roles[column] == "change" or bool(heads.CHANGE.search(plain(table.heads[column])))
    counts = table.first_of("count", "rate")
    for before, after, sure in _in(table, counts, column):
        yield before, after, sure and named
    if table.columns("count"):
        yield from ((*pair[:2], False) for pair in _in(table, table.columns("rate"), column))
    elif not counts and named:
        yield from _in(table, [at for at in table.columns("percent") if at != column], column)


def _in(table: Table, figures: list[int], column: int) -> Iterator[tuple[int, int, bool]]:
    base = [at for at in figures if heads.BASE.search(plain(table.heads[at]))]
    rest = [at for at in figures if at not in base]
    if len(base) == 1 and rest:
        yield base[0], max((at for at in rest if at < column), default=rest[-1]), len(rest) == 1
        return
    for one, other in combinations(figures, 2):
        first, second = heads.year(table.heads[one]), heads.year(table.heads[other])
        told = first is not None and second is not None and first != second
        earlier, later = (one, other) if not told or (first or 0) < (second or 0) else (other, one)
        yield earlier, later, told and len(figures) == 2
        if not told:
            yield later, earlier, False
