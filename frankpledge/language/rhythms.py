"""How often, and for how long: every six weeks, quarterly, twice a year, 12 months."""

from collections.abc import Callable, Iterator
from datetime import date

from frankpledge.language import calendar
from frankpledge.language.anchors import Anchor
from frankpledge.language.context import Context
from frankpledge.language.date_words import READERS
from frankpledge.language.dates import ref_at
from frankpledge.language.meanings import Every, Finding
from frankpledge.language.pattern import Match, Phrases, pattern
from frankpledge.language.refs import resolve
from frankpledge.language.tokens import Line
from frankpledge.language.vocabulary import RHYTHMS, WEEKDAYS

WORDS = "|".join(RHYTHMS)
WEEKDAY_WORDS = "|".join(sorted(WEEKDAYS))
UNIT_OF = {"weekly": "week", "monthly": "month", "yearly": "year", "daily": "day"}
ONCE = {"once": 1, "twice": 2, "thrice": 3}

Builder = Callable[[Match], Every | None]


def _unit(n: int, unit: str, times: int = 1) -> Every | None:
    """A fortnight is two weeks; nothing comes round every nought weeks."""
    if n < 1 or times < 1:
        return None
    return Every(2 * n, "week", times) if unit == "fortnight" else Every(n, unit, times)


def _named(found: Match) -> Every | None:
    n, unit = RHYTHMS[found["r"]]
    return Every(n, unit)


def _each(found: Match) -> Every | None:
    return _unit(found["n"] if found["n"] is not None else 1, found["u"])


def _other(found: Match) -> Every | None:
    return _unit(2, found["u"])


def _times(found: Match) -> Every | None:
    times = ONCE[found["o"]] if found["o"] else found["t"]
    return _unit(found["n"] if found["n"] is not None else 1, found["u"], times)


def _range(found: Match) -> Every | None:
    """Every 6 to 8 weeks: at least every eight."""
    return _unit(found["k"], found["u"]) if found["k"] > found["n"] else None


def _fixed(n: int, unit: str) -> Builder:
    return lambda _found: Every(n, unit)


RULES: Phrases[Builder] = Phrases(
    (pattern(source, READERS), build)
    for source, build in (
        ("o:once|twice|thrice in? a|per|each|every|in <n:count>? <u:unit>", _times),
        ("o:once|twice|thrice <u:unit>", _times),
        ("<t:count> times|x in? a|per|each|every|in <n:count>? <u:unit>", _times),
        ("x <t:count> in? a|per|each|every <u:unit>", _times),
        ("at? each|every <n:count> -|to|/|or <k:count> <u:unit>", _range),
        ("every other|alternate <w:weekday>", _fixed(2, "week")),
        ("the? <n:rank> <w:weekday> of|in the|each|every month", _fixed(1, "month")),
        ("the? last <w:weekday> of|in the|each|every month", _fixed(1, "month")),
        ("each|every academic|school|financial|calendar|municipal year", _fixed(1, "year")),
        ("year on year", _fixed(1, "year")),
        ("quarter on quarter", _fixed(1, "quarter")),
        ("month on month", _fixed(1, "month")),
        ("at? every other|second|alternate <u:unit>", _other),
        ("alternate <u:unit>", _other),
        ("bi|by weekly", _fixed(2, "week")),
        ("bi monthly", _fixed(2, "month")),
        ("bi annual|annually", _fixed(6, "month")),
        ("half yearly|annual|annually", _fixed(6, "month")),
        ("every half year", _fixed(6, "month")),
        ("each half year", _fixed(6, "month")),
        (
            "<n:count> u:weekly|monthly|yearly|daily",
            lambda found: _unit(found["n"], UNIT_OF[found["u"]]),
        ),
        ("on? a|an r:" + WORDS + " basis", _named),
        ("during|in|at|within each|every|any <n:count>? <u:unit>", _each),
        ("each|every|per <n:count>? <u:unit>", _each),
        ("a <u:unit>", _each),
        ("p . a .?", _fixed(1, "year")),
        ("pa", _fixed(1, "year")),
        ("each|every w:" + WEEKDAY_WORDS, _fixed(1, "week")),
        ("each|every <m:month>", _fixed(1, "year")),
        ("each|every <s:season>", _fixed(1, "year")),
        ("r:" + WORDS, _named),
    )
)
# "a year" is a rhythm only after what is counted ("two a year"), never before ("a year of action").
TWO_WAYS = {
    "biweekly": "twice a week",
    "bimonthly": "twice a month",
    "biannual": "every two years",
    "biannually": "every two years",
}


LAST_SCHOOL_YEAR = 13


def rhythm_at(line: Line, at: int, context: Context) -> tuple[list[Anchor], int] | None:
    for found, build in RULES.matches(line, at):
        every = build(found) if _fits(found, line) else None
        if every:
            findings = tuple(_doubts(found, line, every))
            return [Anchor("every", at, found.end, every=every, findings=findings)], found.end
    return None


