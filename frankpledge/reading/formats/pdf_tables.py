"""Tables on a page: the cells that ruled lines enclose, with what they span."""

from dataclasses import dataclass
from itertools import pairwise
from math import inf

from frankpledge.reading.blocks import Cell, Grid, Line, Row
from frankpledge.reading.formats.pdf_aligned import aligned_tables
from frankpledge.reading.formats.pdf_lines import paragraphs, print_lines
from frankpledge.reading.formats.pdf_page import Box, Page, Word
from frankpledge.reading.formats.spans import Placed, laid_out
from frankpledge.reading.words import fold

NEAR = 3.0
MOST_LINES = 1500
COVERED = 0.6
# Sides that reach so far past the last line belong to a row that is not closed.
UNCLOSED = 8.0
Span = tuple[float, float, float]


@dataclass
class Table:
    box: Box
    grid: Grid
    is_open: bool = False


@dataclass(frozen=True)
class Ruled:
    """A table as its lines have it, before its words are read."""

    box: Box
    xs: list[float]
    ys: list[float]
    across: list[Span]
    down: list[Span]
    # Its last row has no line below it: it goes on overleaf.
    is_open: bool = False


def tables(page: Page) -> tuple[list[Table], list[Word]]:
    """The tables of the page, and the words that stand in none."""
    found: list[Table] = []
    left = page.words
    for ruled in ruled_tables(page):
        box, xs, ys = ruled.box, ruled.xs, ruled.ys
        inside = [word for word in left if _within(word, box)]
        if not inside:
            continue
        known = {id(word) for word in inside}
        left = [word for word in left if id(word) not in known]
        rows = _Layout(xs, ys, ruled.across, ruled.down).rows(inside, page)
        found.append(Table(box, Grid(rows, f"page {page.number}"), ruled.is_open))
    for box, grid, taken in aligned_tables(page, left) if left else ():
        known = {id(word) for word in taken}
        left = [word for word in left if id(word) not in known]
        found.append(Table(box, grid))
    return found, left


def ruled_tables(page: Page) -> list[Ruled]:
    """What the ruled lines of the page enclose; worked out once."""
    if page.ruled is None:
        lying = _merged(page.lying)[:MOST_LINES]
        standing = _merged(page.standing)[:MOST_LINES]
        page.ruled = [_ruling(*group) for group in _groups(lying, standing)]
    return [each for each in page.ruled if each]


def _ruling(across: list[Span], down: list[Span]) -> Ruled | None:
    ys, xs = _levels([each[2] for each in across]), _levels([each[2] for each in down])
    bottom = ys[-1] if ys else 0.0
    if ys and len(xs) >= 3:
        ys = _unclosed(ys, down)
    if len(ys) < 2 or len(xs) < 3:
        return None
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    return Ruled(box, xs, ys, across, down, is_open=ys[-1] > bottom)


