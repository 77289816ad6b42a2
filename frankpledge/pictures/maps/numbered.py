"""Areas that must be told apart and have no room for a name: a number on each, its name below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from frankpledge.pictures.maps.ground import Shape, Sheet
from frankpledge.pictures.maps.names import Box, meet
from frankpledge.pictures.measure import LINE, cut, width
from frankpledge.pictures.shades import PATTERNS
from frankpledge.pictures.svg import Canvas, middle_of, place

if TYPE_CHECKING:
    from frankpledge.pictures.maps.choropleth import Area

HOT = ("persistent", "emerging", "intermittent", "former")
# A longer list is for the table.
MOST = 60
# How far from its area a number may stand, where its neighbours' stand in the way.
REACH = (0.0, 16.0, 24.0, 34.0, 46.0)
GAP = 18.0


@dataclass(frozen=True)
class Number:
    shape: Shape
    words: str
    x: float
    y: float

    @property
    def box(self) -> Box:
        half = width(self.words, bold=True) / 2 + 1
        return self.x - half, self.y - LINE / 2, self.x + half, self.y + LINE / 2

    @property
    def is_apart(self) -> bool:
        return (self.x, self.y) != (self.shape.chord.x, self.shape.chord.y)


def to_tell(sheet: Sheet, areas: Mapping[str, "Area"]) -> list[Shape]:
    """Those that stand out, in the order of the key, then by name. Cells of a grid have none."""
    kinds = list(PATTERNS)
    found = [
        (kinds.index(area.shade) if area.shade in kinds else 0, shape.name, shape)
        for shape in sheet.shapes
        if shape.chord.width and ((area := areas[shape.code]).above or area.shade in HOT)
    ]
    return [shape for *_, shape in sorted(found, key=lambda each: each[:2])]


def numbered(shapes: Sequence[Shape], room: float, tall: float) -> list[Number]:
    made: list[Number] = []
    for at, shape in enumerate(shapes[:MOST], 1):
        made.append(_free(shape, str(at), [each.box for each in made], (room, tall)))
    return made


def _free(shape: Shape, words: str, taken: Sequence[Box], within: tuple[float, float]) -> Number:
    """On its area, or as near to it as no other number stands."""
    here = Number(shape, words, shape.chord.x, shape.chord.y)
    for reach in REACH:
        for turn in range(12 if reach else 1):
            x = here.x + reach * sin(turn * pi / 6)
            y = here.y - reach * cos(turn * pi / 6)
            tried = Number(shape, words, x, y)
            if _is_in(tried.box, within) and not any(meet(tried.box, other) for other in taken):
                return tried if reach else here
    return here


def _is_in(box: Box, within: tuple[float, float]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= within[0] and box[3] <= within[1]


def draw_numbers(canvas: Canvas, numbers: Sequence[Number], dark: set[str]) -> None:
    for each in numbers:
        if each.is_apart:
            chord = each.shape.chord
            line = f"M{place(chord.x)} {place(chord.y)}L{place(each.x)} {place(each.y)}"
            canvas.path(line, "p-lead")
    for each in numbers:
        is_dark = each.shape.code in dark and not each.is_apart
        classes = f"p-b {'p-dark' if is_dark else 'p-halo'}"
        canvas.text(each.x, middle_of(each.y), each.words, classes, anchor="middle")


def listed(canvas: Canvas, numbers: Sequence[Number], left: int, top: float) -> float:
    """The names, down one column after the other; gives where the list ends."""
    if not numbers:
        return top
    widest = max(width(each.shape.name) for each in numbers)
    across = max(1, int((canvas.width + GAP) // (28 + widest + GAP)))
    deep = -(-len(numbers) // across)
    step = (canvas.width + GAP) / across
    for at, each in enumerate(numbers):
        x, y = at // deep * step, middle_of(top + at % deep * 18 + 9)
        canvas.text(x + 20, y, each.words, "p-b", anchor="end")
        canvas.text(x + 28, y, cut(each.shape.name, step - 28 - GAP), full=each.shape.name)
    bottom = top + deep * 18
    if left:
        canvas.text(0, middle_of(bottom + 9), f"{left:,} more are in the table.", "p-q")
        bottom += 18
    return bottom + 6
