"""Targets that a table prints beside what was reached, and all its rows taken together."""

import re
from fractions import Fraction

from frankpledge.figures.wording import number
from frankpledge.figures.worked import heads
from frankpledge.figures.worked.heads import plain
from frankpledge.figures.worked.table import Table
from frankpledge.figures.worked.verdicts import Check, open_check

YES = re.compile(r"(?:yes|y|met|achieved|hit)\Z", re.IGNORECASE)
NO = re.compile(r"(?:no|n|not met|not achieved|missed)\Z", re.IGNORECASE)
UNKNOWN = "the table does not show target and result, or which way is better"


def findings(table: Table) -> list[str]:
    """In the table's order: targets that were missed, then the change of all rows together."""
    made = []
    for row in table.plain_rows:
        aim, reached = _target(table, row)
        if aim is not None and reached is not None and _is_met(table, row) is False:
            target, got = _pair(table)
            texts = table.texts[row]
            label = table.label(row)
            made.append(f"{label}: the target was {texts[target]}, and {texts[got]} was reached.")
    return made + _together(table)


def met(table: Table) -> list[Check]:
    """A column that says yes or no, against the figures."""
    found = []
    for column in table.columns("met"):
        for row in table.plain_rows:
            said = table.texts[row][column]
            yes, is_met = bool(YES.match(said)), _is_met(table, row)
            if not yes and not NO.match(said):
                continue
            target, got = _pair(table)
            head, label = table.heads[column], table.named(row)
            if is_met is None:
                found.append(open_check(table, row, column, "target", UNKNOWN))
                continue
            rule = f"{table.texts[row][got]} against {table.texts[row][target]}"
            right = "met" if is_met else "not met"
            found.append(
                Check(row, column, label, head, "target", said, right, yes == is_met, rule, None)
            )
    return found


def _pair(table: Table) -> tuple[int, int]:
    """The column of the target, and the column of what was reached, or -1."""
    target = next(iter(table.columns("target")), -1)
    if target < 0:
        return -1, -1
    percent = any(row[target] and row[target].percent for row in table.cells)  # type: ignore[union-attr]
    percent = percent or bool(heads.PERCENT.search(plain(table.heads[target])))
    likely = table.columns("percent") if percent else table.columns("count")
    after = [at for at in likely if at > target]
    return target, after[0] if after else -1


def _target(table: Table, row: int) -> tuple[Fraction | None, Fraction | None]:
    target, got = _pair(table)
    if target < 0 or got < 0:
        return None, None
    return table.value(row, target), table.value(row, got)


def _is_met(table: Table, row: int) -> bool | None:
    """None where the table does not say which way is better."""
    aim, reached = _target(table, row)
    if aim is None or reached is None:
        return None
    said = plain(table.heads[_pair(table)[0]])
    if heads.MOST.search(said) or aim < 0:
        return reached <= aim
    if heads.LEAST.search(said) or heads.FALL.search(said):
        return reached >= aim
    base = _base(table, row)
    # From a baseline above the target the aim is a fall; from one below it, a rise.
    if base is None or base == aim or not _in_counts(table):
        return None
    return reached <= aim if aim < base else reached >= aim


def _base(table: Table, row: int) -> Fraction | None:
    base = [at for at in table.columns("count") if heads.BASE.search(plain(table.heads[at]))]
    return table.value(row, base[0]) if len(base) == 1 else None


def _in_counts(table: Table) -> bool:
    return _pair(table)[1] in table.columns("count")


def _together(table: Table) -> list[str]:
    counts = table.columns("count")
    base = [at for at in counts if heads.BASE.search(plain(table.heads[at]))]
    rest = [at for at in counts if at not in base]
    if len(base) != 1 or len(rest) != 1:
        return []
    both = [(table.value(row, base[0]), table.value(row, rest[0])) for row in table.plain_rows]
    pairs = [(one, two) for one, two in both if one is not None and two is not None]
    before = sum((one for one, _ in pairs), Fraction(0))
    after = sum((two for _, two in pairs), Fraction(0))
    if len(pairs) < 2 or not before or before == after:
        return []
    difference = after - before
    moved = f"{number(abs(difference))} {'more' if difference > 0 else 'fewer'}"
    percent = number(100 * difference / before, 1)
    whole = f"from {number(before)} to {number(after)}, {moved} ({percent} %)"
    return [f"The {len(pairs)} rows together: {whole}."]
