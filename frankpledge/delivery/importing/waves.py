"""Rows of a sheet as waves of one survey question."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from frankpledge.delivery.importing.days import day_or_month
from frankpledge.delivery.importing.numbers import whole
from frankpledge.delivery.importing.sheet import Faults, Sheet
from frankpledge.delivery.periods import months_on

USUAL: dict[str, Sequence[str]] = {
    "starts": ("From", "Date", "Wave", "Month", "Period", "First day", "When"),
    "ends": ("To", "Until", "Last day"),
    "part": ("Count", "Number", "How many said so", "n"),
    "per_cent": ("Per cent", "Percent", "Percentage", "%", "Share"),
    "base": ("Base", "Asked", "Sample", "Respondents", "Answers", "Of"),
    "break_why": ("Break", "Why not comparable"),
    "note": ("Note", "Notes"),
}


@dataclass
class ReadWaves:
    rows: int = 0
    found: list[tuple[list[str], dict[str, Any]]] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)


def read_waves(found: Sequence[Sheet]) -> ReadWaves:
    made = ReadWaves()
    for sheet in found:
        for row, cells in sheet.cells():
            made.rows += 1
            read = _wave(cells)
            if isinstance(read, str):
                made.faults.note(read, row)
            else:
                made.found.append((row, read))
    return made


def _wave(cells: Mapping[str, str]) -> dict[str, Any] | str:
    days = _days(cells)
    if isinstance(days, str):
        return days
    base = whole(cells["base"])
    if isinstance(base, str):
        return base.replace("number", "base")
    found = {"starts": days[0], "ends": days[1], "base": base, "part": None, "per_cent": None}
    for name in ("break_why", "note"):
        found[name] = cells.get(name, "")[:300]
    if cells.get("part"):
        part = whole(cells["part"])
        return part if isinstance(part, str) else {**found, "part": part}
    try:
        per_cent = Decimal(cells.get("per_cent", "").rstrip("% ").strip())
    except InvalidOperation:
        return "it has neither a count nor a per cent"
    if not per_cent.is_finite() or not 0 <= per_cent <= 100:
        return "its per cent does not lie between 0 and 100"
    return {**found, "per_cent": per_cent.quantize(Decimal("0.01"))}


def _days(cells: Mapping[str, str]) -> tuple[datetime.date, datetime.date] | str:
    first = day_or_month(cells["starts"])
    if isinstance(first, str):
        return first
    starts, is_month = first
    ends = months_on(starts, 1) - datetime.timedelta(days=1) if is_month else starts
    if cells.get("ends"):
        last = day_or_month(cells["ends"])
        if isinstance(last, str):
            return last
        ends = last[0]
        if last[1]:
            ends = months_on(ends, 1) - datetime.timedelta(days=1)
    return starts, ends
