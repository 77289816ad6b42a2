"""Which months of which force are here, which are missing, and how rows were placed."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from frankpledge.evidence.loading.forces import spoken
from frankpledge.evidence.store import opened
from frankpledge.evidence.store.reading import Asked

PLACED = """
SELECT
    coalesce(sum(cube.n), 0)::BIGINT,
    coalesce(sum(cube.n) FILTER (WHERE cube.lsoa IS NULL), 0)::BIGINT,
    coalesce(sum(cube.n) FILTER (WHERE cube.named_only), 0)::BIGINT,
    coalesce(sum(cube.n) FILTER (WHERE places.is_split), 0)::BIGINT,
    coalesce(sum(cube.n) FILTER (WHERE places.is_ward_split), 0)::BIGINT
FROM cube
LEFT JOIN places ON places.lsoa = cube.lsoa
WHERE ($county IS NULL OR cube.county = $county)
"""


@dataclass(frozen=True)
class Month:
    month: date
    rows: int
    unplaced: int


@dataclass(frozen=True)
class Coverage:
    """One force's files of one kind, from the first month at hand to the last."""

    dataset: str
    force: str
    force_name: str
    months: list[Month]
    missing: list[date]


@dataclass(frozen=True)
class Placing:
    """How many rows the rules of placing touched."""

    rows: int
    unplaced: int
    named_only: int
    split: int
    ward_split: int


def coverage() -> list[Coverage]:
    found: dict[tuple[str, str], list[Month]] = defaultdict(list)
    names: dict[str, str] = {}
    with opened() as asked:
        rows = asked.execute(
            "SELECT dataset, force, force_name, month, n, unplaced FROM coverage "
            "ORDER BY dataset DESC, force, month"
        ).fetchall()
    # The newest file of crimes says how the force calls itself; files of stops say no name.
    reported = {force: name for dataset, force, name, *_ in rows if dataset == "street"}
    for dataset, force, name, month, n, unplaced in rows:
        names[force] = reported.get(force) or (spoken(force) if name == force else name)
        found[dataset, force].append(Month(month, n, unplaced))
    return [
        Coverage(dataset, force, names[force], months, _missing(months))
        for (dataset, force), months in found.items()
    ]


def _missing(months: list[Month]) -> list[date]:
    here = {each.month for each in months}
    first, last = min(here), max(here)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    every = [_later(first, by) for by in range(count)]
    return [each for each in every if each not in here]


def _later(month: date, by: int) -> date:
    at = month.year * 12 + month.month - 1 + by
    return date(at // 12, at % 12 + 1, 1)


def placed_by_rule() -> Placing:
    """Of everything that is here."""
    with opened() as asked:
        return placing(asked)


def placing(asked: Asked, county: str | None = None) -> Placing:
    row = asked.execute(PLACED, {"county": county}).fetchone()
    return Placing(*row) if row else Placing(0, 0, 0, 0, 0)
