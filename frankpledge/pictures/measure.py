"""How wide words are, near enough: a server has no screen to try them on.

The widths are those of Helvetica and its kin, a little generous, so that what fits here fits there.
"""

from collections.abc import Sequence
from functools import lru_cache

# Nothing in a picture is smaller than this.
SIZE = 13.0
LINE = 16.0
# How much wider bold words are.
BOLD = 1.08

_THIN = frozenset("ijl.,:;'|!’‘ ")
_SLIM = frozenset('frtI()[]-/"“”·`{}')
_BROAD = frozenset("mwMW%@—…")


def _em(letter: str) -> float:
    if letter in _THIN:
        return 0.29
    if letter in _SLIM:
        return 0.36
    if letter in _BROAD:
        return 0.95
    if ord(letter) >= 0x1100 or not letter.isprintable():
        return 1.05
    return 0.73 if letter.isupper() else 0.57


@lru_cache(maxsize=8192)
def width(words: str, *, bold: bool = False, size: float = SIZE) -> float:
    return sum(map(_em, words)) * size * (BOLD if bold else 1)


def cut(words: str, room: float, *, bold: bool = False, size: float = SIZE) -> str:
    """The words, or as many as there is room for; the table always has them whole."""
    if width(words, bold=bold, size=size) <= room:
        return words
    kept = words
    while kept and width(kept + "…", bold=bold, size=size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def wrap(words: str, room: float, *, lines: int = 99, size: float = SIZE) -> list[str]:
    made: list[str] = []
    for word in words.split():
        longer = f"{made[-1]} {word}" if made else word
        if made and width(longer, size=size) <= room:
            made[-1] = longer
        else:
            made.append(word)
    kept = made[:lines]
    if len(made) > lines:
        kept[-1] = f"{kept[-1]} {' '.join(made[lines:])}"
    return [cut(each, room, size=size) for each in kept]


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near as may be to those wanted, none nearer to the next than the gap."""
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    placed = [0.0] * len(wanted)
    last = low - gap
    for at in order:
        last = placed[at] = max(wanted[at], last + gap)
    last = high + gap
    for at in reversed(order):
        last = placed[at] = min(placed[at], last - gap)
    return placed
