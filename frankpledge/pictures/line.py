"""A run of figures with what is usual: the band, the mean, and the points chance cannot explain."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from frankpledge.figures.signals.chart import Chart
from frankpledge.figures.wording import capital, number
from frankpledge.pictures.line_drawn import draw
from frankpledge.pictures.picture import Picture, Table, Words, picture
from frankpledge.pictures.run import Dot, Usual, said_marks
from frankpledge.pictures.times import said

MARKED: dict[str, Literal["", "better", "worse", "changed"]] = {
    "improvement": "better",
    "concern": "worse",
    "neutral": "changed",
}


@dataclass(frozen=True)
class Event:
    """A promise begins, or the way of counting changes: one thin line with its words."""

    period: str
    words: str


@dataclass(frozen=True)
class Line:
    words: Words
    dots: tuple[Dot, ...]
    usual: tuple[Usual, ...] = ()
    events: tuple[Event, ...] = ()
    target: float | None = None
    # Said after the mean: a month, per 1,000 people.
    unit: str = "a month"
    what: str = "Figure"
    places: int = 0


def line(given: Line) -> Picture:
    return picture(
        "line",
        given.words,
        lambda canvas, label: draw(canvas, label, given),
        _table(given),
        describes=_describes(given),
        notes=_notes(given),
    )


def of_chart(
    chart: Chart,
    words: Words,
    *,
    events: Sequence[Event] = (),
    unit: str = "a month",
) -> Line:
    """The chart of figures.signals as it is drawn; a step change is named by its reason."""
    dots = tuple(
        Dot(
            each.period,
            each.value,
            provisional=each.provisional,
            mark=MARKED.get(each.kind, ""),
            part=each.segment,
        )
        for each in chart.points
    )
    usual = tuple(
        Usual(each.limits.mean, each.limits.lower, each.limits.upper) for each in chart.segments
    )
    steps = [Event(each.start, each.why) for each in chart.segments if each.why]
    told = sorted([*events, *steps], key=lambda each: each.period)
    return Line(
        words=words,
        dots=dots,
        usual=usual,
        events=tuple(told),
        target=chart.target,
        unit=unit,
        what=chart.what,
        places=chart.places,
    )


def _describes(given: Line) -> str:
    known = [dot for dot in given.dots if dot.value is not None]
    if not known:
        return "There are no figures."
    last = known[-1]
    told = [f"{len(known)} figures; the last, {said(last.period)}, is {_figure(given, last)}."]
    if given.usual:
        now = given.usual[-1]
        told.append(f"The usual is {number(now.mean, given.places)} {given.unit}.")
    told.append(said_marks(known))
    return " ".join(told).strip()


def _table(given: Line) -> Table:
    rows = []
    for dot in given.dots:
        usual = given.usual[dot.part] if given.usual else None
        mean = number(usual.mean, given.places + 1) if usual else ""
        rows.append((said(dot.period), _figure(given, dot), mean, _verdict(dot)))
    return Table(
        ("Period", given.what[:1].upper() + given.what[1:], "Usual", "Beside it"), (*rows,)
    )


def _figure(given: Line, dot: Dot) -> str:
    return "missing" if dot.value is None else number(dot.value, given.places)


def _verdict(dot: Dot) -> str:
    if dot.value is None:
        return ""
    if dot.provisional:
        return "Provisional"
    return {"better": "Better", "worse": "Worse", "changed": "Changed"}.get(
        dot.mark, "No clear change"
    )


def _notes(given: Line) -> tuple[str, ...]:
    marks = {dot.mark for dot in given.dots}
    kinds = {"better": "discs: better", "worse": "diamonds: worse", "changed": "squares: changed"}
    told = [words for mark, words in kinds.items() if mark in marks]
    if told:
        told[-1] += ", by more than chance explains."
    notes = [capital("; ".join(told))] if told else []
    if any(dot.provisional for dot in given.dots):
        notes.append("Dashed, with rings: provisional, and will still move.")
    return tuple(notes)
