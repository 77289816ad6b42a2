"""Changes that are said by signs, by "more" or by two shares, and not by a verb."""

import re
from itertools import pairwise

from frankpledge.language.clauses import trimmed
from frankpledge.language.numbers import percent_at
from frankpledge.language.phrases import quantities
from frankpledge.language.statements import Statement
from frankpledge.language.target_model import Target

BASELINE = re.compile(r"(?i)baseline\W*(?:of|is|was)?\W*([0-9][0-9,]{0,12})(?![0-9]|[/-][0-9])")


def baseline_of(comparator: str) -> float | None:
    """ "Baseline 649" gives the figure itself; "baseline 2025/26" only its year."""
    found = BASELINE.match(comparator)
    value = float(found.group(1).replace(",", "")) if found else None
    return None if value is None or 1990 <= value <= 2100 else value


def signed(statement: Statement) -> Target | None:
    """Burglary -5 %, +10 %: a sign that touches its number."""
    line = statement.words
    for at in range(len(line)):
        sign, size = line.word(at), percent_at(line, at + 1)
        free = line[at - 1].kind not in {"number", "percent"} and not line.glued(at)
        if size and sign in {"-", "+"} and line.glued(at + 1) and free:
            way = "down" if sign == "-" else "up"
            what = trimmed(line, 0, at) or trimmed(line, size[1], len(line))
            return _change(statement, number=size[0], direction=way, what=what)
    return None


def so_much_more(statement: Statement) -> Target | None:
    """15 % more reports of hate crime."""
    line = statement.words
    for at in range(len(line)):
        size = percent_at(line, at)
        if size and line.word(size[1]) in {"more", "extra"} and line.word(size[1] + 1) != "than":
            what = trimmed(line, size[1] + 1, len(line)) or trimmed(line, 0, at)
            return _change(statement, number=size[0], direction="up", what=what)
    return None


def shares(statement: Statement) -> Target | None:
    """From 62 % to 70 %, from 1 in 5 to 1 in 6, with no word that says which way."""
    line = statement.words
    found = [each for each in quantities(line) if each.percent]
    for one, other in pairwise(found):
        joined = line.word(one.first - 1) == "from" and line.word(other.first - 1) == "to"
        if joined and other.first == one.last + 1 and one.value != other.value:
            way = "down" if other.value < one.value else "up"
            what = trimmed(line, 0, one.first - 1) or trimmed(line, other.last, len(line))
            return _change(
                statement, baseline=one.value, reach=other.value, direction=way, what=what
            )
    return None


def _change(statement: Statement, **fields: object) -> Target:
    comparator = statement.comparator
    said = {"unit": "%", "comparator": comparator, "baseline": baseline_of(comparator), **fields}
    return Target("change", statement.printed, **said)  # type: ignore[arg-type]
