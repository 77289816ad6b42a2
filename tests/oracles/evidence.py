"""What is asked of the evidence, answered again slowly: row by row, from the police's own files."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from pathlib import Path

Row = Mapping[str, str]
# Of each LSOA of whichever vintage: its lsoa, ward, district and county of today.
Placed = Mapping[str, Mapping[str, str]]


def rows_of(folder: Path, kind: str = "street") -> list[Row]:
    found: list[Row] = []
    for path in sorted(folder.glob(f"*-{kind}.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            found += list(csv.DictReader(file))
    return found


def asked_for(
    rows: Iterable[Row],
    placed: Placed,
    *,
    area: str | None = None,
    start: str = "",
    end: str = "9",
    types: Sequence[str] = (),
) -> list[Row]:
    return [
        row
        for row in rows
        if start <= row["Month"] <= end
        and (not types or row["Crime type"] in types)
        and (area is None or area in placed.get(row["LSOA code"], {}).values())
    ]


def area_of(row: Row, placed: Placed, kind: str) -> tuple[str, str]:
    """The code, or nothing and what it is called instead."""
    code = placed.get(row["LSOA code"], {}).get(kind, "")
    if code:
        return code, ""
    if not row["LSOA code"]:
        return "", "no location"
    if kind == "district":
        return "", row["LSOA name"].rsplit(" ", 1)[0]
    return "", "outside the look-ups"


def counts(
    rows: Iterable[Row], placed: Placed, by: Sequence[str], kind: str
) -> dict[tuple[str, ...], int]:
    """Under month, code, name where there is no code, type; empty where not asked for."""
    found: Counter[tuple[str, ...]] = Counter()
    for row in rows:
        area = area_of(row, placed, kind) if "area" in by else ("", "")
        month = row["Month"] if "month" in by else ""
        found[month, *area, row["Crime type"] if "type" in by else ""] += 1
    return dict(found)


def before_and_after(before: Iterable[Row], after: Iterable[Row]) -> dict[str, tuple[int, int]]:
    one = Counter(row["Crime type"] for row in before)
    other = Counter(row["Crime type"] for row in after)
    return {kind: (one[kind], other[kind]) for kind in one | other}


def rates(
    rows: Iterable[Row], placed: Placed, kind: str, people: Mapping[str, int]
) -> dict[str, Fraction]:
    found = Counter(area_of(row, placed, kind)[0] for row in rows)
    return {code: Fraction(1000 * found[code], size) for code, size in people.items()}


def months(rows: Iterable[Row], names: Sequence[str]) -> list[int]:
    found = Counter(row["Month"] for row in rows)
    return [found[name] for name in names]


def twelve_months(values: Sequence[int]) -> list[int]:
    return [sum(values[at - 11 : at + 1]) for at in range(11, len(values))]


def week(rows: Iterable[Row]) -> dict[tuple[int, int], int]:
    moments = [datetime.fromisoformat(row["Date"]) for row in rows]
    return dict(Counter((moment.weekday(), moment.hour) for moment in moments))