def _fits(found: Match, line: Line) -> bool:
    first, before = line.word(found.start), line.word(found.start - 1)
    if first == "a" and found["u"] and not found["o"]:
        counted = found.start > 0 and before not in {
            "over",
            "in",
            "within",
            "for",
            "-",
            "of",
            "as",
            "by",
        }
        return counted and line.word(found.end) not in {"of", "long", "on"}
    if first in {"per", "pa"} and found["u"] is None and found["r"] is None:
        return first == "pa" and found.start > 0
    return not _is_school_year(found, line)


def _is_school_year(found: Match, line: Line) -> bool:
    """Every Year 8 is children of that age, and not each year."""
    written, following = line.slice(found.end - 1, found.end), line.word(found.end)
    return written == "Year" and following.isdecimal() and int(following) <= LAST_SCHOOL_YEAR


def _doubts(found: Match, line: Line, every: Every) -> Iterator[Finding]:
    word = line.slice(found.start, found.end).lower().replace("-", "").replace(" ", "")
    if word in TWO_WAYS:
        message = f"'{line.slice(found.start, found.end)}' can also mean {TWO_WAYS[word]}."
        yield Finding("ambiguous", message)


WHICH = "k:next|first|last|coming|following|past|previous|initial?"
STRETCH = "<n:count> <u:unit> period|pilot|programme|project|plan|duration?"
LENGTHS = Phrases(
    (pattern(source, READERS), "")
    for source in (
        f"over|within|for|in|during|throughout a|an|the|any? {WHICH} {STRETCH}",
        f"a|an|the? {WHICH} {STRETCH}",
        f"over|within? <least:count> -|to {STRETCH}",
        "over|within|for|in a|the? <u:unit> period",
    )
)
SEVERAL = frozenset(["programmes", "courses", "sessions", "projects", "pilots", "blocks", "cycles"])
AFTERWARDS = frozenset(["of", "from", "after", "before", "following", "upon"])


def length_at(line: Line, at: int, context: Context) -> tuple[list[Anchor], int] | None:
    """A stretch such as 12 months, counted from the start of the plan."""
    for found, _ in LENGTHS.matches(line, at):
        if line.word(found.end) not in {"olds", "old", "age"} and not _of_things(found, line):
            length = _length(found, line, context)
            return [length], length.last
    return None


def _of_things(found: Match, line: Line) -> bool:
    """ "16 days of action", "three quarters of clients": so much of something, no stretch."""
    bare = line[found.start].kind == "number" or line.word(found.start) == line.word(found.end - 2)
    several = line.word(found.end) in SEVERAL
    return bare and (line.word(found.end) == "of" or several)


def _length(found: Match, line: Line, context: Context) -> Anchor:
    n = found["n"] if found["n"] is not None else 1
    unit = found["u"]
    n, unit = (2 * n, "week") if unit == "fortnight" else (n, unit)
    every = Every(n, unit) if n else None
    begins = _begins(found, line, context)
    if begins and every:
        first, end = begins
        last = calendar.later(first, n, unit)
        return Anchor("duration", found.start, end, first, last, unit, every=every)
    if line.word(found.end) in AFTERWARDS:
        end = len_of_clause(line, found.end)
        condition = line.slice(found.start, end)
        kind = "on_demand"
        return Anchor(kind, found.start, end, every=every, precision=unit, condition=condition)
    start, last = _counted(n, unit, context, back=found["k"] in {"last", "past", "previous"})
    findings = () if start else (Finding("no-plan", "Counted from a start that is not known."),)
    return Anchor(
        "duration", found.start, found.end, start, last, unit, every=every, findings=findings
    )


def _begins(found: Match, line: Line, context: Context) -> tuple[date, int] | None:
    """12 months from June 2014, six months beginning 1 May: counted from that day."""
    opens = line.word(found.end) in {"starting", "beginning", "commencing"}
    after = found.end + opens
    after += line.word(after) in ({"from", "in", "on"} if opens else {"from"})
    ref = ref_at(line, after, context) if after > found.end else None
    first = resolve(ref[0], context).start if ref else None
    counts = found["u"] not in {"hour", "minute"}
    return (first, ref[1]) if ref and first and counts else None


def _counted(n: int, unit: str, context: Context, *, back: bool) -> tuple[date | None, date | None]:
    """From the start of the plan, or, for "the last three years", up to it."""
    if not context.plan or n < 1 or unit in {"hour", "minute"}:
        return None, None
    start = context.plan[0]
    if back:
        return calendar.earlier(start, n, unit), start - calendar.ONE_DAY
    return start, calendar.later(start, n, unit)


def len_of_clause(line: Line, at: int) -> int:
    while at < len(line) and line[at].kind != "break" and line.word(at) not in {".", ";", ","}:
        at += 1
    return at
