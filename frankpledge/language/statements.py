"""A single statement of a target: its words without its times, and its times."""

from dataclasses import dataclass, replace

from frankpledge.language.anchors import Anchor
from frankpledge.language.clauses import Clause, covered, statements, trimmed
from frankpledge.language.date_words import READERS
from frankpledge.language.labelled import stages
from frankpledge.language.pattern import Phrases, pattern
from frankpledge.language.quantities import Quantity, quantity_at
from frankpledge.language.tokens import Line, Token
from frankpledge.language.wordlist import words

DELIVER = words(
    "hold undertake run deliver produce carry organise organize publish train recruit "
    "provide visit complete host create install issue engage support distribute refer "
    "make give conduct attend arrange stage secure raise obtain offer circulate send "
    "release submit identify deploy achieve reach develop launch establish set plan "
    "facilitate commission to"
)
NUMBER_OF = pattern("the? number|numbers|no|nos|percentage|proportion|% .? of", {})
COMPARES = Phrases(
    (pattern(source, READERS), "")
    for source in (
        "at or below|above the? <y:year>",
        "below|above the? <y:year>",
        "at the? <y:year> level|levels|figure",
        "baseline",
        "against",
        "compared to|with",
        "in comparison to|with",
        "versus",
        "vs",
        "relative to",
        "on last|previous|the year|year's?",
        "from last|the|a|previous|current|present|its",
        "at last|previous year's level|levels|figure|rate",
        "( <n:number> in|at|for? <y:year>",
        "on the? baseline",
        "from baseline",
        "below|above the? baseline|level|average",
        "than",
        "over the same",
    )
)


@dataclass(frozen=True)
class Statement:
    """`words` holds the free tokens only: those of no time and of no comparison."""

    printed: str
    words: Line
    times: tuple[Anchor, ...]
    compared: tuple[Anchor, ...]
    comparator: str
    whole: Line


def cut_statements(line: Line, anchors: list[Anchor]) -> list[Statement]:
    line = _without_number(line)
    clauses = [
        piece
        for whole in statements(line, anchors)
        for clause in stages(line, whole, anchors)
        for piece in _by_quantity(line, clause, anchors)
    ]
    made = [_statement(line, clause, anchors) for clause in clauses]
    return [statement for statement in made if any(map(str.isalnum, statement.printed))]


def _without_number(line: Line) -> Line:
    """ "1. At least one": the number of the outcome is no part of it."""
    numbered = line[0].kind == "number" and line.word(1) in {".", ")"} and line[2].capital
    if not numbered:
        return line
    blank = tuple(replace(token, kind="break", text="\n") for token in line.tokens[:2])
    return Line(line.printed, blank + line.tokens[2:], line.cut)


def _by_quantity(line: Line, clause: Clause, anchors: list[Anchor]) -> list[Clause]:
    """Cut at a comma or "and" where what follows brings its own number."""
    inside = covered([anchor for anchor in anchors if clause[0] <= anchor.first < clause[1]])
    pieces: list[Clause] = []
    start = clause[0]
    for at in range(clause[0] + 1, clause[1] - 1):
        if at not in inside and at > start and _new_statement(line, at):
            pieces.append((start, at))
            start = at + 1
    return [*pieces, (start, clause[1])]


def _new_statement(line: Line, at: int) -> bool:
    joiner = line.word(at)
    if joiner not in {",", "and", "&", ":"} or _of_a_stage(line, at):
        return False
    after = at + 1 + (joiner == "," and line.word(at + 1) in {"and", "&"})
    if NUMBER_OF.match(line, after):
        return True
    verb = line.word(after) in DELIVER
    found = quantity_at(line, after + verb)
    if not found or line[after + verb].kind in {"ordinal"}:
        return False
    if line.word(at - 1) in {"between", "of"} or _counts_on(line, at):
        return False
    return joiner != "and" or verb or found.said or found.percent


def _of_a_stage(line: Line, at: int) -> bool:
    """ "2014/15: 300" is a number for a year."""
    return line.word(at) == ":" and line[at - 1].kind in {"years", "short", "quarter", "number"}


def _counts_on(line: Line, at: int) -> bool:
    """ "Between 5 and 10": the number goes on after the joiner."""
    before, after = line[at - 1], line[at + 1]
    a_year = before.kind == "number" and len(before.text) == 4
    return (
        before.kind in {"number", "percent"} and after.kind in {"number", "percent"} and not a_year
    )


def _statement(line: Line, clause: Clause, anchors: list[Anchor]) -> Statement:
    first, last = clause
    inside = [anchor for anchor in anchors if first <= anchor.first < last]
    inside = [anchor for anchor in inside if not _standard(line, anchor)]
    hidden = covered([anchor for anchor in inside if anchor.kind != "none"])
    conditions = covered([anchor for anchor in inside if anchor.kind == "on_demand"])
    compare = _comparison(line, first, last, conditions)
    free = _free(line, first, min(last, compare), hidden)
    return Statement(
        printed=trimmed(line, first, last) or line.slice(first, last),
        words=Line(line.printed, free),
        times=tuple(anchor for anchor in inside if anchor.first < compare),
        compared=tuple(anchor for anchor in inside if anchor.first >= compare),
        comparator=trimmed(line, compare, last) if compare < last else "",
        whole=Line(line.printed, line.tokens[first:last]),
    )


def _standard(line: Line, anchor: Anchor) -> bool:
    """Within 24 hours, within 5 days: how quickly each is served, and no time of the plan."""
    quick = anchor.kind == "duration" and anchor.precision in {"hour", "minute", "day"}
    return quick and line.word(anchor.first) in {"within", "in", "under"}


def _free(line: Line, first: int, last: int, hidden: set[int]) -> tuple[Token, ...]:
    return tuple(line[at] for at in range(first, last) if at not in hidden)


def _comparison(line: Line, first: int, last: int, conditions: set[int]) -> int:
    """Where "compared with last year" begins, or the end."""
    for at in range(first, last):
        if at not in conditions and COMPARES.first(line, at) and not _of_a_number(line, at):
            return at
    return last


def _of_a_number(line: Line, at: int) -> bool:
    """ "More than" and "below 5" belong to a number; "protect against" to a verb."""
    word, before = line.word(at), line.word(at - 1)
    if word == "than":
        return any(_spans(quantity_at(line, start), at) for start in range(max(0, at - 3), at))
    if word == "against":
        return before in {"protect", "measured", "crime", "offences", "violence", "guard", "closed"}
    return quantity_at(line, at) is not None


def _spans(found: Quantity | None, at: int) -> bool:
    return found is not None and found.first < at < found.last
