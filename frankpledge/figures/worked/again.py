"""A printed table worked out again, cell by cell."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from frankpledge.figures.worked import heads
from frankpledge.figures.worked.cells import Cell
from frankpledge.figures.worked.changes import Rule
from frankpledge.figures.worked.rows import below
from frankpledge.figures.worked.rules import rules
from frankpledge.figures.worked.table import Table, table
from frankpledge.figures.worked.targets import findings, met
from frankpledge.figures.worked.verdicts import Check, checked, open_check

DERIVED = ("change", "percent", "total", "average", "rate", "rank")


@dataclass(frozen=True)
class Worked:
    checks: tuple[Check, ...]
    findings: tuple[str, ...]

    @property
    def wrong(self) -> list[Check]:
        return [each for each in self.checks if each.agrees is False]

    @property
    def open(self) -> list[Check]:
        return [each for each in self.checks if each.agrees is None]

    @property
    def sentence(self) -> str:
        if not self.checks:
            return "Nothing in this table is worked out from anything else in it."
        wrong, open_ = len(self.wrong), len(self.open)
        right = len(self.checks) - wrong - open_
        said = f"{right} agree{'s' if right == 1 else ''}, "
        said += f"{wrong or 'none'} disagree{'s' if wrong == 1 else ''}"
        return f"{said}, {open_} cannot be worked out again." if open_ else f"{said}."

    def to_dict(self) -> dict[str, Any]:
        return {
            "sentence": self.sentence,
            "checks": [{**asdict(each), "sentence": each.sentence} for each in self.checks],
            "findings": list(self.findings),
        }


def work_again(rows: Sequence[Sequence[str]]) -> Worked:
    printed = table(rows)
    made: list[Check] = []
    for column, role in enumerate(printed.roles):
        if role in DERIVED:
            made += _column(printed, column)
    made += below(printed)
    made += met(printed)
    return Worked(
        tuple(sorted(made, key=lambda each: (each.row, each.column))), tuple(findings(printed))
    )


def _column(printed: Table, column: int) -> list[Check]:
    cells = [(row, cell) for row, line in enumerate(printed.cells) if (cell := line[column])]
    rule = _best(rules(printed, column), cells)
    if rule is None and printed.roles[column] == "rate":
        return []  # A rate may well be given for its own sake.
    found, plain_rows = [], printed.plain_rows
    for row, cell in cells:
        if printed.is_average(row) or (rule and rule.kind == "rank" and row not in plain_rows):
            continue
        if rule is None:
            kind = {"change": "difference", "percent": "percentage"}.get(
                printed.roles[column], printed.roles[column]
            )
            found.append(open_check(printed, row, column, kind, _why(printed, column)))
            continue
        value = rule.work(row)
        if value is None:
            found.append(open_check(printed, row, column, rule.kind, _missing(printed, row)))
        else:
            found.append(checked(printed, row, column, rule.kind, cell, value, rule.says(row)))
    return found


def _best(candidates: Sequence[Rule], cells: Sequence[tuple[int, Cell]]) -> Rule | None:
    """The rule that most rows bear out; one that the heads name needs none to."""
    scores = [_score(each, cells) for each in candidates]
    for at, each in enumerate(candidates):
        if each.only_whole and scores[at] < len(cells):
            scores[at] = 0
    best = max(scores, default=0)
    # A guess must hold for most rows, and for more than one: else it would find fault by chance.
    if best > 1 and best * 2 > len(cells):
        return candidates[scores.index(best)]
    return next((each for each in candidates if each.sure), None)


def _score(rule: Rule, cells: Sequence[tuple[int, Cell]]) -> int:
    values = [(cell, rule.work(row)) for row, cell in cells]
    return sum(value is not None and _agrees(cell, value) for cell, value in values)


def _agrees(cell: Cell, value: Fraction) -> bool:
    return abs(value - cell.value) <= Fraction(1, 2 * 10**cell.places)


def _why(printed: Table, column: int) -> str:
    role, said = printed.roles[column], heads.plain(printed.heads[column])
    if role == "rank":
        return "the others that it was ranked among are not in the table"
    if not printed.columns("count") and not printed.columns("rate"):
        return "the table gives no counts"
    if role == "percent" and not heads.CHANGE.search(said):
        return "the table does not show what it is a percentage of"
    return "the table does not show which figures it was worked out from"


def _missing(printed: Table, row: int) -> str:
    if any(printed.held_back(row, at) for at in range(len(printed.heads))):
        return "a figure that it needs is held back"
    if any(printed.value(row, at) == 0 for at in printed.columns("count")):
        return "it starts from nought"
    return "a figure that it needs is not given"
