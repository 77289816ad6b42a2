"""The line drawn: axes, band, run, and its labels where the eye already is."""

from itertools import accumulate
from typing import TYPE_CHECKING

from frankpledge.figures.wording import between, number
from frankpledge.pictures import run as running
from frankpledge.pictures.measure import BOLD, LINE, cut, spread, width, wrap
from frankpledge.pictures.run import Dot, Run
from frankpledge.pictures.scales import Scale, scale
from frankpledge.pictures.svg import Canvas, Drawing, middle_of
from frankpledge.pictures.times import Times, said, times

if TYPE_CHECKING:
    from frankpledge.pictures.line import Line

ASIDE = 168.0  # the room beside the plot for its labels, where there is any
PARTED = 5.0
Label = tuple[float, str, str]


def draw(canvas: Canvas, label: str, given: "Line") -> Drawing:
    if not any(dot.value is not None for dot in given.dots):
        canvas.text(0, 24, "There are no figures to draw.", "p-q")
        return canvas.done(36, label)
    found = times([dot.period for dot in given.dots])
    top = 14.0 + LINE * _lanes(canvas, given)
    bottom = top + (264 if canvas.wide else 220)
    run = _placed(canvas, given, found, top, bottom)
    _grid(canvas, run)
    running.bands(canvas, run, given.usual)
    if given.target is not None:
        canvas.across(run.across.start, run.y(given.target), run.across.end, "p-target")
    _events(canvas, given, run)
    running.strokes(canvas, run)
    running.dots(canvas, run)
    _months(canvas, run, bottom)
    below = _labels(canvas, given, run, bottom + 40)
    return canvas.done(below, label)


def _placed(canvas: Canvas, given: "Line", found: Times, top: float, bottom: float) -> Run:
    more = [] if given.target is None else [given.target]
    low = min([running.lowest(given.dots, given.usual), *more])
    up = scale(low, running.highest(given.dots, given.usual, *more), bottom, top)
    left = max(width(up.said(tick)) for tick in up.ticks) + 10
    right = canvas.width - (ASIDE if canvas.wide else 8)
    if found.places[-1:] == found.places[:1]:
        # One point stands in the middle of the plot.
        across = Scale(found.first - 1, found.first + 1, left, right, 1)
    else:
        across = Scale(found.first, found.first + found.span, left, right, 1)
    return Run(given.dots, found, across, up)


def _grid(canvas: Canvas, run: Run) -> None:
    for tick in run.up.ticks:
        y = run.y(tick)
        classes = "p-axis" if tick == run.up.low else "p-grid"
        canvas.across(run.across.start, y, run.across.end, classes)
        canvas.text(run.across.start - 7, middle_of(y), run.up.said(tick), "p-q", anchor="end")


def _months(canvas: Canvas, run: Run, bottom: float) -> None:
    taken = -99.0
    for tick in run.times.ticks(run.across.end - run.across.start):
        x = run.across.at(tick.at)
        half = max(width(tick.words), width(tick.under)) / 2
        x_words = min(max(x, half), canvas.width - half)
        if x_words - half < taken:
            continue
        taken = x_words + half + 4
        canvas.down(x, bottom, bottom + 4, "p-axis")
        canvas.text(x_words, bottom + 18, tick.words, "p-q", anchor="middle")
        if tick.under:
            canvas.text(x_words, bottom + 34, tick.under, "p-q", anchor="middle")


def _lanes(canvas: Canvas, given: "Line") -> int:
    return len(given.events) * (1 if canvas.wide else 2)


def _events(canvas: Canvas, given: "Line", run: Run) -> None:
    """Each has a lane of its own above the plot, so that no words meet."""
    y = 13.0
    for event in given.events:
        at = next((n for n, dot in enumerate(run.dots) if dot.period == event.period), None)
        room = canvas.width - (0 if canvas.wide else 4)
        lines = wrap(f"{event.words}, {said(event.period)}", room, lines=1 if canvas.wide else 2)
        half = max(width(each) for each in lines) / 2
        x = run.x(at) if at is not None else run.across.start
        middle = min(max(x, half), canvas.width - half)
        for words in lines:
            canvas.text(middle, y, words, anchor="middle")
            y += LINE
        if at is not None:
            canvas.down(x, y - LINE + 5, run.up.start, "p-lead")


def _labels(canvas: Canvas, given: "Line", run: Run, below: float) -> float:
    last = max(at for at, dot in enumerate(run.dots) if dot.value is not None)
    told = _told(given, run, run.dots[last], canvas.wide)
    if canvas.wide:
        _beside(canvas, run, told)
        return below
    for _, words, classes in told:
        for piece in wrap(words, canvas.width - 4, lines=2):
            below += LINE
            canvas.text(0, below, piece, classes)
    return below + 8


def _told(given: "Line", run: Run, last: Dot, wide: bool) -> list[Label]:
    value = last.value or 0.0
    told = [(run.y(value), f"{number(value, given.places)} in {said(last.period)}", "p-b")]
    if given.usual:
        now = given.usual[-1]
        # Where nothing is below nought, nothing usual is.
        lower, upper = max(now.lower, run.up.low), now.upper
        band = f"{between(lower, upper, given.places)}: what chance alone would give"
        told.append((run.y(upper), band if wide else f"Shaded: {band}", ""))
        mean = f"{number(now.mean, given.places)} {given.unit}"
        told.append((run.y(now.mean), f"usual: {mean}" if wide else f"Dashed: usual, {mean}", ""))
    if given.target is not None:
        places = 0 if given.target == int(given.target) else max(given.places, 1)
        words = f"target: {number(given.target, places)}"
        told.append((run.y(given.target), words if wide else f"Dash and dot: {words}", ""))
    return told


def _beside(canvas: Canvas, run: Run, told: list[Label]) -> None:
    x, room = run.across.end + 10, ASIDE - 12
    pieces: list[Label] = []
    # How far down a label stands for the labels above it, that are told apart by a little room.
    parted: list[float] = []
    lowest = run.up.end
    for label, (y, words, classes) in enumerate(sorted(told)):
        # Bold words are wider: wrapped as plain ones they would be cut.
        for at, piece in enumerate(wrap(words, room / (BOLD if classes else 1), lines=2)):
            # Never above the line before, so that no label stands between two lines of another.
            lowest = max(lowest, y + at * 15)
            pieces.append((lowest, cut(piece, room, bold=bool(classes)), classes))
            parted.append(label * PARTED)
    wanted = [y - by for (y, _, _), by in zip(pieces, parted, strict=True)]
    placed = spread(list(accumulate(wanted, max)), 15, run.up.end, run.up.start - parted[-1])
    for y, by, (_, piece, classes) in zip(placed, parted, pieces, strict=True):
        canvas.text(x, middle_of(y + by), piece, classes)
