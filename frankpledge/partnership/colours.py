"""Can a partnership's colour be read on our grounds? Contrast as WCAG works it out. Pure."""

import re

PAPER = "#ffffff"
VELLUM = "#f8f5ed"
ENOUGH = 4.5
_SHAPE = re.compile(r"#[0-9a-f]{6}")


def is_colour(text: str) -> bool:
    return _SHAPE.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def can_be_read(colour: str) -> bool:
    return min(contrast(colour, PAPER), contrast(colour, VELLUM)) >= ENOUGH


def paler(colour: str, share: float = 0.9) -> str:
    """The same hue, nearly white: the ground of a banner."""
    return "#" + "".join(f"{round(part + (255 - part) * share):02x}" for part in _parts(colour))


def darker(colour: str, share: float = 0.3) -> str:
    """The same hue with some of its light taken away: for what is pointed at."""
    return "#" + "".join(f"{round(part * (1 - share)):02x}" for part in _parts(colour))


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
