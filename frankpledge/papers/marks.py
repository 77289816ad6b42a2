"""The marks as drawings that stand alone: for paper, where no page holds their symbols. Pure.

People's judgement is a shape, what figures say is a line, time is a tally. Exact paths and colours
as on the screens; a test holds them to that. Whoever writes a mark writes its word beside it.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

INK, HUSH = "#1d1b24", "#6d6859"
# fill, edge
COLOURS = {
    "lincoln": ("#2b8a57", "#2b8a57"),
    "amber": ("#e9a315", "#7a4b00"),
    "madder": ("#98191b", "#98191b"),
    "ink": (INK, INK),
    "hush": (HUSH, HUSH),
    "slate": ("#44607a", "#44607a"),
}
BETTER, WORSE = "#28408c", "#8c1f63"
FULL, HOLLOW, ON, HALF = "full", "hollow", "on", "half"
SHAPES: dict[str, tuple[tuple[str, str], ...]] = {
    "circle": ((FULL, 'circle cx="8" cy="8" r="6.75"'),),
    "triangle": ((FULL, 'path d="M8 2L14.75 14H1.25Z"'),),
    "hollow-triangle": ((HOLLOW, 'path d="M8 3L13.75 13.25H2.25Z"'),),
    "square": ((FULL, 'path d="M1.5 1.5H14.5V14.5H1.5Z"'), (ON, 'path d="M5 8H11"')),
    "hollow-square": ((HOLLOW, 'path d="M2.5 2.5H13.5V13.5H2.5ZM5.5 8H10.5"'),),
    "tick": (
        (FULL, 'circle cx="8" cy="8" r="6.75"'),
        (ON, 'path d="M4.9 8.3L7.1 10.4L11.2 5.8"'),
    ),
    "half": (
        (HOLLOW, 'circle cx="8" cy="8" r="5.75"'),
        (HALF, 'path d="M8 1.25A6.75 6.75 0 0 0 8 14.75Z"'),
    ),
    "ring": ((HOLLOW, 'circle cx="8" cy="8" r="5.75"'),),
    "dashed-ring": ((HOLLOW, 'circle cx="8" cy="8" r="5.75" stroke-dasharray="2 2.5"'),),
    "bar": ((HOLLOW, 'circle cx="8" cy="8" r="5"'), (HOLLOW, 'path d="M.5 8H15.5"')),
    "arrow": ((HOLLOW, 'path d="M1.5 8H13.5M9 3.5L13.5 8L9 12.5"'),),
    "through": ((HOLLOW, 'path d="M3 2V9H13M9.5 5.5L13 9L9.5 12.5"'),),
}
RISES, FALLS = "M1.5 13L6 11.5L9.5 12L14 6.5", "M1.5 3L6 4.5L9.5 4L14 9.5"
DIAMOND = "M15.75 .25L20 4.5L15.75 8.75L11.5 4.5Z"
LINE = f'fill="none" stroke="{INK}" stroke-width="1.5"'
# The line, and the mark at its end.
SIGNALS = {
    "better": f'<path d="{FALLS}" {LINE}/><circle cx="15.75" cy="11.5" r="3.25" fill="{BETTER}"/>',
    "worse": f'<path d="{RISES}" {LINE}/><path d="{DIAMOND}" fill="{WORSE}"/>',
    "better-up": f'<path d="{RISES}" {LINE}/>'
    f'<circle cx="15.75" cy="4.5" r="3.25" fill="{BETTER}"/>',
    "worse-down": f'<path d="{FALLS}" {LINE}/>'
    f'<path d="{DIAMOND}" transform="translate(0 7)" fill="{WORSE}"/>',
    "rising": f'<path d="{RISES}" {LINE}/><path d="M12.75 1.5H18.75V7.5H12.75Z" fill="{INK}"/>',
    "falling": f'<path d="{FALLS}" {LINE}/><path d="M12.75 8.5H18.75V14.5H12.75Z" fill="{INK}"/>',
    "changed": f'<path d="{RISES}" {LINE}/><path d="M12.75 1.5H18.75V7.5H12.75Z" fill="{INK}"/>',
    "none": f'<path d="M1.5 8.5L5 6L8.5 10.5L12.75 8" {LINE}/>'
    f'<circle cx="15.75" cy="8" r="2.75" {LINE}/>',
    "few": "".join(
        f'<circle cx="{x}" cy="{y}" r="1.75" {LINE}/>'
        for x, y in ((3.5, 10), (10, 6.5), (16.5, 8.5))
    ),
    "not-counted": f'<path d="M5 8H15" fill="none" stroke="{HUSH}" stroke-width="2"/>',
}
TALLY = {
    "on": f'<path d="M{{0}} 1h4v14h-4z" fill="{INK}"/>',
    "late": f'<path d="M{{0}} 8h4v7h-4z" fill="{INK}"/>',
    "wait": f'<path d="M{{1}} 1.75h2.5v12.5h-2.5z" fill="none" stroke="{INK}" stroke-width="1.5"/>',
    "none": f'<circle cx="{{2}}" cy="13" r="2.25" fill="{HUSH}"/>',
    "unasked": f'<path d="M{{0}} 13.5h4v1h-4z" fill="{HUSH}"/>',
}
CLASH = f'<path d="M1.5 3.75H12.5M1.5 8.25H12.5M10 .75L4 11.25" {LINE}/>'


@dataclass(frozen=True)
class Mark:
    """`name` is a shape, a signal's key, rounds joined by commas, or odds as a share."""

    kind: Literal["delivery", "signal", "fresh", "odds", "clash"]
    name: str = ""
    colour: str = ""


def clash() -> Mark:
    return Mark("clash")


@cache
def drawing(mark: Mark) -> str:
    width, height, body = _drawn(mark)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}">{body}</svg>'
    )


def _drawn(mark: Mark) -> tuple[int, int, str]:
    if mark.kind == "delivery":
        return 16, 16, _shape(mark.name, mark.colour)
    if mark.kind == "signal":
        return 20, 16, SIGNALS.get(mark.name, SIGNALS["none"])
    if mark.kind == "fresh":
        return 30, 16, _tally(mark.name.split(","))
    if mark.kind == "odds":
        return 108, 10, _odds(float(mark.name))
    return 14, 12, CLASH


def _shape(name: str, colour: str) -> str:
    fill, edge = COLOURS.get(colour, COLOURS["hush"])
    strokes = {
        FULL: f'fill="{fill}" stroke="{edge}" stroke-width="{1.5 if fill != edge else 0}"',
        HOLLOW: f'fill="none" stroke="{edge}" stroke-width="2"',
        ON: 'fill="none" stroke="#fff" stroke-width="2"',
        HALF: f'fill="{edge}"',
    }
    return "".join(f"<{shape} {strokes[how]}/>" for how, shape in SHAPES.get(name, ()))


def _tally(rounds: list[str]) -> str:
    return "".join(
        TALLY[one].format(8 * at + 1, 8 * at + 1.75, 8 * at + 3)
        for at, one in enumerate(rounds[-4:])
        if one in TALLY
    )


def _odds(share: float) -> str:
    filled = max(0.0, min(1.0, share)) * 10
    cells = []
    for at in range(10):
        x, part = at * 11, max(0.0, min(1.0, filled - at)) * 9
        cells.append(f'<rect x="{x}" y="0" width="9" height="10" fill="#ece6d8"/>')
        if part:
            cells.append(f'<rect x="{x}" y="0" width="{part:.1f}" height="10" fill="{INK}"/>')
    return "".join(cells)
