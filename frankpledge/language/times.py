"""Written times joined and placed: from ... to ..., by ..., June and November."""

from dataclasses import replace
from datetime import date

from frankpledge.language.anchors import Anchor
from frankpledge.language.calendar import ONE_DAY
from frankpledge.language.context import Context
from frankpledge.language.date_words import READERS, day, place, year
from frankpledge.language.dates import SCHOOL, ref_at
from frankpledge.language.meanings import Finding, Period
from frankpledge.language.pattern import Phrases, pattern
from frankpledge.language.refs import Ref, resolve, with_year
from frankpledge.language.tokens import Line

MOVED = "slipped|extended|moved|postponed|delayed|deferred|rescheduled|revised|changed"
ROLES = Phrases(
    (pattern(source, READERS), role)
    for source, role in (
        ("no|not earlier|sooner than", "from"),
        ("not before|until", "from"),
        ("by? cop|cob on?", "by"),
        ("by? close of play|business on?", "by"),
        ("by noon|midday|midnight|5pm on?", "by"),
        ("up to and including|incl", "until"),
        (f"now? {MOVED} from", "moved from"),
        (f"now? {MOVED} to|until|till|for", "moved"),
        ("now", "moved"),
        ("originally|previously|formerly|initially :?", "was"),
        ("was|were originally|previously?", "was"),
        ("no|not later than", "by"),
        ("to be? completed|done|finished|delivered|complete by", "by"),
        ("due|deadline|target|completion date? :? by|in|on?", "by"),
        ("on or before", "by"),
        ("in time for", "before"),
        ("ahead of", "before"),
        ("prior to", "before"),
        ("up to", "until"),
        ("by", "by"),
        ("before|pre", "before"),
        ("until|till", "until"),
        ("to start|begin|commence from|in|on?", "from"),
        ("from|since", "from"),
        ("starting|beginning|commencing|starts|begins|started|start date? : from?", "from"),
        ("starting|beginning|commencing|starts|begins|started|start from|in|on?", "from"),
        ("ending|ends|end|finish|finishes|finishing|complete|completion date? :", "until"),
        ("ending|ends|finish|finishes|finishing by|in|on?", "until"),
        ("after|post|following", "after"),
        ("during|throughout|over|within|across", "in"),
        ("planned|scheduled for|in", "in"),
        ("in|on|at|for", "in"),
        ("between", "between"),
        ("to", "until"),
    )
)
KINDS = {
    "day": "date",
    "month": "month",
    "season": "season",
    "seasons": "season",
    "term": "season",
    "financial_year": "financial_year",
    "plan_year": "plan_year",
}
QUARTER, PLAN_YEAR = Ref("quarter"), Ref("plan", name="numbered")
NUMBERED = {"quarters": QUARTER, "qtrs": QUARTER, "years": PLAN_YEAR, "yrs": PLAN_YEAR}
TO = frozenset(["-", "to", "until", "till", "through", "thru"])
LIST = frozenset([",", "and", "&", "or"])


def times_at(line: Line, at: int, context: Context) -> tuple[list[Anchor], int] | None:
    """The times that begin here, several where the text lists several."""
    role, after = _role(line, at)
    if after > at and line.word(after) == "year" and role == "in":
        none: list[str] = []
        refs, joins, end = [Ref("plan", name="year")], none, after + 1
    else:
        refs, joins, end = _row(line, after, context, between=role == "between")
    if not refs and after > at:
        role, (refs, joins, end) = "", _row(line, at, context)
    if not refs or (role == "was" and not _of_a_time(line, at)):
        return None
    if role == "moved from":
        role, refs, joins = ("moved", refs[-1:], []) if len(refs) > 1 else ("was", refs, joins)
    if line.word(end) in {"onwards", "onward"}:
        role, end = "from", end + 1
    return _anchors(_share_years(refs, joins, context), joins, role, (at, end), context), end


def _role(line: Line, at: int) -> tuple[str, int]:
    hit = ROLES.first(line, at)
    if not hit or line.word(hit[0].end) == "of":
        return "", at
    found, role = hit
    return role, found.end + (line.word(found.end) == "around")


def _of_a_time(line: Line, at: int) -> bool:
    """ "(was May)" is a time that no longer holds; "the meeting was in May" is news."""
    return line[at - 1].kind in {"end", "sign", "break"} or line.word(at) not in {"was", "were"}


def _row(
    line: Line, at: int, context: Context, *, between: bool = False
) -> tuple[list[Ref], list[str], int]:
    days = _days_of_month(line, at, context) or _numbered(line, at, context)
    if days:
        return days
    found = ref_at(line, at, context)
    if not found:
        return [], [], at
    refs, joins, end = [found[0]], list[str](), found[1]
    while len(refs) < 8:
        join, after = _join(line, end)
        if between and join == "list":
            join = "to"
        following = ref_at(line, after, context) if join else None
        if not following or not _alike(join, refs[-1], following[0]):
            break
        refs.append(following[0])
        joins.append(join)
        end = following[1]
    return refs, joins, end


def _join(line: Line, at: int) -> tuple[str, int]:
    word = line.word(at)
    if word in TO:
        after = at + 1 + (line.word(at + 1) in {"the", "to"})
        return "to", after
    if word == "/":
        return "slash", at + 1
    if word in LIST:
        return "list", at + 1 + (line.word(at + 1) in {"and", "&", "in", "by"})
    return "", at


def _alike(join: str, one: Ref, other: Ref) -> bool:
    if join == "slash":
        return one.unit == other.unit
    if join == "list":
        return one.unit == other.unit or "event" in {one.unit, other.unit}
    return True


