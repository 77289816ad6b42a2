"""The table for workbooks and values, in which columns name the priority of each row."""

from typing import Any

from frankpledge.reading.own.layout import HEADS, NUMBER, PRIORITY, UNDER, label
from frankpledge.writing.layout import Line, PromiseRow, clean, rows_of, used

PlanFile = dict[str, Any]
Cells = list[list[Line]]


def table_of(plan: PlanFile) -> tuple[list[str], list[tuple[Cells, PromiseRow | None]]]:
    """The heads, and each row with the promise that it holds; a priority without any has a row."""
    promised = list(rows_of(plan))
    fields = used(promised)
    under = {row.priority["id"] for row in promised if row.priority}
    rows: list[tuple[Cells, PromiseRow | None]] = [
        (_cells(row, plan, fields), row) for row in promised if row.priority is None
    ]
    for priority in plan["priorities"]:
        if priority["id"] not in under:
            rows.append(([*_named(priority, plan), *([] for _ in fields)], None))
        rows += [
            (_cells(row, plan, fields), row)
            for row in promised
            if row.priority and row.priority["id"] == priority["id"]
        ]
    return [NUMBER, PRIORITY, UNDER, *(HEADS[name] for name in fields)], rows


def _cells(row: PromiseRow, plan: PlanFile, fields: list[str]) -> Cells:
    named: Cells = _named(row.priority, plan) if row.priority else [[], [], []]
    return [*named, *(row.cells[name] for name in fields)]


def _named(priority: dict[str, Any], plan: PlanFile) -> Cells:
    over = next((each for each in plan["priorities"] if each["id"] == priority["parent"]), None)
    under = label(clean(over["ref"]), clean(over["title"])) if over else ""
    texts = (clean(priority["ref"]), clean(priority["title"]), under)
    return [[Line(text)] if text else [] for text in texts]
