"""Five steps from light to dark, what they mean, and the hatches for what is not shown."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from frankpledge.figures.wording import number
from frankpledge.pictures.measure import cut, width
from frankpledge.pictures.svg import Canvas, middle_of, place

STEPS = ("0", "1", "2", "3", "4")
HIDDEN = "hidden"
# Patterns by name: the ground, and the stripes upon it. None is told apart by colour alone.
PATTERNS = {
    HIDDEN: ("p-none", "M0 0V6", "p-stripe"),
    "persistent": ("p-4", "", ""),
    "emerging": ("p-2", "M0 0V6", "p-stripe--ink"),
    "intermittent": ("p-1", "M0 0V6M0 0H6", "p-stripe--ink"),
    "former": ("p-none", "M0 3H6", "p-stripe"),
    "cold": ("p-0", "M3 0V6", "p-stripe"),
}


@dataclass(frozen=True)
class KeyEntry:
    shade: str
    words: str


def step(value: float, breaks: Sequence[float]) -> str:
    """Four breaks make five steps; a value upon a break belongs to the darker."""
    return STEPS[min(bisect_right(breaks, value), len(STEPS) - 1)]


def even_breaks(values: Sequence[float]) -> tuple[float, ...]:
    """Four breaks with as many values between each; fewer where values are alike."""
    ordered = sorted(values)
    if not ordered:
        return ()
    at = [ordered[len(ordered) * part // 5] for part in range(1, 5)]
    return tuple(sorted(set(at) - {ordered[0]}))


def entries(breaks: Sequence[float], places: int) -> list[KeyEntry]:
    if not breaks:
        return [KeyEntry("0", "all alike")]
    words = [number(each, places) for each in breaks]
    between = [f"{a} to under {b}" for a, b in pairwise(words)]
    lowest = "none" if (places, breaks[0]) == (0, 1) else f"under {words[0]}"
    told = [lowest, *between, f"{words[-1]} and over"]
    return [KeyEntry(STEPS[at], each) for at, each in enumerate(told)]


def fill(shade: str, key: str) -> str:
    """The attributes of a shape of this shade."""
    if shade in PATTERNS and PATTERNS[shade][1]:
        return f'fill="url(#{shade}-{key})"'
    return f'class="{PATTERNS[shade][0] if shade in PATTERNS else f"p-{shade}"}"'


def patterns(used: set[str], key: str, size: float = 1) -> str:
    """Drawn where they are used: a pattern in a drawing that is hidden would be none."""
    made = []
    for name in sorted(used & PATTERNS.keys()):
        ground, stripes, classes = PATTERNS[name]
        if stripes:
            turn = "rotate(45)" if name in {HIDDEN, "intermittent"} else "rotate(-45)"
            turn = "" if name in {"former", "cold"} else turn
            made.append(
                f'<pattern id="{name}-{key}" width="6" height="6" patternUnits="userSpaceOnUse"'
                f' patternTransform="{turn} scale({place(size)})">'
                f'<rect class="{ground}" width="6" height="6"/>'
                f'<path class="{classes}" d="{stripes}"/></pattern>'
            )
    return f"<defs>{''.join(made)}</defs>" if made else ""


def key_lines(
    canvas: Canvas, told: Sequence[KeyEntry], top: float, key: str, *, clear: str = ""
) -> float:
    """The key, in as many lines as it takes; gives where it ends."""
    x, y = 0.0, top
    for each in [*told, *([KeyEntry("clear", clear)] if clear else [])]:
        room = 24 + width(each.words) + 18
        if x and x + room - 18 > canvas.width:
            x, y = 0.0, y + 24
        shape = f'x="{place(x + 1)}" y="{place(y + 1)}" width="16" height="16"'
        if each.shade == "clear":
            canvas.add(f'<rect class="p-clear-key" {shape}/>')
        else:
            filled = fill(each.shade, key)
            canvas.add(f'<rect {filled} {shape}/><rect class="p-edge" {shape}/>')
        canvas.text(x + 24, middle_of(y + 9), cut(each.words, canvas.width - 26), full=each.words)
        x += room
    return y + 26
