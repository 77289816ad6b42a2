"""Rings as paths, written so that a border told twice is sent once.

Two areas tell the border between them in the same words if both go along it the same way: what
packs a page finds them again. So each shape turns whichever way has more borders told before.
"""

from collections.abc import Iterable, Sequence

Point = tuple[int, int]
Ring = list[Point]
Edge = tuple[Point, Point]


class Paths:
    """Of one sheet, in whole units of its grid."""

    def __init__(self, unit: int) -> None:
        self.unit = unit
        self.told: set[Edge] = set()

    def of(self, rings: Sequence[Ring]) -> str:
        turned = [self._from_a_border(ring) for ring in self._turned(rings)]
        for ring in turned:
            self.told.update(_edges(ring))
        return path_of(turned, self.unit)

    def _turned(self, rings: Sequence[Ring]) -> list[Ring]:
        """All rings of a shape or none: a hole goes the other way round than what is about it."""
        edges = [edge for ring in rings for edge in _edges(ring)]
        ahead = sum(edge in self.told for edge in edges)
        back = sum((end, start) in self.told for start, end in edges)
        return [ring[::-1] for ring in rings] if back > ahead else list(rings)

    def _from_a_border(self, ring: Ring) -> Ring:
        """Begun where something told before begins, so that no beginning cuts it in two."""
        told = [edge in self.told for edge in _edges(ring)]
        first = next((at for at in range(len(ring)) if told[at] and not told[at - 1]), 0)
        return ring[first:] + ring[:first]


def path_of(rings: Sequence[Ring], unit: int) -> str:
    return "".join(_path([(x // unit, y // unit) for x, y in ring]) for ring in rings)


def united(rings: Iterable[Sequence[Point]]) -> list[Ring]:
    """What is about them all: an edge between two of them is gone along both ways, and is none."""
    left: dict[Edge, None] = {}
    for ring in rings:
        for start, end in _edges(_one_way(ring)):
            if (end, start) in left:
                del left[end, start]
            else:
                left[start, end] = None
    onward: dict[Point, list[Point]] = {}
    for start, end in left:
        onward.setdefault(start, []).append(end)
    made = []
    while onward:
        made.append(_walked(onward))
    return made


def _walked(onward: dict[Point, list[Point]]) -> Ring:
    first = here = next(iter(onward))
    ring = []
    while here in onward:
        ring.append(here)
        ends = onward[here]
        following = ends.pop()
        if not ends:
            del onward[here]
        here = following
        if here == first:
            break
    return ring


def _one_way(ring: Sequence[Point]) -> Ring:
    across = zip(ring, (*ring[1:], ring[0]), strict=True)
    twice = sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in across)
    return list(ring) if twice > 0 else list(ring[::-1])


def _edges(ring: Ring) -> list[Edge]:
    return list(zip(ring, ring[1:] + ring[:1], strict=True))


def _path(ring: Ring) -> str:
    """Each point as its way from the last: short, and alike from shape to shape."""
    if not ring:
        return ""
    x, y = ring[0]
    parts = [f"M{x} {y}l"]
    for to_x, to_y in ring[1:]:
        across, down = to_x - x, to_y - y
        joined = "" if parts[-1][-1] == "l" or across < 0 else " "
        parts.append(f"{joined}{across}{down}" if down < 0 else f"{joined}{across} {down}")
        x, y = to_x, to_y
    return "".join(parts).removesuffix("l") + "z"
