"""Shades into the five colours that a rating may have, and legends that say what they mean."""

import colorsys
import re
from typing import Any

from frankpledge.reading.words import fold

NAMES = {"yellow": "amber", "orange": "amber", "gold": "amber", "gray": "grey", "silver": "grey"}
NAMES |= {"lime": "green", "darkgreen": "green", "darkred": "red", "lightgrey": "grey"}
NAMES |= {"lightgreen": "green", "navy": "blue", "darkblue": "blue", "lightblue": "blue"}
NAMES |= {name: name for name in ("red", "amber", "green", "blue", "grey")}
HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})\Z", re.I)
RGB = re.compile(r"rgba?\(\s*(\d+)\D+(\d+)\D+(\d+)")
PALE = 0.12
SAID = re.compile(r"\b(red|amber|green|blue|gr[ae]y|yellow)\b\W{0,4}\(([^()]{3,80})\)", re.I)


def colour_of(shade: str | None) -> str | None:
    """The colour a reader would call it; None for white, black and the palest tints."""
    if not shade:
        return None
    named = NAMES.get(re.sub(r"[^a-z]", "", shade.lower()))
    if named:
        return named
    levels = _levels(shade)
    return _named(*levels) if levels else None


def legend_in(passages: list[dict[str, Any]]) -> dict[str, str]:
    """A sentence that gives two colours or more their meaning in brackets."""
    for passage in passages:
        found = {
            colour_of(name) or name.lower(): fold(meaning)
            for name, meaning in SAID.findall(passage["text"])
        }
        if len(found) > 1:
            return found
    return {}


def _levels(shade: str) -> tuple[float, float, float] | None:
    rgb = RGB.match(shade.strip())
    if rgb:
        red, green, blue = (min(int(each), 255) / 255 for each in rgb.groups())
        return red, green, blue
    found = HEX.match(shade.strip()[-6:] if len(shade.strip()) == 8 else shade.strip())
    if not found:
        return None
    digits = found.group(1)
    digits = "".join(each * 2 for each in digits) if len(digits) == 3 else digits
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _named(red: float, green: float, blue: float) -> str | None:
    hue, lightness, _ = colorsys.rgb_to_hls(red, green, blue)
    spread = max(red, green, blue) - min(red, green, blue)
    if spread < PALE:
        return "grey" if 0.3 <= lightness <= 0.88 else None
    degrees = hue * 360
    if degrees < 20 or degrees >= 330:
        return "red"
    if degrees < 66:
        return "amber"
    if degrees < 170:
        return "green"
    return "blue" if degrees < 265 else None
