"""Targets that count: at least two a quarter, 90 % of a cohort, 2 in every thousand."""

from frankpledge.language.clauses import trimmed
from frankpledge.language.phrases import cohort, counted, counts, of_money, quantities
from frankpledge.language.quantities import Quantity
from frankpledge.language.statements import Statement
from frankpledge.language.target_model import UP_TO, Target
from frankpledge.language.target_words import participle, plural
from frankpledge.language.tokens import Line
from frankpledge.language.wordlist import words

KINDS = {"least": "count_at_least", "most": "count_at_most", "exact": "count_exactly"}
ATTEND = words(
    "attend attends attended attendance represented representation representative "
    "representatives present"
)
ALL = frozenset(("all", "every", "each"))


def read_attendance(statement: Statement) -> Target | None:
    line = statement.words
    found = [at for at in range(len(line)) if line.word(at) in ATTEND]
    meets = any(anchor.kind == "meeting" for anchor in statement.times)
    meets = meets or any(line.word(at) in {"meeting", "meetings"} for at in range(len(line)))
    if not found or not meets:
        return None
    numbers = [each for each in quantities(line) if each.percent]
    if any(counts(line, each) for each in quantities(line)):
        return None
    who = trimmed(line, 0, found[0]) or trimmed(line, found[0] + 1, len(line))
    who = "" if any(map(str.isdigit, who)) else who
    number = numbers[0].value if numbers else None
    unit = "%" if numbers else "meetings"
    return Target("attendance", statement.printed, number=number, unit=unit, what=who)


def read_rate(statement: Statement) -> Target | None:
    """Not more than 2 per thousand people."""
    line = statement.words
    for each in quantities(line):
        if each.base is None or (each.base == 1 and of_money(line, each)):
            continue
        kind = "count_at_least" if each.comparison == "least" else "rate_ceiling"
        return Target(
            kind,
            statement.printed,
            number=each.value,
            strict=each.strict,
            approximate=each.about,
            unit=trimmed(line, each.last, len(line)),
            what=trimmed(line, 0, each.first) or each.thing,
            direction="not above" if kind == "rate_ceiling" else "not below",
            base=each.base,
            comparator=statement.comparator,
        )
    return None


def read_proportion(statement: Statement) -> Target | None:
    line = statement.words
    each = next((found for found in quantities(line) if found.percent), None)
    if each is None or _margin(line, each):
        return None
    after = each.last
    if line.word(after) == "of":
        whole, what = cohort(line, after + 1)
    elif plural(line.word(after)) or plural(line.word(after + 1)):
        whole, what = cohort(line, after)
    else:
        whole, what = "", trimmed(line, after, len(line))
    lead = trimmed(line, 0, each.first)
    return _proportion(
        statement, each, whole, f"{lead} ... {what}".strip(" .") if lead and what else what or lead
    )


def _margin(line: Line, each: Quantity) -> bool:
    """ "Within 5 % of last year": how near, and not how many."""
    return line.word(each.first - 1) in {"within", "±"}


def _proportion(statement: Statement, each: Quantity, whole: str, what: str) -> Target:
    most = each.comparison == "most" or each.value == 0
    return Target(
        "proportion",
        statement.printed,
        number=each.value,
        upper=each.upper,
        strict=each.strict,
        approximate=each.about,
        unit="%",
        what=what,
        direction="not above" if most else "not below",
        denominator=whole,
        comparator=statement.comparator,
    )


def read_count(statement: Statement) -> Target | None:
    line = statement.words
    found = [each for each in quantities(line) if not each.percent and counts(line, each)]
    found += [each for each in quantities(line) if _alone(line, each)]
    if not found:
        return _none_at_all(statement)
    each = next((one for one in found if one.said), found[0])
    money = of_money(line, each)
    unit = counted(line, each.last, each.value)
    direction = {"least": "not below", "most": "not above"}.get(each.comparison, "")
    return Target(
        KINDS[each.comparison],
        statement.printed,
        number=each.value,
        upper=each.upper,
        strict=each.strict,
        approximate=each.about,
        unit="£" if money else unit,
        what=unit or trimmed(line, 0, each.first),
        direction=direction,
        denominator=_each_of(line, each.last),
        comparator=statement.comparator,
        findings=(UP_TO,) if each.up_to else (),
    )


def _none_at_all(statement: Statement) -> Target | None:
    """No repeat victims: a promise that none will be counted."""
    line = statement.words
    noun = any(plural(line.word(at)) for at in range(1, 5))
    if (
        line.word(0) != "no"
        or line.word(1) in {"of", ".", "more", "less", "data", *MEANS}
        or not noun
    ):
        return None
    unit = counted(line, 1, 2)
    kind = "count_at_most"
    return Target(kind, statement.printed, number=0.0, unit=unit, what=unit, direction="not above")


# Their absence is a reason, not an aim.
MEANS = words("staff staffing funds funding resources updates update issues meetings")


def _alone(line: Line, each: Quantity) -> bool:
    """A cell that holds a number and nothing else."""
    rest = [token.kind for token in line.tokens[each.last :]]
    return not each.percent and each.first <= 1 and set(rest) <= {"sign"}


def _each_of(line: Line, after: int) -> str:
    """... to each of the 15 wards."""
    for at in range(after, len(line)):
        if line.word(at) in {"each", "every"} and line.word(at - 1) in {"to", "in", "for", "at"}:
            return trimmed(line, at, min(at + 6, len(line)))
        if line.word(at) == "per" and line[at + 1].kind == "word":
            return f"each {line.word(at + 1)}"
    return ""


def read_whole(statement: Statement) -> Target | None:
    """All new licences ..., every victim ...: the whole of a cohort, with no number printed."""
    line = statement.words
    start = 1 if line.word(0) == "ensure" else 0
    start += line.word(start) == "that"
    if line.word(start) not in ALL or line[start + 1].kind != "word":
        return None
    whole, what = cohort(line, start + 1) if line.word(start) == "all" else _single(line, start + 1)
    if not what or (line.word(start + 1) in {"of", "year", "the"} and not whole):
        return None
    each = Quantity(100.0, start, start + 1, percent=True)
    return _proportion(statement, each, whole, what)


def _single(line: Line, at: int) -> tuple[str, str]:
    """ "Every" and "each" stand before one thing: its name ends at the verb."""
    end = at
    while end < len(line) and line.word(end) not in {"is", "to", "has", "are", "will", "receives"}:
        if participle(line.word(end)) and end > at:
            break
        end += 1
    return trimmed(line, at, end), trimmed(line, end, len(line))
