"""A map drawn: shapes with their shades, outlines of what stands out, names, and the key."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from zlib import crc32

from frankpledge.pictures.maps.ground import Ground, Shape, Sheet
from frankpledge.pictures.maps.names import placed
from frankpledge.pictures.measure import LINE
from frankpledge.pictures.shades import KeyEntry, fill, key_lines, patterns
from frankpledge.pictures.svg import Canvas, Drawing, middle_of, safe

if TYPE_CHECKING:
    from frankpledge.pictures.maps.choropleth import Area

# On a phone, areas of so many are too small to be pressed or pointed at.
PRESSED = 200
DARK = {"3", "4", "persistent"}


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
    # Two maps of one page must not share a pattern: that of a hidden drawing is not drawn.
    key = f"{crc32(safe(label).encode()):x}-{canvas.width}"
    used = {each.shade for each in areas.values()}
    canvas.add(patterns(used, key) + patterns(used, f"{key}-x", 10))
    canvas.add('<g class="p-map" transform="scale(.1)">')
    pressed = canvas.wide or len(sheet.shapes) <= PRESSED
    _shapes(canvas, sheet, areas, f"{key}-x", pressed)
    _outlines(canvas, sheet, areas)
    canvas.add("</g>")
    _names(canvas, sheet, areas)
    bottom = key_lines(canvas, told, sheet.height + 14, key, clear=above)
    linked = pressed and any(each.href for each in areas.values())
    return canvas.done(bottom, label, role="group" if linked else "img")


def _shapes(
    canvas: Canvas, sheet: Sheet, areas: Mapping[str, "Area"], key: str, pressed: bool
) -> None:
    filled = {shade: fill(shade, key) for shade in {each.shade for each in areas.values()}}
    for shape in sheet.shapes:
        area = areas[shape.code]
        path = f'<path {filled[area.shade]} d="{shape.path}"'
        if pressed:
            told = f"{path}><title>{safe(area.says)}</title></path>"
            canvas.add(canvas.link(area.href, told))
        else:
            canvas.add(f"{path}/>")


def _outlines(canvas: Canvas, sheet: Sheet, areas: Mapping[str, "Area"]) -> None:
    """Over all shapes, in ink upon a lighter line: seen on dark ground as well as on light."""
    d = "".join(shape.path for shape in sheet.shapes if areas[shape.code].above)
    if d:
        canvas.path(d, "p-clear--light")
        canvas.path(d, "p-clear")


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
