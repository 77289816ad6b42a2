"""A run of figures in the room of a word: the band, the line, its marks, and no axes."""

from collections.abc import Sequence

from frankpledge.figures.signals.chart import ENOUGH
from frankpledge.pictures import run as running
from frankpledge.pictures.run import Dot, Run, Usual
from frankpledge.pictures.scales import Scale
from frankpledge.pictures.svg import Canvas, safe
from frankpledge.pictures.times import times

SMALL, LARGE = (92, 30), (190, 54)


def sparkline(
    dots: Sequence[Dot],
    usual: Sequence[Usual] = (),
    *,
    size: tuple[int, int] = SMALL,
    label: str = "",
) -> str:
    """Nothing below twelve figures: say 'Too few figures yet' in its place.

    Without a label it is hidden from screen readers, since the words beside it say the same.
    """
    known = [dot.value for dot in dots if dot.value is not None]
    if len(known) < ENOUGH:
        return ""
    width, height = size
    canvas = Canvas(width)
    inside(canvas, dots, usual, (0.0, float(width)), (height - 4.0, 4.0))
    named = f'role="img" aria-label="{safe(label)}"' if label else 'aria-hidden="true"'
    return (
        f'<svg class="p-pic p-spark p-spark--{"l" if size == LARGE else "s"}"'
        f' viewBox="0 0 {width} {height}" {named} focusable="false">{"".join(canvas.parts)}</svg>'
    )


def inside(
    canvas: Canvas,
    dots: Sequence[Dot],
    usual: Sequence[Usual],
    across: tuple[float, float],
    up: tuple[float, float],
) -> None:
    """The same grammar at any size, where axes would be more ink than figures."""
    found = times([dot.period for dot in dots])
    values = [dot.value for dot in dots if dot.value is not None]
    low = min([*values, *(max(each.lower, running.lowest(dots, usual)) for each in usual)])
    high = max([*values, *(each.upper for each in usual)])
    if high == low:
        low, high = low - 1, high + 1
    x = Scale(found.first, found.first + found.span, across[0] + 4, across[1] - 5, 1)
    run = Run(dots, found, x, Scale(low, high, up[0], up[1], 1))
    running.bands(canvas, run, usual)
    running.strokes(canvas, run)
    running.dots(canvas, run, size=2.3, plain=0)
    _last(canvas, run)


def _last(canvas: Canvas, run: Run) -> None:
    at = max(at for at, dot in enumerate(run.dots) if dot.value is not None)
    dot = run.dots[at]
    if dot.mark:
        running.marked(canvas, run.x(at), run.y(dot.value or 0), dot.mark, 3.8)
    else:
        canvas.disc(run.x(at), run.y(dot.value or 0), 2.75, "p-ring")
