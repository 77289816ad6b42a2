"""Rows that add up, or average, the rows above them (or, standing first, those below)."""

from fractions import Fraction

from frankpledge.figures.wording import number
from frankpledge.figures.worked.cells import Cell
from frankpledge.figures.worked.table import Table
from frankpledge.figures.worked.verdicts import Check, checked, open_check

ADDED = {"count", "change", "total"}


def below(table: Table) -> list[Check]:
    found: list[Check] = []
    for row in range(len(table.texts)):
        if table.is_total(row) or table.may_be_total(row):
            for column in (at for at, role in enumerate(table.roles) if role in ADDED):
                found += _total(table, row, column)
        elif table.is_average(row):
            for column, role in enumerate(table.roles):
                if role not in {"label", "rank", "met"}:
                    found += _average(table, row, column)
    return found


def _total(table: Table, row: int, column: int) -> list[Check]:
    cell = table.cells[row][column]
    # A change in a total row is checked along its row.
    if cell is None or table.roles[column] == "change":
        return []
    parts, said = _parts(table, row), "the sum of {} rows"
    if len(parts) < 2:
        return []
    if any(table.cells[part][column] is None for part in parts):
        why = "not every row that it adds up has a figure"
        return [open_check(table, row, column, "total", why)]
    value = _sum(table, parts, column)
    whole = [part for part in range(row) if table.is_total(part)]
    if len(whole) > 1 and _sum(table, whole, column) == cell.value:
        value, parts = cell.value, whole
    if not table.is_total(row) and value != cell.value:
        why = f"the {len(parts)} rows shown make {number(value)}, and may not be all there are"
        return [open_check(table, row, column, "total", why)]
    rule = said.format(len(parts))
    return [checked(table, row, column, "total", cell, value, rule)]


def _average(table: Table, row: int, column: int) -> list[Check]:
    cell: Cell | None = table.cells[row][column]
    parts = table.plain_rows
    if cell is None or len(parts) < 2:
        return []
    if any(table.cells[part][column] is None for part in parts):
        return [open_check(table, row, column, "average", "not every row has a figure")]
    value = _sum(table, parts, column) / len(parts)
    return [checked(table, row, column, "average", cell, value, f"the mean of {len(parts)} rows")]


def _parts(table: Table, row: int) -> list[int]:
    """The plain rows since the last total; all plain rows for a total that stands first."""
    plain = table.plain_rows
    before = [at for at in range(row) if table.is_total(at)]
    above = [at for at in plain if (before[-1] if before else -1) < at < row]
    if above:
        return above
    return plain if not before else [at for at in plain if at < row]


def _sum(table: Table, rows: list[int], column: int) -> Fraction:
    return sum((table.value(row, column) or Fraction(0) for row in rows), Fraction(0))
