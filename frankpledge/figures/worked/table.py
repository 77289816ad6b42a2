"""A printed table: its heads, its rows, and what each column holds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.worked import heads
from frankpledge.figures.worked.cells import Cell, held_back, read_cell
from frankpledge.figures.worked.heads import plain

TOTALS = ("total", "grand total", "sum", "overall")


@dataclass(frozen=True)
class Table:
    heads: tuple[str, ...]
    texts: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[Cell | None, ...], ...]
    roles: tuple[str, ...]

    @cached_property
    def labels(self) -> list[str]:
        """The first words of each row."""
        return [
            next((text for text, cell in zip(*row, strict=True) if text and not cell), "")
            for row in zip(self.texts, self.cells, strict=True)
        ]

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(map(plain, self.labels))

    def label(self, row: int) -> str:
        return self.labels[row]

    def named(self, row: int) -> str:
        """The label, with its place where the label alone would not find it."""
        label = self.label(row)
        alone = label and self._times[plain(label)] == 1
        return label if alone else f"{label} (row {row + 1})".strip()

    def value(self, row: int, column: int) -> Fraction | None:
        cell = self.cells[row][column]
        return cell.value if cell else None

    def columns(self, role: str) -> list[int]:
        return [at for at, each in enumerate(self.roles) if each == role]

    def first_of(self, *roles: str) -> list[int]:
        """The columns of the first of these roles that there are any of."""
        return next((found for role in roles if (found := self.columns(role))), [])

    def held_back(self, row: int, column: int) -> bool:
        return held_back(self.texts[row][column])

    def is_total(self, row: int) -> bool:
        label = plain(self.label(row)).rstrip(":")
        return label in TOTALS or label.startswith(("total ", "sub-total", "subtotal"))

    def may_be_total(self, row: int) -> bool:
        """'All crime' adds up the rows only where all crime is shown, and once."""
        if row not in {0, len(self.texts) - 1}:
            return False
        label = plain(self.label(row))
        return label.startswith(("all ", "overall ")) and self._times[label] == 1

    def is_average(self, row: int) -> bool:
        return plain(self.label(row)).startswith(("average", "mean"))

    @cached_property
    def plain_rows(self) -> list[int]:
        return [
            row
            for row in range(len(self.texts))
            if not (self.is_total(row) or self.may_be_total(row) or self.is_average(row))
        ]


def table(rows: Sequence[Sequence[str]]) -> Table:
    filled = [[str(cell).strip() for cell in row] for row in rows]
    filled = [row for row in filled if any(row)]
    width = max(map(len, filled), default=0)
    if len(filled) < 2 or width < 2:
        raise CannotWorkOut(
            "There is no table to work out: it needs a head, a row and two columns."
        )
    filled = [row + [""] * (width - len(row)) for row in filled]
    top = _head_rows(filled)
    names = tuple(" ".join(filter(None, (row[at] for row in filled[:top]))) for at in range(width))
    body = filled[top:]
    cells = [tuple(read_cell(text) for text in row) for row in body]
    roles = tuple(_role(names[at], [row[at] for row in cells], body, at) for at in range(width))
    if roles.count("count") < 2:
        # A total of one thing is a count like any other.
        roles = tuple("count" if role == "total" else role for role in roles)
    return Table(names, tuple(map(tuple, body)), tuple(cells), roles)


def _head_rows(rows: list[list[str]]) -> int:
    """How many rows stand above the first in which most cells are figures."""
    for number, row in enumerate(rows):
        beside = [text for text in row[1:] if text]
        figures = [text for text in beside if read_cell(text) and not heads.YEAR.fullmatch(text)]
        if figures and len(figures) * 2 >= len(beside):
            return number
    return 1


def _role(head: str, column: list[Cell | None], body: list[list[str]], at: int) -> str:
    """label, met, rank, target, percent, change, total, average, rate or count."""
    said, cells = plain(head), [cell for cell in column if cell]
    if heads.MET.search(said) and not cells:
        return "met"
    if not cells or len(cells) * 2 < sum(bool(row[at]) for row in body):
        return "label"
    ordinal = sum(cell.ordinal for cell in cells) * 2 > len(cells)
    percent = sum(cell.percent for cell in cells) * 2 > len(cells)
    # In this order: what the head says first, then what the figures look like.
    signs: tuple[tuple[str, object], ...] = (
        ("rank", ordinal or heads.RANK.search(said)),
        ("label", _names(said, cells)),
        ("target", heads.TARGET.search(said)),
        ("percent", percent or heads.PERCENT.search(said)),
        ("change", heads.CHANGE.search(said) or any(cell.signed for cell in cells)),
        ("average", heads.AVERAGE.search(said)),
        ("total", heads.TOTAL.search(said)),
        ("rate", heads.RATE.search(said)),
    )
    return next((role for role, sign in signs if sign), "count")


def _names(said: str, cells: list[Cell]) -> bool:
    """Numbers that only name their row: line numbers, years."""
    if heads.NAME.search(said):
        return True
    values = [cell.value for cell in cells]
    years = all(1900 <= value <= 2100 for value in values) and said in {"year", "period"}
    return years or (said in heads.NUMBERED and values == list(range(1, len(values) + 1)))
