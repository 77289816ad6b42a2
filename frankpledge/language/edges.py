"""The part of a time that is meant: its end, its start, one week of it."""

from frankpledge.language.calendar import WEEKS
from frankpledge.language.date_words import READERS
from frankpledge.language.pattern import Phrases, pattern

WEEK_OF_A_DAY = frozenset(["week", "week end"])
WEEK_OF_A_STRETCH = frozenset([*WEEKS, "last week"])
HAS_WEEKS = frozenset(["month", "season", "term", "break"])

EDGES = Phrases(
    (pattern(source, READERS), edge)
    for source, edge in (
        *((f"the? {which} of|in the?", which) for which in sorted(WEEK_OF_A_STRETCH)),
        *((f"week {n} of|in the?", which) for n, which in enumerate(WEEKS, start=1)),
        ("the? week commencing|beginning|starting|of :? the?", "week"),
        ("w / c|b|commencing :? the?", "week"),
        ("wc|wb :? the?", "week"),
        ("the? week ending :? the?", "week end"),
        ("w / e|ending :? the?", "week end"),
        ("the? end|close of the?", "end"),
        ("the? start|beginning of the?", "start"),
        ("the? middle of the?", "middle"),
        ("early in? the?", "early"),
        ("mid", "middle"),
        ("late in? the?", "late"),
        ("end", "end"),
        ("start", "start"),
    )
)


def fits(edge: str, unit: str) -> bool:
    """ "Week commencing" wants a day, "the last week of" something that has weeks."""
    if edge in WEEK_OF_A_DAY:
        return unit == "day"
    return edge not in WEEK_OF_A_STRETCH or unit in HAS_WEEKS
