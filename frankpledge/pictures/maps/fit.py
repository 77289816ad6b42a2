"""A plane fitted to a drawing's width: where places lie, in tenths of a pixel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from frankpledge.pictures.maps.inside import Chord
from frankpledge.pictures.picture import NARROW, WIDE

Ring = Sequence[tuple[float, float]]
# The tallest a map is drawn at each width.
TALL = {WIDE: 720.0, NARROW: 430.0}
EDGE = 20


@dataclass(frozen=True)
class Fit:
    """`scale`: tenths of a pixel to a degree of latitude; `shift`: where the leftmost place is."""

    width: int
    height: float
    left: float = 0
    top: float = 0
    scale: float = 1
    shift: float = 0

    def place(self, ring: Ring, unit: int) -> list[tuple[int, int]]:
        """Tenths of a pixel as whole numbers; a point upon the one before it says nothing."""
        made: list[tuple[int, int]] = []
        by = self.scale / unit
        right, down = self.shift / unit - self.left * by, EDGE / unit - self.top * by
        for x, y in ring:
            point = round(x * by + right) * unit, round(y * by + down) * unit
            if not made or made[-1] != point:
                made.append(point)
        if len(made) > 1 and made[0] == made[-1]:
            made.pop()
        return made

    def shrinks(self, wide: "Fit", unit: int) -> str:
        """The wide one's units as pixels of this one."""
        by = self.scale / wide.scale
        right, down = self.shift - wide.shift * by, EDGE * (1 - by)
        return f"translate({right / 10:.2f} {down / 10:.2f}) scale({by * unit / 10:.5f})"

    def chord(self, found: Chord, wide: "Fit") -> Chord:
        """Where it lies here, that lies there in the wide one; in pixels both."""
        by = self.scale / wide.scale
        x, y = found.x * 10 - wide.shift, found.y * 10 - EDGE
        return Chord(
            (x * by + self.shift) / 10, (y * by + EDGE) / 10, found.width * by, found.height * by
        )


def fitted(points: Iterable[tuple[float, float]], width: int) -> Fit:
    held = list(points)
    if not held:
        return Fit(width, 0)
    left, right = min(x for x, _ in held), max(x for x, _ in held)
    top, bottom = min(y for _, y in held), max(y for _, y in held)
    room, tall = width - 4.0, TALL[width] - 4
    each = min(room / ((right - left) or 1), tall / ((bottom - top) or 1))
    shift = EDGE + (room - (right - left) * each) * 5
    return Fit(width, (bottom - top) * each + 4, left, top, each * 10, shift)
