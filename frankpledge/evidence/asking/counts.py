"""Counts by month, area and type; as rates per 1,000 people or households where asked."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from frankpledge.evidence.asking.groups import NOWHERE, OUTSIDE, Groups, groups, names
from frankpledge.evidence.asking.own import levelled
from frankpledge.evidence.asking.put import put
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.asking.sizes import within
from frankpledge.evidence.asking.told import Told, covered, tell
from frankpledge.evidence.engines.engine import Engine
from frankpledge.figures.rates import Rate, rate

# Month, code, name, type; what is not asked for is empty.
Key = tuple[date | None, str, str, str]


@dataclass(frozen=True)
class Count:
    """What was not asked for is empty. A place that no look-up knows has a name and no code."""

    month: str
    area: str
    area_name: str
    type: str
    count: int
    rate: Rate | None = None


@dataclass(frozen=True)
class Counts:
    by: tuple[str, ...]
    rows: tuple[Count, ...]
    told: Told

    @property
    def total(self) -> int:
        return sum(row.count for row in self.rows)


def counts(
    asked: Engine,
    scope: Scope,
    *,
    by: Sequence[str] = ("month",),
    kind: str | None = None,
    per: int | None = None,
    of: str = "people",
) -> Counts:
    """One row for each combination that has any, in order of month, area and type."""
    split = groups(by, kind)
    scope = levelled(asked, scope, split.places)
    cover = covered(asked, scope)
    scope = scope.over(cover.period)
    found = tallied(asked, scope, split)
    told = tell(asked, scope, cover, places=split.places, by=", ".join(split.by) or "nothing")
    if per is None:
        return Counts(split.by, tuple(_row(key, n) for key, n in found), told)
    base, years = within(asked, scope, split.places, of, cover.period.end // 12)
    rows = tuple(_row(key, n, base.get(key[1]), per=per, of=of) for key, n in found)
    told = told.with_method(
        f"Byar's interval, 0.95; over {of} of {years}; for the months asked for, not made yearly",
        per=f"{per:,} {of}",
    )
    return Counts(split.by, rows, told)


def tallied(asked: Engine, scope: Scope, split: Groups) -> list[tuple[Key, int]]:
    split = split.of(scope)
    said = {"columns": split.columns, "where": scope.where, "groups": split.groups}
    rows = put(asked, "counts", scope.values, table=split.table, **said)
    called = names(asked, split.kind) if "area" in split.by else {}
    found: Counter[Key] = Counter()
    for *parts, n in rows:
        found[key_of(parts, split, called)] += n
    return sorted(found.items(), key=lambda each: _order(each[0]))


def key_of(parts: Sequence[Any], split: Groups, called: dict[str, str]) -> Key:
    left = iter(parts)
    month = next(left) if "month" in split.by else None
    code, name = _area(left, called) if "area" in split.by else ("", "")
    return month, code, name, next(left) if "type" in split.by else ""


def _area(left: Iterator[Any], called: dict[str, str]) -> tuple[str, str]:
    code, said = next(left), next(left)
    return (code, called.get(code, said)) if code else ("", said)


def _order(key: Key) -> tuple[date, bool, str, str, str]:
    """Places without a code come after those that have one."""
    month, code, name, kind = key
    return month or date.min, not code, name, code, kind


def _row(
    key: Key, n: int, base: int | None = None, *, per: int = 1000, of: str = "people"
) -> Count:
    month, code, name, kind = key
    made = rate(n, base, per=per, of=of) if base else None
    return Count(f"{month:%Y-%m}" if month else "", code, name, kind, n, made)


def is_placed(row: Count) -> bool:
    return row.area_name not in (NOWHERE, OUTSIDE)
