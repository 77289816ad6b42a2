"""Small multiples: one run of figures to a panel, each with its name, its last and its verdict."""

from dataclasses import dataclass

from frankpledge.figures.signals.chart import ENOUGH
from frankpledge.figures.wording import number
from frankpledge.pictures.measure import BOLD, LINE, cut, width, wrap
from frankpledge.pictures.picture import Picture, Table, Words, picture
from frankpledge.pictures.run import Dot, Usual
from frankpledge.pictures.spark import inside
from frankpledge.pictures.svg import Canvas, Drawing
from frankpledge.pictures.times import said

GAP = 28.0


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
    wide = (canvas.width - GAP * (columns - 1)) / columns
    top = 0.0
    for start in range(0, len(given.panels), columns):
        row = given.panels[start : start + columns]
        names = [_name(panel, wide) for panel in row]
        lines = max(map(len, names))
        for across, (panel, name) in enumerate(zip(row, names, strict=True)):
            x = across * (wide + GAP)
            for at, words in enumerate(name):
                canvas.text(x, top + 14 + at * LINE, words, "p-b", full=panel.name)
            _panel(canvas, panel, (x, top + (lines - 1) * LINE), wide, given.places)
        top += (128 if canvas.wide else 116) + (lines - 1) * LINE
    return canvas.done(top, label)


def _name(panel: Panel, wide: float) -> list[str]:
    """In two lines where it must: bold words are wider than wrapping takes them for."""
    return wrap(panel.name, wide / BOLD, lines=2) or [""]


def _panel(
    canvas: Canvas, panel: Panel, place: tuple[float, float], wide: float, places: int
) -> None:
    x, y = place
    verdict = _short(panel)
    if sum(dot.value is not None for dot in panel.dots) < ENOUGH:
        verdict = "Too few figures yet"
    else:
        inside(canvas, panel.dots, panel.usual, (x, x + wide), (y + 96, y + 42))
    figure = _last(panel, places)[1]
    told = cut(figure, wide / 2)
    canvas.text(x + wide, y + 31, told, anchor="end", full=figure)
    canvas.text(x, y + 31, cut(verdict, wide - width(told) - 10), "p-q", full=verdict)
    canvas.across(x, y + 104, x + wide, "p-grid")


def _short(panel: Panel) -> str:
    """Worse: higher. What is higher stands above it."""
    verdict = panel.verdict or "No clear change"
    return verdict.replace(f": {panel.name} ", ": ")
