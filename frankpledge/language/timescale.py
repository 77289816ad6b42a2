"""When: a printed timescale read into dates, rhythms, meetings and conditions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from frankpledge.language import calendar
from frankpledge.language.anchors import Anchor
from frankpledge.language.clauses import Clause, sentences, trimmed
from frankpledge.language.context import Context
from frankpledge.language.meanings import Every, Finding, Meaning
from frankpledge.language.refs import replace_year
from frankpledge.language.scan import scan
from frankpledge.language.target_model import Target
from frankpledge.language.target_rules import targets_in
from frankpledge.language.tokens import Line, read_line

# A number in the timescale column that is really a target.
NUMBERED = frozenset(
    ["count_at_least", "count_exactly", "count_at_most", "proportion", "change", "rate_ceiling"]
)
POINTS = frozenset(("date", "month", "season", "span"))


@dataclass(frozen=True)
class Part(Meaning):
    kind: str
    printed: str
    start: date | None = None
    end: date | None = None
    precision: str = ""
    role: str = ""
    every: Every | None = None
    group: str = ""
    condition: str = ""
    deliverable: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def due(self) -> date | None:
        """The last day on which this is still in time."""
        return None if self.kind in {"every", "open", "on_demand", "none"} else self.end


@dataclass(frozen=True)
class Timescale(Meaning):
    printed: str
    parts: tuple[Part, ...]
    hidden_targets: tuple[Target, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def kind(self) -> str:
        return self.parts[0].kind

    @property
    def due(self) -> date | None:
        days = [part.due for part in self.parts if part.due]
        return max(days) if days else None

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        inner = (finding for part in self.parts for finding in part.findings)
        return tuple(dict.fromkeys((*self.findings, *inner)))


def read_timescale(text: str, context: Context | None = None) -> Timescale:
    context = context or Context()
    line = read_line(text)
    anchors = scan(line, context)
    parts = tuple(_parts(line, anchors, context)) or (_nothing(line),)
    targets = tuple(
        target for target in targets_in(line, anchors, context) if target.kind in NUMBERED
    )
    return Timescale(text, parts, targets, tuple(_findings(line, targets)))


def _parts(line: Line, anchors: list[Anchor], context: Context) -> Iterator[Part]:
    for clause in sentences(line, anchors):
        inside = [anchor for anchor in anchors if clause[0] <= anchor.first < clause[1]]
        texts = _deliverables(line, clause, inside)
        for anchor, deliverable in zip(inside, texts, strict=True):
            yield _part(line, anchor, deliverable, context)


def _deliverables(line: Line, clause: Clause, anchors: list[Anchor]) -> list[str]:
    """Each time's own words: those before it, or after it where a time comes first."""
    first, last = clause
    if not anchors:
        return []
    if trimmed(line, first, anchors[0].first) == "":
        edges = [anchor.first for anchor in anchors[1:]] + [last]
        pairs = [(anchor.last, edge) for anchor, edge in zip(anchors, edges, strict=True)]
        return [trimmed(line, *pair) for pair in pairs]
    edges = [first] + [anchor.last for anchor in anchors[:-1]]
    pairs = [(edge, anchor.first) for edge, anchor in zip(edges, anchors, strict=True)]
    return [trimmed(line, *pair) for pair in pairs]


def _part(line: Line, anchor: Anchor, deliverable: str, context: Context) -> Part:
    role = anchor.role
    if anchor.dated and not role and "by" in context.heading.lower().split():
        role = "by"
    part = Part(
        kind=_kind(anchor, deliverable),
        printed=anchor.printed,
        start=anchor.start,
        end=anchor.end,
        precision=anchor.precision,
        role=role,
        every=anchor.every,
        group=anchor.group,
        condition=anchor.condition,
        deliverable=deliverable,
        findings=anchor.findings,
    )
    return replace(part, findings=(*part.findings, *_outside(part, context)))


def _kind(anchor: Anchor, deliverable: str) -> str:
    a_point = anchor.kind in POINTS and anchor.role in {"", "in", "by", "before"}
    stretch = anchor.kind == "span" and anchor.start is not None and anchor.role != "by"
    return "milestone" if deliverable and a_point and not stretch else anchor.kind


def _outside(part: Part, context: Context) -> Iterator[Finding]:
    """Times that the plan does not reach: a slip of the year, or work for another plan."""
    plan = context.plan
    if plan is None or (part.kind == "duration" and part.start == plan[0]):
        return
    if part.end and part.end > plan[1]:
        yield Finding(
            "after-plan", f"It is after the plan ends ({written(plan[1])}).{_slip(part, plan)}"
        )
    elif part.start and part.start > plan[1]:
        yield Finding("after-plan", f"It is after the plan ends ({written(plan[1])}).")
    elif part.end and part.end < plan[0]:
        yield Finding("before-plan", f"It is before the plan starts ({written(plan[0])}).")


def _slip(part: Part, plan: calendar.Stretch) -> str:
    if part.end is None:
        return ""
    earlier = replace_year(part.end, part.end.year - 1)
    within = part.start is not None and part.start <= plan[1]
    if part.precision == "day" and not within and plan[0] <= earlier <= plan[1]:
        return f" Is {earlier.year} meant?"
    return ""


def written(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _nothing(line: Line) -> Part:
    text = trimmed(line, 0, len(line))
    message = "No date or time is given in these words." if text else "No time is given."
    return Part("none", line.printed, deliverable=text, findings=(Finding("no-time", message),))


def _findings(line: Line, targets: tuple[Target, ...]) -> Iterator[Finding]:
    if targets:
        yield Finding("hidden-target", "A target stands among the words about time.")
    if line.cut:
        yield Finding("too-long", "Only the first 10,000 characters were read.")
