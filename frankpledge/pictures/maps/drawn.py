"""A map drawn: shapes with their shades, outlines of what stands out, names, and the key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from frankpledge.pictures.maps.ground import UNIT, Ground, Shape, Sheet
from frankpledge.pictures.maps.names import Label, placed
from frankpledge.pictures.maps.numbered import HOT, Number, draw_numbers, listed, numbered, to_tell
from frankpledge.pictures.maps.pieces import Piece, around, pieces
from frankpledge.pictures.measure import LINE
from frankpledge.pictures.shades import KeyEntry, fill, key_lines, patterns
from frankpledge.pictures.svg import Canvas, Drawing, middle_of, safe

if TYPE_CHECKING:
    from frankpledge.pictures.maps.choropleth import Area

DARK = {"3", "4", "persistent"}


@dataclass(frozen=True)
class Drawn:
    """What every part of one drawing needs to know."""

    ground: Ground
    pieces: Sequence[Piece]
    # Two maps of one page must not share a pattern: that of a hidden drawing is not drawn.
    key: str
    # Shapes are told once, in the wide drawing, and meant by name from there on.
    shared: str
    wide: bool
    # Of a grid: about all cells that stand out, and not about each.
    around: str

    @property
    def pressed(self) -> bool:
        return self.wide or not self.shared


def draw(
    canvas: Canvas,
    label: str,
    ground: Ground,
    areas: Mapping[str, "Area"],
    told: Sequence[KeyEntry],
    above: str,
) -> Drawing:
    sheet = ground.sheet(canvas.width)
    if not sheet.shapes:
        canvas.text(0, 24, "There are no areas to draw.", "p-q")
        return canvas.done(36, label)
    page = f"{crc32(safe(label).encode()):x}"
    shared = f"s{page}-" if ground.shares else ""
    key = f"{page}-{canvas.width}"
    edge = around(ground, areas)
    drawn = Drawn(ground, pieces(ground, areas, canvas.width), key, shared, canvas.wide, edge)
    used = {each.shade for each in areas.values()}
    canvas.add(patterns(used, key) + patterns(used, f"{key}-x", 10 / UNIT))
    _map(canvas, drawn)
    numbers, left = _names(canvas, sheet, areas)
    bottom = key_lines(canvas, told, sheet.fit.height + 14, key, clear=above)
    bottom = listed(canvas, numbers, left, bottom)
    linked = drawn.pressed and any(each.href for each in areas.values())
    return canvas.done(bottom, label, role="group" if linked else "img")


def _map(canvas: Canvas, drawn: Drawn) -> None:
    if drawn.pressed:
        canvas.add('<g class="p-map" transform="scale(.3)">')
        _shapes(canvas, drawn)
    else:
        canvas.add(f'<g class="p-map p-map--small" transform="{drawn.ground.shrinks}">')
        _again(canvas, drawn)
    _outlines(canvas, drawn)
    canvas.add("</g>")


def _shapes(canvas: Canvas, drawn: Drawn) -> None:
    """The shade stands about a shape and not upon it, so that the narrow drawing has its own."""
    shades = {each.shade for each in drawn.pieces}
    filled = {shade: fill(shade, f"{drawn.key}-x") for shade in shades}
    for at, each in enumerate(drawn.pieces):
        named = f' id="{drawn.shared}{at}"' if drawn.shared else ""
        title = f"><title>{safe(each.says)}</title></path>" if each.says else "/>"
        told = canvas.link(each.href, f'<path{named} d="{each.path}"{title}')
        canvas.add(f"<g {filled[each.shade]}>{told}</g>")


def _again(canvas: Canvas, drawn: Drawn) -> None:
    held: dict[str, list[int]] = {}
    for at, each in enumerate(drawn.pieces):
        held.setdefault(each.shade, []).append(at)
    for shade, places in held.items():
        canvas.add(f"<g {fill(shade, f'{drawn.key}-x')}>{_used(drawn, places)}</g>")


def _used(drawn: Drawn, places: Sequence[int]) -> str:
    return "".join(f'<use href="#{drawn.shared}{at}"/>' for at in places)


def _outlines(canvas: Canvas, drawn: Drawn) -> None:
    """Over all shapes, in ink upon a lighter line: seen on dark ground as well as on light."""
    above = [at for at, each in enumerate(drawn.pieces) if each.above]
    if not above:
        return
    told = f'<path d="{"".join(drawn.pieces[at].path for at in above)}"/>'
    if drawn.shared:
        told = _used(drawn, above)
    if drawn.around:
        told = f'<use href="#{drawn.shared}about"/>'
        if drawn.wide:
            canvas.add(f'<defs><path id="{drawn.shared}about" d="{drawn.around}"/></defs>')
    for classes in ("p-clear--light", "p-clear"):
        canvas.add(f'<g class="{classes}">{told}</g>')


def _names(canvas: Canvas, sheet: Sheet, areas: Mapping[str, "Area"]) -> tuple[list[Number], int]:
    """What must be told apart and has no room for its name is numbered; gives how many more."""
    apart = to_tell(sheet, areas)
    room, tall = canvas.width, sheet.fit.height
    labels = placed(sheet.shapes, {shape.code for shape in apart}, room, tall)
    named = {label.shape.code for label in labels}
    lost = [shape for shape in apart if shape.code not in named]
    if lost and any(areas[shape.code].shade in HOT for shape in apart):
        # Of hot spots either each has its name or each its number.
        lost, labels = apart, []
    numbers, before = numbered(lost, room, tall), -1
    while numbers and labels and len(lost) > before:
        before, beside = len(lost), [each.box for each in numbers]
        labels = placed(sheet.shapes, named, room, tall, beside=beside)
        # A number may take the place of a name, which then has one too.
        named &= {label.shape.code for label in labels}
        lost = [shape for shape in apart if shape.code not in named]
        numbers = numbered(lost, room, tall)
    canvas.add('<g class="p-names" aria-hidden="true">')
    for label in labels:
        _label(canvas, label, areas)
    draw_numbers(canvas, numbers, {code for code, area in areas.items() if area.shade in DARK})
    canvas.add("</g>")
    return numbers, len(lost) - len(numbers)


def _label(canvas: Canvas, label: Label, areas: Mapping[str, "Area"]) -> None:
    top = label.y - (len(label.lines) - 1) * LINE / 2
    for at, words in enumerate(label.lines):
        y = middle_of(top + at * LINE)
        canvas.text(label.x, y, words, _classes(label.shape, areas), anchor="middle")


def _classes(shape: Shape, areas: Mapping[str, "Area"]) -> str:
    """A name may reach over its neighbour, so it brings its own ground with it."""
    return "p-dark" if areas[shape.code].shade in DARK else "p-halo"
