"""Small multiples: one run of figures to a panel, each with its name, its last and its verdict."""

from dataclasses import dataclass

from frankpledge.figures.signals.chart import ENOUGH
from frankpledge.figures.wording import number
from frankpledge.pictures.measure import cut
from frankpledge.pictures.picture import Picture, Table, Words, picture
from frankpledge.pictures.run import Dot, Usual
from frankpledge.pictures.spark import inside
from frankpledge.pictures.svg import Canvas, Drawing
from frankpledge.pictures.times import said


@dataclass(frozen=True)
class Panel:
    name: str
    dots: tuple[Dot, ...]
    usual: tuple[Usual, ...] = ()
    verdict: str = ""


@dataclass(frozen=True)
class Multiples:
    words: Words
    panels: tuple[Panel, ...]
    places: int = 0


def multiples(given: Multiples) -> Picture:
    rows = tuple(
        (each.name, *_last(each, given.places), each.verdict or "") for each in given.panels
    )
    return picture(
        "multiples",
        given.words,
        lambda canvas, label: _draw(canvas, label, given),
        Table(("Name", "Last period", "Figure", "Beside the usual"), rows),
        describes=" ".join(f"{row[0]}: {row[2]}. {row[3]}." for row in rows)
        or "There is nothing to draw.",
        notes=("Each panel has a scale of its own: compare shapes, not heights.",) if rows else (),
    )


def _last(panel: Panel, places: int) -> tuple[str, str]:
    known = [dot for dot in panel.dots if dot.value is not None]
    if not known:
        return "none", "none"
    return said(known[-1].period), number(known[-1].value or 0, places)


def _draw(canvas: Canvas, label: str, given: Multiples) -> Drawing:
    if not given.panels:
        canvas.text(0, 24, "There is nothing to draw.", "p-q")
        return canvas.done(36, label)
    columns = 3 if canvas.wide else 1
    gap = 28.0
    each = (canvas.width - gap * (columns - 1)) / columns
    height = 128.0 if canvas.wide else 116.0
    for at, panel in enumerate(given.panels):
        down, across = divmod(at, columns)
        _panel(canvas, panel, across * (each + gap), down * height, each, given.places)
    return canvas.done(height * -(-len(given.panels) // columns), label)


def _panel(canvas: Canvas, panel: Panel, x: float, y: float, wide: float, places: int) -> None:
    figure = _last(panel, places)[1]
    name = cut(panel.name, wide - 70, bold=True)
    canvas.text(x, y + 14, name, "p-b", full=panel.name)
    canvas.text(x + wide, y + 14, cut(figure, 66), anchor="end", full=figure)
    verdict = panel.verdict or "No clear change"
    if sum(dot.value is not None for dot in panel.dots) < ENOUGH:
        verdict = "Too few figures yet"
    else:
        inside(canvas, panel.dots, panel.usual, (x, x + wide), (y + 96, y + 42))
    canvas.text(x, y + 31, cut(verdict, wide), "p-q", full=verdict)
    canvas.across(x, y + 104, x + wide, "p-grid")
