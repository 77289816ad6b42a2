"""Rows drawn: wide, the name stands before its row; narrow, above it."""

from typing import TYPE_CHECKING

from frankpledge.pictures.measure import cut, width
from frankpledge.pictures.scales import Scale, places_of, said, scale
from frankpledge.pictures.svg import Canvas, Drawing, middle_of

if TYPE_CHECKING:
    from frankpledge.pictures.rows import Row, Rows

NAMES = 240.0  # the most that names may take before they are cut
CLEAR = 10.0  # where narrow names begin: past the line that their rows start from


def draw(canvas: Canvas, label: str, given: "Rows", kind: str) -> Drawing:
    if not given.rows:
        canvas.text(0, 24, "There is nothing to draw.", "p-q")
        return canvas.done(36, label)
    across = _scale(canvas, given)
    each, top = (30.0, 24.0) if canvas.wide else (46.0, 24.0)
    bottom = top + each * len(given.rows)
    _grid(canvas, across, top - 4, bottom)
    if given.note:
        canvas.text(canvas.width, 12, given.note, "p-q", anchor="end")
    for at, row in enumerate(given.rows):
        middle = top + at * each + (15 if canvas.wide else 32)
        _row(canvas, row, given, across, middle, kind)
    _beside(canvas, given, across, top - 4, bottom)
    return canvas.done(bottom + (24 if given.beside is None else 40), label)


def _scale(canvas: Canvas, given: "Rows") -> Scale:
    values = [v for row in given.rows for v in (row.value, row.low, row.high) if v is not None]
    if given.beside is not None:
        values.append(given.beside)
    aside = max([_aside(row, given) for row in given.rows] + [width(given.note)]) + 14
    names = min(max(width(row.name, bold=row.ours) for row in given.rows) + 12, NAMES)
    left = names if canvas.wide else 4.0
    right = canvas.width - min(aside, canvas.width * 0.4)
    return scale(
        min([0.0, *values]), max([0.0, *values]), left, right, ticks=5 if canvas.wide else 3
    )


def _aside(row: "Row", given: "Rows") -> float:
    return width(row.note or _figure(row, given), bold=True)


def _figure(row: "Row", given: "Rows") -> str:
    return "not shown" if row.value is None else said(row.value, given.places)


def _grid(canvas: Canvas, across: Scale, top: float, bottom: float) -> None:
    taken = -99.0
    for tick in across.ticks:
        x, words = across.at(tick), said(tick, places_of(across.step))
        half = width(words) / 2
        canvas.down(x, top, bottom, "p-axis" if tick == 0 else "p-grid")
        if x - half < taken:
            continue
        taken = x + half + 6
        middle = min(max(x, half), canvas.width - half)
        canvas.text(middle, bottom + 17, words, "p-q", anchor="middle")


def _row(
    canvas: Canvas, row: "Row", given: "Rows", across: Scale, middle: float, kind: str
) -> None:
    bold = "p-b" if row.ours else ""
    room = across.start - 10 if canvas.wide else canvas.width - CLEAR
    name = cut(row.name, room, bold=row.ours)
    y = middle_of(middle) if canvas.wide else middle - 12
    x = 0 if canvas.wide else CLEAR
    canvas.text(x, y, name, bold if canvas.wide else f"{bold} p-halo".strip(), full=row.name)
    right = cut(row.note or _figure(row, given), canvas.width - across.end - 8, bold=row.ours)
    canvas.text(canvas.width, middle_of(middle), right, bold, anchor="end", full=row.note)
    if row.value is None:
        canvas.text(across.at(0) + 6, middle_of(middle), "not shown", "p-q p-halo")
        return
    if kind == "bars":
        _bar(canvas, row, across, middle)
    else:
        _dot(canvas, row, across, middle)


def _bar(canvas: Canvas, row: "Row", across: Scale, middle: float) -> None:
    nought, end = sorted((across.at(0), across.at(row.value or 0)))
    classes = "p-bar--us" if row.ours else "p-bar"
    canvas.box(nought, middle - 6, end - nought, 12, classes)
    if row.low is None or row.high is None:
        return
    low, high = across.at(row.low), across.at(row.high)
    # White under the interval, so that it is seen on its own bar too.
    canvas.across(low, middle, high, "p-over")
    canvas.across(low, middle, high, "p-int--bar")
    for end in (low, high):
        canvas.down(end, middle - 4, middle + 4, "p-int--bar")


def _dot(canvas: Canvas, row: "Row", across: Scale, middle: float) -> None:
    us = "--us" if row.ours else ""
    if row.low is not None and row.high is not None:
        canvas.across(across.at(row.low), middle, across.at(row.high), f"p-int{us}")
    canvas.disc(across.at(row.value or 0), middle, 7 if row.ours else 4.5, f"p-dot{us}")


def _beside(canvas: Canvas, given: "Rows", across: Scale, top: float, bottom: float) -> None:
    if given.beside is None:
        return
    x = across.at(given.beside)
    canvas.down(x, top, bottom + 22, "p-target")
    words = cut(given.beside_words, canvas.width)
    half = width(words) / 2
    middle = min(max(x, half), canvas.width - half)
    canvas.text(middle, bottom + 35, words, anchor="middle", full=given.beside_words)
