"""Hour by weekday: when in the week it happens. On a phone the week runs across."""

from collections.abc import Sequence
from dataclasses import dataclass

from frankpledge.figures.wording import number
from frankpledge.pictures.measure import width
from frankpledge.pictures.picture import Picture, Table, Words, picture
from frankpledge.pictures.shades import (
    HIDDEN,
    KeyEntry,
    entries,
    even_breaks,
    fill,
    key_lines,
    patterns,
    step,
)
from frankpledge.pictures.svg import Canvas, Drawing, middle_of, place

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Hours:
    """Seven days from Monday, of 24 hours each; None is a count that is not shown."""

    words: Words
    counts: tuple[tuple[int | None, ...], ...]


def hours(given: Hours) -> Picture:
    rows = tuple(
        (
            _hour(hour),
            *("not shown" if day[hour] is None else str(day[hour]) for day in given.counts),
        )
        for hour in range(24)
    )
    return picture(
        "hours",
        given.words,
        lambda canvas, label: _draw(canvas, label, given),
        Table(("Hour beginning", *DAYS), rows if given.counts else ()),
        describes=_describes(given),
    )


def _hour(hour: int) -> str:
    if hour % 12 == 0:
        return "noon" if hour else "midnight"
    return f"{hour % 12}{'am' if hour < 12 else 'pm'}"


def _known(given: Hours) -> list[int]:
    return [each for day in given.counts for each in day if each is not None]


def _describes(given: Hours) -> str:
    known = _known(given)
    if not any(known):
        return "There is nothing to count."
    most, day, hour = max(
        (count, -day, -hour)
        for day, row in enumerate(given.counts)
        for hour, count in enumerate(row)
        if count is not None
    )
    return f"The most, {number(most)}, begin at {_hour(-hour)} on {DAYS[-day]}."


def _draw(canvas: Canvas, label: str, given: Hours) -> Drawing:
    if not given.counts:
        canvas.text(0, 24, "There is nothing to draw.", "p-q")
        return canvas.done(36, label)
    known = _known(given)
    breaks = even_breaks(known)
    key = f"h{canvas.width}"
    hidden = any(each is None for day in given.counts for each in day)
    canvas.add(patterns({HIDDEN} if hidden else set(), key))
    left, top, wide, high = (84.0, 22.0, 28.0, 28.0) if canvas.wide else (76.0, 22.0, 37.0, 22.0)
    _names(canvas, left, top, wide, high)
    for day, row in enumerate(given.counts):
        for hour, count in enumerate(row):
            column, line = (hour, day) if canvas.wide else (day, hour)
            _cell(canvas, count, breaks, (left + column * wide, top + line * high, wide, high), key)
    told = entries(breaks, 0) if known else []
    told += [KeyEntry(HIDDEN, "too few to show")] if hidden else []
    bottom = top + high * (7 if canvas.wide else 24)
    return canvas.done(key_lines(canvas, told, bottom + 10, key), label)


def _names(canvas: Canvas, left: float, top: float, wide: float, high: float) -> None:
    across = (
        [(hour, _hour(hour)) for hour in range(0, 24, 3)]
        if canvas.wide
        else [(day, name[:3]) for day, name in enumerate(DAYS)]
    )
    down = list(enumerate(DAYS if canvas.wide else map(_hour, range(24))))
    for at, name in across:
        middle = left + at * wide + wide / 2
        canvas.text(middle, top - 7, name, "p-q", anchor="middle")
    for at, name in down:
        if canvas.wide or at % 3 == 0:
            canvas.text(0, middle_of(top + at * high + high / 2), name, "p-q")


def _cell(
    canvas: Canvas,
    count: int | None,
    breaks: Sequence[float],
    box: tuple[float, float, float, float],
    key: str,
) -> None:
    x, y, wide, high = box
    shade = HIDDEN if count is None else step(count, breaks)
    shape = f'x="{place(x)}" y="{place(y)}" width="{place(wide)}" height="{place(high)}"'
    filled = fill(shade, key)
    canvas.add(f'<rect {filled} {shape}/><rect class="p-cell" fill="none" {shape}/>')
    words = "" if count is None else number(count)
    if words and width(words) <= wide - 3:
        dark = "p-inv" if shade in {"3", "4"} else ""
        canvas.text(x + wide / 2, middle_of(y + high / 2), words, dark, anchor="middle")
