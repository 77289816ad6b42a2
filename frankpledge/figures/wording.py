"""Numbers and chances in words."""

from fractions import Fraction
from math import ceil, floor

# A chance and the words for it, from the rarest; what is rarer than the first has its own.
ODDS = (
    (0.175, "about 1 in 10"),
    (0.29, "about 1 in 4"),
    (0.415, "about 1 in 3"),
    (0.585, "about even"),
    (0.71, "about 2 in 3"),
    (0.825, "about 3 in 4"),
    (0.9, "about 9 in 10"),
    (0.95, "more than 9 in 10"),
)


def rounded(value: float | Fraction, places: int = 0) -> Fraction:
    """As people round: a half goes away from nought."""
    scale = 10**places
    exact = abs(Fraction(value)) * scale
    whole = Fraction(floor(exact + Fraction(1, 2)), scale)
    return -whole if value < 0 else whole


def number(value: float | Fraction, places: int = 0) -> str:
    # Worked in whole steps of the last place, so that a long count keeps every digit.
    steps = int(abs(rounded(value, places)) * 10**places)
    whole, part = divmod(steps, 10**places)
    said = f"{whole:,}" + (f".{part:0{places}d}" if places else "")
    return f"-{said}" if value < 0 and steps else said


def between(lower: float, upper: float, places: int = 0) -> str:
    """35 to 61: in whole numbers those that lie within, so that none named lies beyond."""
    least, most = ceil(lower), floor(upper)
    if places or least > most:
        return f"{number(lower, places or 1)} to {number(upper, places or 1)}"
    return f"{least:,} to {most:,}"


def per_cent(value: float | Fraction, places: int = 0) -> str:
    return f"{number(value, places)} %"


def rate_places(value: float) -> int:
    """Enough places for a rate to have two figures that tell."""
    return 1 if value >= 1 or value == 0 else 2


def odds(chance: float) -> str:
    if chance < 0.05:
        return "less than 1 in 20"
    if chance > 0.95:
        return "more than 19 in 20"
    return next((words for top, words in ODDS if chance <= top), ODDS[-1][1])


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
