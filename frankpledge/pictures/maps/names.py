"""Names on a map: those that fit, none upon another; the rest are in the links and the table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from frankpledge.pictures.maps.ground import Shape
from frankpledge.pictures.measure import LINE, width, wrap

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    shape: Shape
    lines: tuple[str, ...]
    x: float
    y: float


def placed(
    shapes: Iterable[Shape],
    first: set[str],
    room: float,
    tall: float,
    *,
    beside: Sequence[Box] = (),
) -> list[Label]:
    """Those that must be seen first, then the roomiest; none upon what stands there already."""
    taken = list(beside)
    made = []
    for shape in sorted(shapes, key=lambda each: (each.code not in first, -each.chord.width)):
        found = _fitted(shape, room, tall, pressing=shape.code in first)
        if found and not any(meet(_box(found), other) for other in taken):
            taken.append(_box(found))
            made.append(found)
    return made


def _fitted(shape: Shape, room: float, tall: float, *, pressing: bool) -> Label | None:
    chord = shape.chord
    if chord.height < LINE / 2 or chord.width < len(shape.name):
        # Most of a county's smallest areas: no name of theirs can fit, in two lines either.
        return None
    spare = min(chord.width * (1.3 if pressing else 1.05), room - 4)
    for lines in ([shape.name], wrap(shape.name, max(spare, 1), lines=2)):
        wide = max(map(width, lines), default=0)
        cut_short = any(line.endswith("…") for line in lines)
        if wide > spare or cut_short or len(lines) * LINE > chord.height + (8 if pressing else 0):
            continue
        x = min(max(chord.x, wide / 2 + 2), room - wide / 2 - 2)
        half = len(lines) * LINE / 2
        return Label(shape, tuple(lines), x, min(max(chord.y, half), max(tall - half, half)))
    return None


def _box(label: Label) -> Box:
    wide = max(map(width, label.lines)) / 2 + 2
    half = len(label.lines) * LINE / 2
    return label.x - wide, label.y - half, label.x + wide, label.y + half


def meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
