"""Every phrase of time in a text, in order: dates, rhythms, meetings, conditions, open ends."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from frankpledge.language.calendar import ONE_DAY, earlier, later
from frankpledge.language.meanings import Every, Finding


@dataclass(frozen=True, slots=True)
class Anchor:
    """A phrase of time between two tokens."""

    kind: str
    first: int
    last: int
    start: date | None = None
    end: date | None = None
    precision: str = ""
    role: str = ""
    every: Every | None = None
    group: str = ""
    condition: str = ""
    printed: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def dated(self) -> bool:
        return self.kind in DATED


DATED = frozenset({"date", "month", "season", "span", "financial_year", "plan_year"})


SHORT = frozenset({"day", "week", "hour", "minute"})


def merged(found: Iterable[Anchor]) -> list[Anchor]:
    """Neighbours that are one thing: a meeting and how often it is, a meeting and its date."""
    kept: list[Anchor] = []
    for anchor in found:
        before = kept[-1] if kept else None
        joined = before and anchor.first - before.last <= 1 and _joined(before, anchor)
        if joined:
            kept[-1] = joined
        else:
            kept.append(anchor)
    return kept


def _lasting(one: Anchor, other: Anchor) -> Anchor | None:
    """How long, and when: "September for six months", "12 months to March", "one day in May"."""
    if one.kind == "duration" and one.every and other.dated:
        if other.role == "until" and other.end and one.every.n:
            start = earlier(other.end + ONE_DAY, one.every.n, one.every.unit)
            return replace(one, last=other.last, start=start, end=other.end, findings=())
        if other.role in {"", "in"}:
            return replace(other, first=one.first, every=one.every)
    if one.kind == "duration" and other.kind == "every" and one.precision in SHORT:
        return other
    if other.kind == "duration" and other.every and one.dated and one.start:
        end = later(one.start, other.every.n, other.every.unit)
        return replace(other, first=one.first, start=one.start, end=end, findings=one.findings)
    return None


def _joined(one: Anchor, other: Anchor) -> Anchor | None:
    lasting = _lasting(one, other)
    if lasting:
        return lasting
    if one.role == "from" and other.role == "until" and one.dated and other.dated:
        findings = one.findings + other.findings
        return replace(
            other, kind="span", first=one.first, start=one.start, role="", findings=findings
        )
    if other.first > one.last:
        return None
    kinds = {one.kind, other.kind}
    if "meeting" not in kinds or len(kinds) != 2:
        return None
    meeting, timing = (one, other) if one.kind == "meeting" else (other, one)
    if timing.kind != "every" and not timing.dated:
        return None
    return replace(
        meeting,
        first=one.first,
        last=other.last,
        start=timing.start,
        end=timing.end,
        precision=timing.precision,
        role=timing.role,
        every=timing.every or (None if timing.dated else meeting.every),
        findings=one.findings + other.findings,
    )
