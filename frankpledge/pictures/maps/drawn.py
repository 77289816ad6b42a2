"""A map drawn: shapes with their shades, outlines of what stands out, names, and the key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from frankpledge.pictures.maps.ground import UNIT, Ground, Shape, Sheet
from frankpledge.pictures.maps.names import placed
from frankpledge.pictures.measure import LINE
from frankpledge.pictures.shades import KeyEntry, fill, key_lines, patterns
from frankpledge.pictures.svg import Canvas, Drawing, middle_of, safe

if TYPE_CHECKING:
    from frankpledge.pictures.maps.choropleth import Area

# On a phone, areas of so many are too small to be pressed or pointed at.
PRESSED = 200
DARK = {"3", "4", "persistent"}


@dataclass(frozen=True)
class Drawn:
    """What every part of one drawing needs to know."""

    ground: Ground
    areas: Mapping[str, "Area"]
    # Two maps of one page must not share a pattern: that of a hidden drawing is not drawn.
    key: str
    # Shapes are told once, in the wide drawing, and meant by name from there on.
    shared: str
    wide: bool

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
    shared = f"s{page}-" if len(sheet.shapes) > PRESSED else ""
    drawn = Drawn(ground, areas, f"{page}-{canvas.width}", shared, canvas.wide)
    used = {each.shade for each in areas.values()}
    canvas.add(patterns(used, drawn.key) + patterns(used, f"{drawn.key}-x", 10 / UNIT))
    _map(canvas, drawn)
    _names(canvas, sheet, areas)
    bottom = key_lines(canvas, told, sheet.height + 14, drawn.key, clear=above)
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
    shades = {each.shade for each in drawn.areas.values()}
    filled = {shade: fill(shade, f"{drawn.key}-x") for shade in shades}
    for at, shape in enumerate(drawn.ground.sheet(canvas.width).shapes):
        area = drawn.areas[shape.code]
        named = f'id="{drawn.shared}{at}" ' if drawn.shared else ""
        told = f'<path {named}d="{shape.path}"><title>{safe(area.says)}</title></path>'
        canvas.add(f"<g {filled[area.shade]}>{canvas.link(area.href, told)}</g>")


def _again(canvas: Canvas, drawn: Drawn) -> None:
    held: dict[str, list[int]] = {}
    for at, shape in enumerate(drawn.ground.narrow.shapes):
        held.setdefault(drawn.areas[shape.code].shade, []).append(at)
    for shade, places in sorted(held.items()):
        canvas.add(f"<g {fill(shade, f'{drawn.key}-x')}>{_used(drawn, places)}</g>")


def _used(drawn: Drawn, places: Sequence[int]) -> str:
    return "".join(f'<use href="#{drawn.shared}{at}"/>' for at in places)


def _outlines(canvas: Canvas, drawn: Drawn) -> None:
    """Over all shapes, in ink upon a lighter line: seen on dark ground as well as on light."""
    shapes = drawn.ground.sheet(canvas.width).shapes
    above = [(at, shape) for at, shape in enumerate(shapes) if drawn.areas[shape.code].above]
    if not above:
        return
    told = f'<path d="{"".join(shape.path for _, shape in above)}"/>'
    if drawn.shared:
        told = _used(drawn, [at for at, _ in above])
    for classes in ("p-clear--light", "p-clear"):
        canvas.add(f'<g class="{classes}">{told}</g>')


def _names(canvas: Canvas, sheet: Sheet, areas: Mapping[str, "Area"]) -> None:
    first = {code for code, area in areas.items() if area.above or area.shade == "persistent"}
    canvas.add('<g class="p-names" aria-hidden="true">')
    for label in placed(sheet.shapes, first, canvas.width, sheet.height):
        classes = _classes(label.shape, areas)
        top = label.y - (len(label.lines) - 1) * LINE / 2
        for at, words in enumerate(label.lines):
            canvas.text(label.x, middle_of(top + at * LINE), words, classes, anchor="middle")
    canvas.add("</g>")


def _classes(shape: Shape, areas: Mapping[str, "Area"]) -> str:
    """A name may reach over its neighbour, so it brings its own ground with it."""
    return "p-dark" if areas[shape.code].shade in DARK else "p-halo"
