"""A strip of twelve months: how each stands beside an average month."""

from calendar import month_abbr, month_name
from dataclasses import dataclass

from frankpledge.figures.wording import number
from frankpledge.pictures.picture import Picture, Table, Words, picture
from frankpledge.pictures.shades import KeyEntry, key_lines, step
from frankpledge.pictures.svg import Canvas, Drawing, middle_of

BREAKS = (0.85, 0.95, 1.05, 1.15)
KEY = ("under 85", "85 to under 95", "95 to under 105", "105 to under 115", "115 and over")
MARKS = {"higher": "+", "lower": "−"}


@dataclass(frozen=True)
class Month:
    """1.0 is an average month. `apart` says higher or lower where chance does not explain it."""

    month: int
    index: float | None
    low: float | None = None
    high: float | None = None
    apart: str = ""


@dataclass(frozen=True)
class Seasons:
    words: Words
    months: tuple[Month, ...]


def seasons(given: Seasons) -> Picture:
    rows = tuple(
        (month_name[each.month], _said(each.index), _said(each.low), _said(each.high), each.apart)
        for each in given.months
    )
    told = [
        f"{month_name[each.month]} {_said(each.index)}"
        for each in given.months
        if each.index is not None
    ]
    return picture(
        "seasons",
        given.words,
        lambda canvas, label: _draw(canvas, label, given),
        Table(("Month", "Index", "From", "To", "Beyond chance"), rows),
        describes=f"An average month is 100. {', '.join(told) or 'There are no figures'}.",
        notes=("An average month is 100. + and − mark what chance does not explain.",),
    )


def _said(index: float | None) -> str:
    return "none" if index is None else number(index * 100)


def _draw(canvas: Canvas, label: str, given: Seasons) -> Drawing:
    columns = 12 if canvas.wide else 6
    each = canvas.width / columns
    for at, month in enumerate(given.months):
        down, across = divmod(at, columns)
        _cell(canvas, month, across * each, down * 76, each)
    top = 76.0 * -(-len(given.months) // columns) + 4
    told = [KeyEntry(str(at), words) for at, words in enumerate(KEY)]
    return canvas.done(key_lines(canvas, told, top, ""), label)


def _cell(canvas: Canvas, month: Month, x: float, y: float, wide: float) -> None:
    middle = x + wide / 2
    canvas.text(middle, y + 13, month_abbr[month.month], "p-q", anchor="middle")
    shade = "none" if month.index is None else step(month.index, BREAKS)
    canvas.box(x + 1, y + 20, wide - 2, 46, f"p-{shade} p-cell")
    words = _said(month.index) + (f" {MARKS[month.apart]}" if month.apart in MARKS else "")
    dark = "p-inv " if shade in {"3", "4"} else ""
    bold = "p-b" if month.apart else ""
    canvas.text(middle, middle_of(y + 43), words, f"{dark}{bold}".strip(), anchor="middle")
