"""Targets that are deeds: done or not, again and again, or only a direction."""

from frankpledge.language.anchors import Anchor
from frankpledge.language.clauses import trimmed
from frankpledge.language.pattern import pattern
from frankpledge.language.statements import NUMBER_OF, Statement
from frankpledge.language.target_model import Target
from frankpledge.language.target_words import (
    COMPLETED,
    DIRECTIONS,
    FIRM_MAKE,
    IN_PLACE,
    MAKE,
    UNNUMBERED,
    participle,
    plural,
)
from frankpledge.language.tokens import Line
from frankpledge.language.wordlist import words

INDICATOR = pattern(
    "ni|bv|bvpi|pi|spi|lpi|kpi|phof <n:number>",
    {"number": lambda line, at: (line[at], at + 1) if line[at].kind == "number" else None},
)
POINTS = frozenset(("date", "month", "season", "span", "financial_year"))
RUNNING = pattern("up and running", {})


def read_unnumbered(statement: Statement) -> Target | None:
    """Number of events held: it says what will be counted, not how many are enough."""
    line = statement.words
    indicator = INDICATOR.match(statement.whole, 0)
    if indicator:
        name = trimmed(statement.whole, indicator.end, len(statement.whole))
        reference = statement.whole.slice(0, indicator.end)
        return Target("unnumbered", statement.printed, what=name, refers_to=reference)
    start = line.word(0) in {"the", "increased", "total", "overall", "recorded"}
    measured = NUMBER_OF.match(line, 0) or (
        line.word(int(start)) in UNNUMBERED and line.word(int(start) + 1) in {"of", "for"}
    )
    if measured or (
        line.word(len(line) - 1) in {"rate", "rates", "numbers", "figures"}
        and len(line) < 6
        and line.word(0) not in MAKE
        and not _directional(line)
    ):
        what = _after_of(line)
        return Target("unnumbered", statement.printed, what=what)
    return None


def _after_of(line: Line) -> str:
    for at in range(min(4, len(line))):
        if line.word(at) in {"of", "for"}:
            return trimmed(line, at + 1, len(line))
    return trimmed(line, 0, len(line))


def read_deadline(statement: Statement) -> Target | None:
    """Protocol in place by September: something finished by a day."""
    by = any(time.dated and time.role in {"by", "before"} for time in statement.times)
    line = statement.words
    if not by or _directional(line) or NUMBER_OF.match(line, 0) or not _says_what(line):
        return None
    return Target("milestone", statement.printed, what=trimmed(line, 0, len(line)))


def _says_what(line: Line) -> bool:
    """ "30 in Q1 and 60 by Q4" has numbers and nothing that could be finished."""
    numbers = any(token.kind in {"number", "percent"} for token in line.tokens)
    named = any(token.kind == "word" and len(token.text) > 3 for token in line.tokens)
    return named or not numbers


def read_recurring(statement: Statement) -> Target | None:
    """Quarterly reports received: one in every quarter."""
    rhythm = [time for time in statement.times if time.kind in {"every", "meeting"} and time.every]
    line = statement.words
    if not rhythm or _directional(line, reach=3) or not trimmed(line, 0, len(line)):
        return None
    every = rhythm[0].every
    number = float(every.times) if every else 1.0
    return Target(
        "recurring", statement.printed, number=number, per=every, what=trimmed(line, 0, len(line))
    )


def read_milestone(statement: Statement) -> Target | None:
    line = statement.words
    if _directional(line) or not len(line):
        return None
    dated = any(_is_point(time) for time in statement.times)
    done = [at for at in range(len(line)) if _finished(line, at)]
    past = any(participle(line.word(at)) for at in range(1, len(line))) or _begun(statement)
    one = any(_one_thing(line, at) for at in done)
    if (dated and (done or past or _makes(line, dated=True))) or one or _makes(line, dated=False):
        return Target("milestone", statement.printed, what=trimmed(line, 0, len(line)))
    return None


def _begun(statement: Statement) -> bool:
    """ "... to be started in May": a beginning with a date is a milestone too."""
    return any(time.role == "from" and "start" in time.printed.lower() for time in statement.times)


def _is_point(time: Anchor) -> bool:
    return time.kind in POINTS


def _finished(line: Line, at: int) -> bool:
    word = line.word(at)
    if line.word(at - 1) in {"not", "never"}:
        return False
    if word == "in" and line.word(at + 1) in IN_PLACE:
        return True
    return (word in COMPLETED and at > 0) or bool(RUNNING.match(line, at))


def _one_thing(line: Line, at: int) -> bool:
    """Whether what is finished is one thing; of several it would have to say how many."""
    before = at - 1
    while before > 0 and line.word(before) in {
        "be",
        "to",
        "is",
        "been",
        "fully",
        "and",
        "are",
        "or",
    }:
        before -= 1
    if before > 0 and participle(line.word(before)):
        return _one_thing(line, before)
    return line[before].kind == "word" and not plural(line.word(before))


def _makes(line: Line, *, dated: bool) -> bool:
    """Create a website; with a date also Hold the event."""
    start = 1 if line.word(0) == "to" else 0
    start += line.word(start) == "successfully"
    verb, then = line.word(start), line.word(start + 1)
    if dated:
        return verb in MAKE
    return verb in FIRM_MAKE and (then in {"a", "an", "the", "one", "new", "up", "out"})


def _directional(line: Line, reach: int = 2) -> bool:
    start = 1 if line.word(0) == "to" else 0
    words = [line.word(start + step) for step in range(reach)]
    return any(word in FIRM_DIRECTIONS or word in DIRECT for word in words)


# "Follow up", "set down", "less": only beside a number do these say which way.
FIRM_DIRECTIONS = DIRECTIONS.keys() - {"up", "down", "less", "greater", "fewer"}
DIRECT = words(
    "maintain maintaining promote promoting encourage encouraging supporting promoting "
    "raising raise support divert counter highlight focus instil educate ensure tackle "
    "prevent protect reassure monitor"
)


def the_rest(statement: Statement) -> Target:
    """A direction, or an aim with nothing to measure it by."""
    line = statement.words if len(statement.words) else statement.whole
    ways = (DIRECTIONS[token.text] for token in line.tokens if token.text in FIRM_DIRECTIONS)
    way = next(ways, "down" if line.word(0) in {"fewer", "less"} else "")
    return Target("direction", statement.printed, what=trimmed(line, 0, len(line)), direction=way)
