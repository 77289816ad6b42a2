"""What is printed beside what it works out to."""

from dataclasses import dataclass
from fractions import Fraction

from frankpledge.figures.wording import number
from frankpledge.figures.worked.cells import Cell
from frankpledge.figures.worked.table import Table


@dataclass(frozen=True)
class Check:
    row: int
    column: int
    label: str
    head: str
    kind: str
    printed: str
    computed: str | None
    # None where it cannot be worked out again, and why says so.
    agrees: bool | None
    rule: str | None
    why: str | None

    @property
    def sentence(self) -> str:
        where = ", ".join(filter(None, (self.label, self.head or self.kind)))
        if self.agrees is None:
            return f"{where}: {self.printed} cannot be worked out again: {self.why}."
        if self.agrees:
            return f"{where}: {self.printed} is right ({self.rule})."
        return f"{where}: {self.printed} is printed, {self.computed} is right ({self.rule})."


def checked(
    printed: Table, row: int, column: int, kind: str, cell: Cell, value: Fraction, rule: str
) -> Check:
    """To the precision that is printed: an exact half may have gone either way."""
    agrees = abs(value - cell.value) <= Fraction(1, 2 * 10**cell.places)
    unit = " %" if kind == "percentage" else ""
    places = cell.places
    if not agrees and kind == "average":
        places = max(places, 1)
    return Check(
        row,
        column,
        printed.named(row),
        printed.heads[column],
        kind,
        cell.text,
        cell.text if agrees else number(value, places) + unit,
        agrees,
        rule,
        None,
    )


def open_check(printed: Table, row: int, column: int, kind: str, why: str) -> Check:
    text, label = printed.texts[row][column], printed.named(row)
    return Check(row, column, label, printed.heads[column], kind, text, None, None, None, why)