def _unclosed(ys: list[float], down: list[Span]) -> list[float]:
    """A row that goes over to the next page has its sides here, and no line below or above."""
    above = sorted(line[0] for line in down if line[0] < ys[0] - UNCLOSED)
    below = sorted(line[1] for line in down if line[1] > ys[-1] + UNCLOSED)
    if len(above) >= 3:
        ys = [above[len(above) // 2], *ys]
    return [*ys, below[len(below) // 2]] if len(below) >= 3 else ys


def _merged(lines: list[Span]) -> list[Span]:
    """Pieces of one line, end to end, as one."""
    found: list[Span] = []
    for start, end, level in sorted(lines, key=lambda each: (round(each[2]), each[0])):
        last = found[-1] if found else None
        touching = last and start <= last[1] + NEAR and end >= last[0] - NEAR
        if last and touching and abs(last[2] - level) <= 1.5:
            found[-1] = (min(last[0], start), max(last[1], end), last[2])
        else:
            found.append((start, end, level))
    return found


def _groups(lying: list[Span], standing: list[Span]) -> list[tuple[list[Span], list[Span]]]:
    """Lines that touch belong to one table."""
    rest = list(standing)
    groups: list[tuple[list[Span], list[Span]]] = []
    for line in lying:
        touched = [each for each in groups if any(_cross(line, down) for down in each[1])]
        mine = [down for down in rest if _cross(line, down)]
        rest = [down for down in rest if down not in mine]
        joined: tuple[list[Span], list[Span]] = ([line], mine)
        for each in touched:
            joined = (joined[0] + each[0], joined[1] + each[1])
            groups.remove(each)
        groups.append(joined)
    return sorted(groups, key=lambda each: min(line[2] for line in each[0]))


def _cross(across: Span, down: Span) -> bool:
    return (
        across[0] - NEAR <= down[2] <= across[1] + NEAR
        and down[0] - NEAR <= across[2] <= down[1] + NEAR
    )


def _levels(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def _within(word: Word, box: Box) -> bool:
    x, y = word.middle
    return box.left - 1 <= x <= box.right + 1 and box.top - 1 <= y <= box.bottom + 1


class _Layout:
    def __init__(
        self, xs: list[float], ys: list[float], across: list[Span], down: list[Span]
    ) -> None:
        self.xs, self.ys, self.across, self.down = xs, ys, across, down

    def rows(self, words: list[Word], page: Page) -> tuple[Row, ...]:
        reach = self._reaches()
        held: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            x, y = word.middle
            place = (_slot(self.ys, y), _slot(self.xs, x))
            held.setdefault(self._owner(place, reach), []).append(word)
        rows = []
        for row in range(len(self.ys) - 1):
            placed = []
            for column in range(len(self.xs) - 1):
                if (row, column) in reach:
                    down, across = reach[row, column]
                    cell = self._cell(row, column, down, across, held, page)
                    placed.append(Placed(cell, across, down))
            rows.append((placed, False))
        return laid_out(rows)

    def _reaches(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Each cell's first place, and over how many rows and columns it reaches."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        taken: set[tuple[int, int]] = set()
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                if (row, column) in taken:
                    continue
                across = 1
                while self._open_right(row, column + across - 1, taken):
                    across += 1
                down = 1
                while self._open_below(row + down - 1, column, across):
                    down += 1
                found[row, column] = (down, across)
                taken |= {(row + one, column + two) for one in range(down) for two in range(across)}
        return found

    def _open_right(self, row: int, column: int, taken: set[tuple[int, int]]) -> bool:
        if column + 2 >= len(self.xs) or (row, column + 1) in taken:
            return False
        return not _ruled(self.down, self.xs[column + 1], self.ys[row], self.ys[row + 1])

    def _open_below(self, row: int, column: int, across: int) -> bool:
        if row + 2 >= len(self.ys):
            return False
        left, right = self.xs[column], self.xs[column + across]
        if _ruled(self.across, self.ys[row + 1], left, right):
            return False
        top, bottom = self.ys[row + 1], self.ys[row + 2]
        sides = (column, column + across)
        return all(_ruled(self.down, self.xs[at], top, bottom) for at in sides) and not any(
            _ruled(self.down, self.xs[at], top, bottom) for at in range(sides[0] + 1, sides[1])
        )

    def _owner(
        self, place: tuple[int, int], reach: dict[tuple[int, int], tuple[int, int]]
    ) -> tuple[int, int]:
        row, column = place
        for (top, left), (down, across) in reach.items():
            if top <= row < top + down and left <= column < left + across:
                return top, left
        return place

    def _cell(
        self,
        row: int,
        column: int,
        down: int,
        across: int,
        held: dict[tuple[int, int], list[Word]],
        page: Page,
    ) -> Cell:
        left, right = self.xs[column], self.xs[column + across]
        middle = ((left + right) / 2, (self.ys[row] + self.ys[row + down]) / 2)
        lines = print_lines(held.get((row, column), []))
        inset = min((line.left for line in lines), default=left) - left
        room = inf if page.keeps_words else right - left - 2 * max(inset, 1.0)
        texts = paragraphs(lines, room)
        return Cell(
            tuple(Line(fold(text), item) for text, item in texts if fold(text)),
            shade=_shade_at(page, middle),
        )


def _slot(levels: list[float], value: float) -> int:
    for at, (low, high) in enumerate(pairwise(levels)):
        if low <= value < high:
            return at
    return 0 if value < levels[0] else len(levels) - 2


def _ruled(lines: list[Span], level: float, start: float, end: float) -> bool:
    """Whether a line runs along this side of a cell."""
    covered = sum(
        max(0.0, min(end, line[1]) - max(start, line[0]))
        for line in lines
        if abs(line[2] - level) <= NEAR
    )
    return covered >= (end - start) * COVERED


def _shade_at(page: Page, place: tuple[float, float]) -> str | None:
    """The smallest box under the middle of the cell; a page-wide one is the paper."""
    under = [
        box
        for box in page.shades
        if box.left <= place[0] <= box.right
        and box.top <= place[1] <= box.bottom
        and (box.right - box.left) < page.width * 0.95
    ]
    return under[-1].shade if under else None
