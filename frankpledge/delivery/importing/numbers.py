"""Whole numbers as sheets write them. Pure."""

import re

from frankpledge.delivery.changes.fair import MOST

_HIDDEN = re.compile(r"[*cx:\[\]]|\[?[cx]\]?|<\s*\d+|n/a", re.IGNORECASE)


def whole(text: str) -> int | str:
    """The number, or why there is none. Nought is a number; an empty cell is none."""
    plain = text.replace(",", "").replace(" ", "")
    plain = re.sub(r"\.0+$", "", plain)
    if plain.isdecimal() and plain.isascii():
        number = int(plain) if len(plain) < 12 else MOST + 1
        return number if number <= MOST else "its number is larger than any that is counted"
    if not plain:
        return "it has no number"
    if plain.startswith("-"):
        return "its number is less than nought"
    return "its number is hidden" if _HIDDEN.fullmatch(plain) else "its number is not a whole one"
