"""A period beside the same period before: what changed, and what chance explains of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from frankpledge.evidence.asking import own
from frankpledge.evidence.asking.counts import Key, key_of
from frankpledge.evidence.asking.groups import Groups, groups, names
from frankpledge.evidence.asking.own import levelled
from frankpledge.evidence.asking.put import put
from frankpledge.evidence.asking.scope import EVERYTHING, Area, Scope, day, spans
from frankpledge.evidence.asking.told import Covered, Told, covered, tell
from frankpledge.evidence.engines.engine import Engine
from frankpledge.figures.change import Change
from frankpledge.figures.periods import Period, comparable
from frankpledge.figures.places.changes import Row, table_of_changes
from frankpledge.record.errors import Refused

YEAR = 12


@dataclass(frozen=True)
class Compared:
    area: str
    area_name: str
    type: str
    change: Change


@dataclass(frozen=True)
class Comparison:
    by: tuple[str, ...]
    before: Period
    after: Period
    rows: tuple[Compared, ...]
    sentence: str
    told: Told

    @property
    def clear(self) -> tuple[Compared, ...]:
        """What chance does not explain, the rarest first."""
        found = [row for row in self.rows if row.change.clear]
        return tuple(sorted(found, key=lambda row: (row.change.chance, row.area_name, row.type)))


def compare(
    asked: Engine,
    scope: Scope,
    *,
    by: Sequence[str] = ("type",),
    kind: str | None = None,
    before: Period | None = None,
) -> Comparison:
    """Without a period, the newest twelve months; without one before, the same of the year before.

    Both must be whole: a month that is missing would pass for a fall.
    """
    split = _split(by, kind)
    scope = levelled(asked, scope, split.places)
    whole = covered(asked, Scope(area=scope.area, own=scope.own))
    after = scope.period or _newest_year(whole)
    earlier = before or _year_before(after)
    comparable(earlier, after)
    if scope.own:
        for each in (earlier, after):
            own.whole(scope.own, list(whole.starts), each.start, each.end)
    _whole(whole, earlier, after)
    if scope.area and not scope.own:
        _each_part(asked, scope.area, earlier, after)
    found = _tallied(asked, scope, split, earlier, after)
    order = sorted(found, key=lambda key: (not key[1], key[2], key[1], key[3]))
    table = table_of_changes([Row(_what(key, scope), *found[key]) for key in order])
    told = tell(
        asked,
        scope.over(after),
        covered(asked, scope.over(after)),
        places=split.places,
        by=", ".join(split.by),
    )
    told = told.with_method(*table.method, beside=earlier.words)
    rows = tuple(
        Compared(key[1], key[2], key[3], change)
        for key, change in zip(order, table.changes, strict=True)
    )
    return Comparison(split.by, earlier, after, rows, table.sentence, told)


def _split(by: Sequence[str], kind: str | None) -> Groups:
    if "month" in by:
        raise Refused("Periods are compared whole: leave month out, or chart the months.")
    return groups(by, kind)


def _newest_year(whole: Covered) -> Period:
    return Period(whole.period.end - YEAR + 1, YEAR)


def _year_before(after: Period) -> Period:
    """As many whole years before as keep the two apart."""
    years = -(-after.months // YEAR)
    return Period(after.start - years * YEAR, after.months)


def _whole(here: Covered, *periods: Period) -> None:
    """A force that has nothing in either period takes nothing from the later one."""
    asked_for = {month for each in periods for month in range(each.start, each.end + 1)}
    gone = {force: set[int]() for force in here.forces}
    for force, month in here.missing:
        gone[force].add(month)
    short = {
        month for months in gone.values() if asked_for - months for month in asked_for & months
    }
    short |= asked_for - set(here.months)
    if short:
        raise Refused(
            f"{spans(short)} {'is' if len(short) == 1 else 'are'} missing, and would pass for a "
            f"change. What is here: {spans(here.months)}."
        )


def _each_part(asked: Engine, together: Area, *periods: Period) -> None:
    """Of several areas, none may count as nought where its own force is not here."""
    asked_for = {month for each in periods for month in range(each.start, each.end + 1)}
    for part in together.parts:
        here = covered(asked, Scope(part)).months
        if short := asked_for - set(here):
            raise Refused(
                f"Of {part.name}, {spans(short)} {'is' if len(short) == 1 else 'are'} missing, and "
                f"would pass for a change. What is here: {spans(here)}."
            )


def _tallied(
    asked: Engine, scope: Scope, split: Groups, before: Period, after: Period
) -> dict[Key, tuple[int, int]]:
    both = scope.over(Period(before.start, after.end - before.start + 1))
    values = {**both.values, "before_end": day(before.end), "after_start": day(after.start)}
    split = split.of(both)
    parts = {"columns": split.columns, "where": both.where, "groups": split.groups}
    called = names(asked, split.kind) if "area" in split.by else {}
    one: Counter[Key] = Counter()
    other: Counter[Key] = Counter()
    for *key, n, then in put(asked, "compare", values, table=split.table, **parts):
        named = key_of(key, split, called)
        one[named] += n
        other[named] += then
    return {key: (one[key], other[key]) for key in one | other}


def _what(key: Key, scope: Scope) -> str:
    _, _, area, kind = key
    every = scope.own.dataset if scope.own else EVERYTHING.lower()
    said = kind or ", ".join(scope.types) or every
    where = area or (scope.area.name if scope.area else "")
    return f"{said} in {where}" if where else said
