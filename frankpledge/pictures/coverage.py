"""Which months are held, of which force: a strip a force, with a gap where one is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from frankpledge.pictures.measure import cut, width
from frankpledge.pictures.picture import Picture, Table, Words, picture
from frankpledge.pictures.svg import Canvas, Drawing, middle_of
from frankpledge.pictures.times import Times, said, times

# "none": not looked for.
State = Literal["held", "part", "missing", "none"]
WORDS = {"held": "held", "part": "held in part", "missing": "missing"}


@dataclass(frozen=True)
class Strip:
    name: str
    states: tuple[State, ...]


@dataclass(frozen=True)
class Coverage:
    """Each strip has a state for every month, in the order of months."""

    words: Words
    months: tuple[str, ...]
    strips: tuple[Strip, ...]


def coverage(given: Coverage) -> Picture:
    rows = tuple(
        (
            strip.name,
            str(strip.states.count("held")),
            str(strip.states.count("part")),
            _gone(given, strip),
        )
        for strip in given.strips
    )
    told = [f"{row[0]}: missing {row[3]}." for row in rows if row[3] != "none"]
    return picture(
        "coverage",
        given.words,
        lambda canvas, label: _draw(canvas, label, given),
        Table(("Force", "Months held", "Held in part", "Missing"), rows),
        describes=" ".join(told) or "No month is missing.",
    )


def _runs(strip: Strip) -> Iterator[tuple[State, int, int]]:
    """Months of one state that follow each other are one shape: state, first, how many."""
    first = 0
    for state, months in groupby(strip.states):
        many = len(list(months))
        yield state, first, many
        first += many


def _gone(given: Coverage, strip: Strip) -> str:
    told = []
    for state, first, many in _runs(strip):
        if state == "missing":
            one, last = said(given.months[first]), said(given.months[first + many - 1])
            told.append(one if many == 1 else f"{one} to {last}")
    return ", ".join(told) or "none"


def _draw(canvas: Canvas, label: str, given: Coverage) -> Drawing:
    if not given.months or not given.strips:
        canvas.text(0, 24, "Nothing has been loaded yet.", "p-q")
        return canvas.done(36, label)
    names = min(max(width(strip.name) for strip in given.strips) + 12, 240)
    left = names if canvas.wide else 0.0
    each = (canvas.width - left) / len(given.months)
    high = 30.0 if canvas.wide else 44.0
    for at, strip in enumerate(given.strips):
        y = at * high + (4 if canvas.wide else 20)
        name = cut(strip.name, left - 8 if canvas.wide else canvas.width)
        canvas.text(0, middle_of(y + 9) if canvas.wide else y - 5, name, full=strip.name)
        for state, first, many in _runs(strip):
            _run(canvas, state, left + first * each, y, many * each)
    bottom = high * len(given.strips) + 2
    _months(canvas, times(given.months), left, each, bottom)
    return canvas.done(_key(canvas, bottom + 46), label)


def _run(canvas: Canvas, state: str, x: float, y: float, wide: float) -> None:
    """Full, half and empty differ by their height; what is missing is crossed as well."""
    if state == "none":
        return
    if state == "held":
        canvas.box(x, y, wide, 18, "p-held")
    elif state == "part":
        canvas.box(x, y + 9, wide, 9, "p-part")
    else:
        middle, half = x + wide / 2, min(wide / 2, 4)
        canvas.across(x, y + 17.5, x + wide, "p-limit")
        canvas.path(
            f"M{middle - half:.1f} {y + 4:.1f}l{half * 2:.1f} 8m0 -8l-{half * 2:.1f} 8", "p-gone"
        )


def _months(canvas: Canvas, found: Times, left: float, each: float, top: float) -> None:
    taken = -99.0
    for tick in found.ticks(max(canvas.width - left - each, 1)):
        x = left + (tick.at - found.first + 0.5) * each
        half = max(width(tick.words), width(tick.under)) / 2
        x = min(max(x, half), canvas.width - half)
        if x - half < taken:
            continue
        taken = x + half + 4
        canvas.down(x, top, top + 4, "p-axis")
        canvas.text(x, top + 18, tick.words, "p-q", anchor="middle")
        canvas.text(x, top + 33, tick.under, "p-q", anchor="middle")


def _key(canvas: Canvas, y: float) -> float:
    x = 0.0
    for state, words in WORDS.items():
        _run(canvas, state, x, y, 18)
        canvas.text(x + 25, middle_of(y + 9), words)
        x += 25 + width(words) + 20
    return y + 26
