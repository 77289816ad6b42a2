"""A run of figures along time: its dots, its line, its band; shared by charts and sparklines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from frankpledge.pictures.scales import Scale
from frankpledge.pictures.svg import Canvas, place
from frankpledge.pictures.times import Times

Mark = Literal["", "better", "worse", "changed"]


@dataclass(frozen=True)
class Dot:
    """A value of None is a period that is missing. `part` is the stretch between step changes."""

    period: str
    value: float | None
    provisional: bool = False
    mark: Mark = ""
    part: int = 0


@dataclass(frozen=True)
class Usual:
    mean: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Run:
    """The dots with their places, ready to be drawn."""

    dots: Sequence[Dot]
    times: Times
    across: Scale
    up: Scale

    def x(self, at: int) -> float:
        return self.across.at(self.times.places[at])

    def y(self, value: float) -> float:
        return self.up.at(value)


def lowest(dots: Sequence[Dot], usual: Sequence[Usual]) -> float:
    """Nought, for what never goes below it: the band is cut there too."""
    values = [dot.value for dot in dots if dot.value is not None]
    under = min(values, default=0.0)
    return 0.0 if under >= 0 else min(under, *(each.lower for each in usual), under)


def highest(dots: Sequence[Dot], usual: Sequence[Usual], *more: float) -> float:
    values = [dot.value for dot in dots if dot.value is not None]
    return max([*values, *(each.upper for each in usual), *more, 0.0])


def bands(canvas: Canvas, run: Run, usual: Sequence[Usual]) -> None:
    for part, each in enumerate(usual):
        places = [run.x(at) for at, dot in enumerate(run.dots) if dot.part == part]
        if not places:
            continue
        left, right = _ends(run, part, places)
        top, bottom = run.y(each.upper), run.y(max(each.lower, run.up.low))
        canvas.box(left, top, right - left, bottom - top, "p-band")
        canvas.across(left, top, right, "p-limit")
        if each.lower > run.up.low:
            canvas.across(left, bottom, right, "p-limit")
        canvas.across(left, run.y(each.mean), right, "p-mean")


def _ends(run: Run, part: int, places: list[float]) -> tuple[float, float]:
    """A band of one point still has a width, and bands of two parts do not touch."""
    half = min(abs(run.across.end - run.across.start) / run.times.span / 2, 6)
    left = places[0] - (half - 1 if part or len(places) == 1 else 0)
    right = places[-1] + (half - 1 if len(places) == 1 or places[-1] < run.across.end - 1 else 0)
    return left, max(right, left + 2)


def stretches(run: Run) -> Iterator[tuple[int, int]]:
    """Neighbours that a line joins: none is missing between them, and no step change."""
    known = [at for at, dot in enumerate(run.dots) if dot.value is not None]
    for one, two in pairwise(known):
        near = run.times.places[two] - run.times.places[one] <= run.times.length
        if two == one + 1 and near and run.dots[one].part == run.dots[two].part:
            yield one, two


def strokes(canvas: Canvas, run: Run) -> None:
    for unsure, classes in ((False, "p-line"), (True, "p-unsure")):
        d, last = [], -1
        for one, two in stretches(run):
            if run.dots[two].provisional is not unsure:
                continue
            if one != last:
                d.append(f"M{_point(run, one)}")
            d.append(f"L{_point(run, two)}")
            last = two
        if d:
            canvas.path("".join(d), classes)


def _point(run: Run, at: int) -> str:
    value = run.dots[at].value
    return f"{place(run.x(at))} {place(run.y(value or 0))}"


def dots(canvas: Canvas, run: Run, *, size: float = 4.5, plain: float = 2.2) -> None:
    for at, dot in enumerate(run.dots):
        if dot.value is None:
            continue
        x, y = run.x(at), run.y(dot.value)
        if dot.mark:
            marked(canvas, x, y, dot.mark, size)
        elif dot.provisional:
            canvas.disc(x, y, max(plain, 1.5) + 0.6, "p-ring")
        elif plain:
            canvas.disc(x, y, plain, "p-pt")


def marked(canvas: Canvas, x: float, y: float, mark: Mark, size: float) -> None:
    """A disc is better, a diamond worse, a square neither: told apart without colour."""
    if mark == "better":
        canvas.disc(x, y, size * 0.85, "p-better")
    elif mark == "worse":
        s = place(size)
        turn = f"l{s} {s}l-{s} {s}l-{s} -{s}z"
        canvas.path(f"M{place(x)} {place(y - size)}{turn}", "p-worse")
    else:
        canvas.box(x - size * 0.75, y - size * 0.75, size * 1.5, size * 1.5, "p-changed")


def said_marks(known: Sequence[Dot]) -> str:
    words = {"better": "better", "worse": "worse", "changed": "changed, neither good nor bad"}
    told = []
    for mark, says in words.items():
        n = sum(dot.mark == mark for dot in known)
        if n:
            told.append(f"{n} of them {'is' if n == 1 else 'are'} {says}")
    if not told:
        return "None differs by more than chance explains."
    return f"By more than chance explains, {'; '.join(told)}."