def _days_of_month(
    line: Line, at: int, context: Context
) -> tuple[list[Ref], list[str], int] | None:
    """19th/20th Sept 2014, 24 & 30 June: days that share one month."""
    first = ref_at(line, at, context)
    if first and line.word(at + 1) == "/" and first[0].unit == "day":
        return None
    numbers, joins, here = list[int](), list[str](), at
    while len(numbers) < 6 and (found := day(line, here)):
        numbers.append(found[0])
        join, after = _join(line, found[1])
        whole = ref_at(line, here, context)
        if not join or (whole and whole[0].unit == "day" and len(numbers) > 1):
            if len(numbers) < 2 or not whole or whole[0].unit != "day":
                return None
            last = whole[0]
            refs = [replace(last, day=number) for number in numbers]
            return refs, _same_days(numbers, joins), whole[1]
        joins.append(join)
        here = after
    return None


def _numbered(line: Line, at: int, context: Context) -> tuple[list[Ref], list[str], int] | None:
    """Quarters 1 and 2, years 1 to 3: the word once, its numbers after it."""
    unit = NUMBERED.get(line.word(at))
    refs, joins, here = list[Ref](), list[str](), at + 1
    while unit and len(refs) < 4 and (found := place(line, here)) and 1 <= found[0] <= 5:
        refs.append(replace(unit, number=found[0]))
        here = found[1]
        join, after = _join(line, here)
        if not join or not place(line, after):
            break
        joins.append(join)
        here = after
    if len(refs) < 2 or line.word(here) in SCHOOL:
        return None
    written = year(line, here + (line.word(here) in {"of", ","}))
    if written and unit == NUMBERED["quarters"]:
        (first, last), here = written
        refs = [replace(ref, year=first, last=last) for ref in refs]
    return refs, joins, here


def _same_days(numbers: list[int], joins: list[str]) -> list[str]:
    follow = len(numbers) == 2 and numbers[1] == numbers[0] + 1
    return ["to" if join == "slash" and follow else join for join in joins]


def _share_years(refs: list[Ref], joins: list[str], context: Context) -> list[Ref]:
    """A year at the end of a row belongs to those before it that have none."""
    shared = list(refs)
    for at in range(len(shared) - 2, -1, -1):
        ref, following = shared[at], shared[at + 1]
        if ref.dated or following.year is None or following.unit in {"years", "plan"}:
            continue
        shared[at] = with_year(ref, following)
        begins = resolve(shared[at], context).start
        ends = resolve(following, context).start
        if begins and ends and begins > ends and following.year > 1900:
            shared[at] = replace(ref, year=following.year - 1)
    return shared


def _anchors(
    refs: list[Ref], joins: list[str], role: str, where: tuple[int, int], context: Context
) -> list[Anchor]:
    made: list[Anchor] = []
    at = 0
    while at < len(refs):
        spans = at < len(joins) and _spans(refs, joins, at, role)
        if spans:
            made.append(_span(refs[at], refs[at + 1], role, where, context))
        else:
            made.append(_single(refs[at], role, where, context))
        at += 2 if spans else 1
    return made


def _spans(refs: list[Ref], joins: list[str], at: int, role: str) -> bool:
    if joins[at] == "slash" and refs[at].unit == refs[at + 1].unit == "day":
        return refs[at].dated is False or refs[at].number == refs[at + 1].number
    starts_and_ends = role == "from" and refs[at + 1].edge == "end"
    return joins[at] in {"to", "slash"} or starts_and_ends


def _span(first: Ref, last: Ref, role: str, where: tuple[int, int], context: Context) -> Anchor:
    begins, ends = resolve(first, context), resolve(last, context)
    if begins.end and not last.dated:
        ends = _not_before(begins, last, context)
    start, end = begins.start, ends.end
    findings = tuple(dict.fromkeys(begins.findings + ends.findings))
    if role == "before":
        message = "It starts at no exact day, only before the day named."
        start, findings = None, (*findings, Finding("start-unclear", message))
    if start and end and start > end:
        findings = (*findings, Finding("backwards", "The end comes before the start."))
    kept = "" if role in {"between", "from", "before"} else role
    return Anchor("span", *where, start, end, ends.precision, kept, findings=findings)


def _not_before(begins: Period, last: Ref, context: Context) -> Period:
    """An end without a year is the first that does not come before the start."""
    start = begins.start
    for which in (start.year, start.year + 1) if start else ():
        ends = resolve(replace(last, year=which), context)
        if start and ends.end and ends.end >= start:
            return ends
    return resolve(last, context)


def _single(ref: Ref, role: str, where: tuple[int, int], context: Context) -> Anchor:
    period = resolve(ref, context)
    start, end = _bounds(period, role, ref)
    kind = KINDS.get(period.precision, "span")
    if start != end and kind == "date":
        kind = "span" if start and end else kind
    if kind == "span" and start == end and start and period.precision == "event":
        kind = "date"
    return Anchor(kind, *where, start, end, period.precision, role, findings=period.findings)


def _bounds(period: Period, role: str, ref: Ref) -> tuple[date | None, date | None]:
    start, end = period.start, period.end
    if start is None or end is None:
        return start, end
    bounds: dict[str, tuple[date | None, date | None]] = {
        "by": (None, end),
        "until": (None, end),
        "before": (None, _last_before(start, end, ref)),
        "from": (start, None),
        "after": (end + ONE_DAY, None),
    }
    return bounds.get(role, (start, end))


def _last_before(start: date, end: date, ref: Ref) -> date:
    """Before April is by the end of March; before the end of March is by its end."""
    if ref.edge == "end":
        return end
    return (end if ref.unit == "event" else start) - ONE_DAY
