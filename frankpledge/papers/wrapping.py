"""How many lines words take in a column of some width: as a writer will break them. Pure."""

import re
from dataclasses import dataclass

import numpy as np

from frankpledge.papers.blocks import Cell, Head, Table
from frankpledge.papers.letters import SANS, SANS_BOLD, SERIF, wide
from frankpledge.papers.marks import Mark

SIZE, SMALL = 9.0, 8.5
PIECES = re.compile(r"(\s*)([^\s-]+-*|-+)")
MOST = 400  # pieces: what is longer fills its lines so well that it need not be broken
HEAD = 3.0  # a head stands again on every page, and is read first
ROWS = 200  # of a long table some stand for all
MARKS = {"delivery": 8.5, "signal": 10.6, "fresh": 16.0, "odds": 54.0, "clash": 10.0}
AFTER_MARK, AIR = 4.0, 7.0
TOGETHER = 69.0  # points, up to which a mark and its words stand on one line
PROSE = 84.0  # points, below which sentences are hard to read

Line = list[tuple[float, float]]  # the room before each piece, and its own
Rows = list[list[Line]]


@dataclass(frozen=True)
class Letters:
    """How much wider than ours the letters are, and what a cell keeps free at its sides."""

    wider: float
    beside: float
    spans: bool = False  # what has nothing under it stands beside all of it


class Column:
    """The lines of its head and of each of its cells."""

    def __init__(self, tables: list[Table], at: int, letters: Letters) -> None:
        self._beside = letters.beside + _air(tables[0].heads, at)
        down = _down(tables, at, spans=letters.spans)
        down = down[:: len(down) // ROWS + 1]
        rows: Rows = [_head(tables[0].heads[at], letters.wider)]
        rows += [_cell(cell, letters.wider) for cell, _ in down]
        self._rows, self._known = rows, dict[float, np.ndarray]()
        self._shares = np.array([HEAD, *(1 / over for _, over in down)])
        lines = [sum(map(sum, line)) for row in rows[1:] for line in row]
        self.most = max(lines, default=0.0) + self._beside + 1
        prose = PROSE if sum(lines) > 1.5 * PROSE * len(down) else 0.0
        self.least = max(_least(rows, down), prose) + self._beside + 1

    def lines(self, width: float) -> np.ndarray:
        key = round(width, 1)
        if key not in self._known:
            room = max(1.0, width - self._beside)
            counts = [sum(_lines(line, room) for line in row) for row in self._rows]
            self._known[key] = np.array(counts) * self._shares
        return self._known[key]


def _air(heads: tuple[Head, ...], at: int) -> float:
    """Words that begin where figures end stand a little off."""
    return AIR if at and heads[at].side == "left" and heads[at - 1].side == "right" else 0.0


def _least(rows: Rows, down: list[tuple[Cell, int]]) -> float:
    """Its longest word; and a mark with its few words, which are read as one."""
    words = [own for row in rows for line in row for _, own in line]
    marked = [row for row, (cell, _) in zip(rows[1:], down, strict=True) if cell.all_marks]
    whole = [sum(map(sum, line)) for row in marked for line in row]
    return max([*words, *(one for one in whole if one < TOGETHER)], default=0.0)


def _down(tables: list[Table], at: int, *, spans: bool) -> list[tuple[Cell, int]]:
    """Its cells, a row each, with how many rows share each."""
    made: list[tuple[Cell, int]] = []
    for table in tables:
        for row, over in zip(table.body, table.spans, strict=True):
            own = over[at] if spans else 1
            made.append((row.cells[at], own) if own else made[-1])
    return made


def _head(head: Head, wider: float) -> list[Line]:
    return [] if head.quiet else [_pieces(head.text, SANS_BOLD, SMALL * wider)]


def _cell(cell: Cell, wider: float) -> list[Line]:
    face = SANS_BOLD if cell.strong else SERIF if cell.said else SANS
    made = [_marked(_pieces(text, face, SIZE * wider), mark) for mark, text in cell.lines]
    meta = [line for line in cell.meta.split("\n") if line.strip()]
    return [*made, *(_pieces(line, SANS, SMALL * wider) for line in meta)]


def _marked(line: Line, mark: Mark | None) -> Line:
    """A mark stands beside its first word, but for one that is as wide as a column."""
    if mark is None:
        return line
    beside = MARKS[mark.kind] + AFTER_MARK
    if mark.kind == "odds" or not line:
        return [(0.0, beside), *line]
    return [(0.0, beside + line[0][1]), *line[1:]]


def _pieces(text: str, face: str, size: float) -> Line:
    space = wide(" ", face) * size
    found = PIECES.findall(text)
    return [(space if gap else 0.0, wide(word, face) * size) for gap, word in found]


def _lines(line: Line, room: float) -> float:
    if len(line) > MOST:
        return -(-sum(map(sum, line)) // room)
    count, x = 1.0, 0.0
    for gap, own in line:
        if x and x + gap + own > room:
            count, x = count + 1, own
        else:
            x += gap + own
        if own > room:
            count, x = count + own // room, own % room
    return count
