"""Which counts must go with a hidden one.

The sums of a table tie its counts together. A hidden count can be worked out exactly when
no other table of counts fits what is shown; two tables with the same sums differ by circuits
that add one here, take one there, and end where they began. So a hidden count is safe when a
circuit of hidden counts runs through it, and the cheapest such circuit is what to hide. A
total is a count that enters its row and its column with the opposite sign.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

Place = tuple[int, int]
Node = tuple[str, int]
Steps = dict[Node, list[tuple[Node, Place | None]]]
OUTSIDE: Node = ("outside", 0)


@dataclass(frozen=True)
class Grid:
    values: tuple[tuple[int, ...], ...]
    row_totals: bool
    column_totals: bool
    # The totals of columns are known anyway: they are neither hidden nor take up a difference.
    known: bool = False
    # The least that a hidden count can be: 1 where noughts are always shown.
    least: int = 0
    # Columns that are hidden whole, their noughts too.
    whole: frozenset[int] = frozenset()
    # Counts below it stay below it, and others stay above: for readers who know which are small.
    below: int = 0

    @classmethod
    def of(
        cls,
        rows: list[list[int]],
        *,
        row_totals: bool,
        column_totals: bool,
        known: bool = False,
        least: int = 0,
        whole: frozenset[int] = frozenset(),
    ) -> "Grid":
        full = [[*row, sum(row)] for row in rows]
        full.append([sum(column) for column in zip(*full, strict=True)])
        return cls(tuple(map(tuple, full)), row_totals, column_totals, known, least, whole)

    @property
    def height(self) -> int:
        return len(self.values) - 1

    @property
    def width(self) -> int:
        return len(self.values[0]) - 1

    def value(self, place: Place) -> int:
        return self.values[place[0]][place[1]]

    def shown(self) -> Iterator[tuple[Place, int]]:
        """What may be hidden, with its value."""
        for row in range(self.height + (self.column_totals and not self.known)):
            for column in range(self.width + self.row_totals):
                yield (row, column), self.values[row][column]

    def may_rise(self, place: Place) -> bool:
        if self.value(place) == self.below - 1:
            return False
        return place[1] in self.whole or self.value(place) >= self.least

    def may_fall(self, place: Place) -> bool:
        if self.value(place) == self.below:
            return False
        least = 0 if place[1] in self.whole else self.least
        return self.value(place) > least

    def is_total(self, place: Place) -> bool:
        return (place[0] == self.height) != (place[1] == self.width)

    def cost(self, place: Place) -> int:
        """Small counts are missed least; totals most."""
        edge = place[0] == self.height or place[1] == self.width
        return 1 + self.value(place) + (self.values[-1][-1] + 1 if edge else 0)


def circuit(grid: Grid, steps: Steps, place: Place, hidden: set[Place]) -> set[Place]:
    """The hidden and shown counts of the cheapest circuit through a count that is above nought."""
    rising, falling = _ends(grid, place)
    ends = [(falling, rising)] if grid.may_rise(place) else []
    ends += [(rising, falling)] if grid.may_fall(place) else []
    ways = [_path(grid, steps, start, end, hidden, place) for start, end in ends]
    found = [way for way in ways if way is not None]
    return min(found, key=lambda way: (way[0], sorted(way[1])))[1] if found else set()


def _path(
    grid: Grid, steps: Steps, start: Node, end: Node, hidden: set[Place], avoid: Place
) -> tuple[int, set[Place]] | None:
    waiting: list[tuple[int, Node, tuple[Place, ...]]] = [(0, start, ())]
    seen: set[Node] = set()
    while waiting:
        spent, node, through = heappop(waiting)
        if node == end:
            return spent, set(through)
        if node in seen:
            continue
        seen.add(node)
        for after, place in steps.get(node, ()):
            if place is None:
                heappush(waiting, (spent, after, through))
            elif place != avoid and after not in seen:
                cost = 0 if place in hidden else grid.cost(place)
                heappush(waiting, (spent + cost, after, (*through, place)))
    return None


def steps_of(grid: Grid) -> Steps:
    """From a row to a column a count rises (a total falls); the other way round it falls."""
    steps: Steps = {}
    for place, _ in grid.shown():
        rising, falling = _ends(grid, place)
        if grid.may_rise(place):
            steps.setdefault(rising, []).append((falling, place))
        if grid.may_fall(place):
            steps.setdefault(falling, []).append((rising, place))
    for line in _untied(grid):
        steps.setdefault(line, []).append((OUTSIDE, None))
        steps.setdefault(OUTSIDE, []).append((line, None))
    return steps


def _ends(grid: Grid, place: Place) -> tuple[Node, Node]:
    row, column = ("row", place[0]), ("column", place[1])
    return (column, row) if grid.is_total(place) else (row, column)


def _untied(grid: Grid) -> list[Node]:
    """Lines whose sum is not shown may take up any difference."""
    rows: list[Node] = [("row", at) for at in range(grid.height + grid.column_totals)]
    columns: list[Node] = [("column", at) for at in range(grid.width + grid.row_totals)]
    return ([] if grid.row_totals else rows) + ([] if grid.column_totals else columns)
