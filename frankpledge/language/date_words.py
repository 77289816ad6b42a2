"""The small readers that date phrases are made of."""

from typing import Any

from frankpledge.language.numbers import number_at
from frankpledge.language.tokens import Line
from frankpledge.language.vocabulary import MONTHS, ORDINALS, SEASON_NAMES, UNITS, WEEKDAYS
from frankpledge.language.wordlist import words

Found = tuple[Any, int] | None

# "may" and "march" are verbs too: in small letters they need one of these before them.
TIME_PREPOSITIONS = words(
    "by in during from to until till before since of end early mid late and - / between "
    "through throughout for on beginning start starting"
)
AFTER_VERB_MAY = words(
    "be not have need also include change vary take require well lead result help only"
)


def month(line: Line, at: int) -> Found:
    token = line[at]
    if token.kind != "word" or token.text not in MONTHS:
        return None
    if token.text in {"may", "march", "mar", "sat"} and not _is_month(line, at):
        return None
    after = at + 1
    if line.word(after) == "." and line.glued(after) and len(token.text) < 5:
        after += line[after + 1].kind in {"number", "short", "years", "apostrophe"}
    return MONTHS[token.text], after


def _is_month(line: Line, at: int) -> bool:
    token, after = line[at], line[at + 1]
    if token.text == "may" and after.text in AFTER_VERB_MAY:
        return False
    if token.capital or len(line) == 1 or after.kind in {"years", "apostrophe"}:
        return True
    before = line[at - 1]
    dated = after.kind == "number" and 1990 <= after.value <= 2100
    return dated or before.text in TIME_PREPOSITIONS or before.kind == "ordinal"


def day(line: Line, at: int) -> Found:
    token = line[at]
    whole = token.kind == "number" and "." not in token.text and "," not in token.text
    if (whole or token.kind == "ordinal") and 1 <= token.value <= 31 and len(token.text) <= 5:
        return int(token.value), at + 1
    return None


def ordinal_day(line: Line, at: int) -> Found:
    token = line[at]
    if token.kind == "ordinal" and 1 <= token.value <= 31:
        return int(token.value), at + 1
    return None


def year(line: Line, at: int) -> Found:
    """(year, last) where last is given for a pair such as 2014/15."""
    token = line[at]
    if token.kind == "number" and len(token.text) == 4 and 1990 <= token.value <= 2100:
        return (int(token.value), None), at + 1
    if token.kind == "apostrophe":
        return (2000 + int(token.value), None), at + 1
    if token.kind == "years" and token.second == int(token.value) + 1:
        return (int(token.value), token.second), at + 1
    if token.kind == "short" and token.second == int(token.value) + 1 and "/" in token.text:
        return (2000 + int(token.value), 2000 + token.second), at + 1
    return None


def glued_year(line: Line, at: int) -> Found:
    """The 27 of Mar-27."""
    token = line[at]
    hyphen = line[at - 1]
    joined = hyphen.text in {"-", "/"} and line.glued(at) and line.glued(at - 1)
    if joined and token.kind == "number" and len(token.text) == 2 and token.value >= 5:
        return (2000 + int(token.value), None), at + 1
    return None


def two_figures(line: Line, at: int) -> Found:
    """The 14 of "30 June 14" and "Autumn 14": a year only where the plan is near it."""
    token = line[at]
    a_year = token.kind == "number" and len(token.text) == 2 and token.value >= 5
    counts = line[at + 1].kind == "word" and line.word(at + 1) not in {"and", "to", "onwards"}
    return (2000 + int(token.value), at + 1) if a_year and not counts else None


def season(line: Line, at: int) -> Found:
    name = SEASON_NAMES.get(line.word(at))
    if name is None or (line.word(at) == "fall" and year(line, at + 1) is None):
        return None
    return (name, at + 1) if line[at - 1].text != "half" else None


def weekday(line: Line, at: int) -> Found:
    if line.word(at) not in WEEKDAYS:
        return None
    return line.word(at), at + 1 + (line.word(at + 1) == ",")


def unit(line: Line, at: int) -> Found:
    name = UNITS.get(line.word(at))
    if name is None:
        return None
    return name, at + 1 + (line.word(at + 1) == "." and line.word(at) in {"yr", "wk", "mth"})


def count(line: Line, at: int) -> Found:
    found = number_at(line, at)
    if found is None or not found[0].is_integer() or not 0 <= found[0] <= 9999:
        return None
    return int(found[0]), found[1]


def place(line: Line, at: int) -> Found:
    """First, 1st, one or 1: a place in a row of years, quarters or halves."""
    token = line[at]
    if token.text in ORDINALS:
        return ORDINALS[token.text], at + 1
    if token.kind == "ordinal":
        return int(token.value), at + 1
    found = count(line, at)
    return found if found and 1 <= found[0] <= 10 else None


def filler(line: Line, at: int) -> Found:
    """One ordinary word between a season and its year ("winter edition 2010")."""
    token = line[at]
    ordinary = token.kind == "word" and token.text not in {"and", "or", "to", "by", "in", "until"}
    next_is_year = line[at + 1].kind in {"number", "years", "apostrophe"}
    return (token.text, at + 1) if ordinary and next_is_year else None


def rank(line: Line, at: int) -> Found:
    """First or 1st, but not one: "one quarter of residents" is no date."""
    token = line[at]
    if token.text in ORDINALS:
        return ORDINALS[token.text], at + 1
    return (int(token.value), at + 1) if token.kind == "ordinal" else None


def kind(name: str) -> Any:
    def reader(line: Line, at: int) -> Found:
        return (line[at], at + 1) if line[at].kind == name else None

    return reader


READERS = {
    "month": month,
    "day": day,
    "ordinal": ordinal_day,
    "year": year,
    "glued-year": glued_year,
    "two-figures": two_figures,
    "season": season,
    "weekday": weekday,
    "unit": unit,
    "count": count,
    "place": place,
    "rank": rank,
    "filler": filler,
    **{
        name: kind(name)
        for name in ("iso", "numeric", "years", "short", "quarter", "half", "number")
    },
}
