"""Numbers in figures and in words."""

from frankpledge.language.tokens import Line
from frankpledge.language.vocabulary import ONES, SCALES, TENS

SIGNS = {"½": 50.0, "¼": 25.0, "¾": 75.0, "⅓": 33.3, "⅔": 66.7}
PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}


def number_at(line: Line, at: int) -> tuple[float, int] | None:
    """A number and where the text goes on after it."""
    token = line[at]
    if token.kind == "number":
        return _scaled(line, token.value, at + 1)
    if token.kind != "word":
        return None
    return _set_phrase(line, at) or _in_words(line, at)


def percent_at(line: Line, at: int) -> tuple[float, int] | None:
    token = line[at]
    if token.kind == "percent":
        return token.value, at + 1
    found = number_at(line, at)
    if found is None:
        return None
    value, after = found
    if line.word(after) == "percentage" and line.word(after + 1) in {"point", "points"}:
        return value, after + 1
    if line.word(after) in {"percent", "pc"}:
        return value, after + 1
    if line.word(after) == "per" and line.word(after + 1) == "cent":
        return value, after + 2
    return None


def fraction_at(line: Line, at: int) -> tuple[float, int] | None:
    """A third, two fifths, three quarters of: as so many in a hundred."""
    if line.word(at) in SIGNS:
        return SIGNS[line.word(at)], at + 1
    part = 1 if line.word(at) == "a" else ONES.get(line.word(at), 0)
    after = at + 1 + (line.word(at + 1) == "-")
    whole = PARTS.get(line.word(after).removesuffix("s"), 0)
    if not 0 < part < whole:
        return None
    # "A quarter" is also a time, and "a fifth" a place in a row.
    plain = line.word(at - 1) == "by" or line.word(after + 1) == "of" or whole == 3
    return (round(100 * part / whole, 1), after + 1) if plain else None


def _set_phrase(line: Line, at: int) -> tuple[float, int] | None:
    word, then = line.word(at), line.word(at + 1)
    if word == "half" and then == "a" and line.word(at + 2) == "dozen":
        return 6.0, at + 3
    if word in {"a", "one"} and then == "dozen":
        return 12.0, at + 2
    if word in {"a", "one"} and then in SCALES:
        return float(SCALES[then]), at + 2
    if word == "dozen":
        return 12.0, at + 1
    if word == "a" and then in {"couple", "pair"} and line.word(at + 2) == "of":
        return 2.0, at + 3
    return None


def _in_words(line: Line, at: int) -> tuple[float, int] | None:
    word = line.word(at)
    if word in ONES:
        return _scaled(line, float(ONES[word]), at + 1)
    if word not in TENS:
        return None
    after = at + 1
    ahead = after + 1 if line.word(after) == "-" else after
    ones = ONES.get(line.word(ahead), 0)
    if 0 < ones < 10:
        return _scaled(line, float(TENS[word] + ones), ahead + 1)
    return _scaled(line, float(TENS[word]), after)


def _scaled(line: Line, value: float, after: int) -> tuple[float, int]:
    word = line.word(after)
    if word in SCALES and value < 1_000_000:
        value *= SCALES[word]
        after += 1
        if line.word(after) == "and":
            rest = _in_words(line, after + 1)
            if rest and rest[0] < 100:
                return value + rest[0], rest[1]
    elif word == "k" and line.glued(after):
        return value * 1000, after + 1
    elif word in {"m", "mn"} and line.glued(after) and line.word(after - 2) == "£":
        return value * 1_000_000, after + 1
    return value, after
