"""The order in which the kinds of target are looked for."""

import re
from collections.abc import Callable
from dataclasses import replace

from frankpledge.language.anchors import Anchor
from frankpledge.language.changing import read_change
from frankpledge.language.context import Context
from frankpledge.language.counting import (
    read_attendance,
    read_count,
    read_proportion,
    read_rate,
    read_whole,
)
from frankpledge.language.deeds import (
    read_deadline,
    read_milestone,
    read_recurring,
    read_unnumbered,
    the_rest,
)
from frankpledge.language.judgeable import judged
from frankpledge.language.labelled import from_a_baseline, in_brackets
from frankpledge.language.meanings import Every, Finding
from frankpledge.language.scan import scan
from frankpledge.language.statements import Statement, cut_statements
from frankpledge.language.target_model import Target, TargetReading, hidden_date
from frankpledge.language.tokens import Line, read_line

Rule = Callable[[Statement], Target | None]
RULES: tuple[Rule, ...] = (
    read_attendance,
    read_change,
    read_rate,
    read_proportion,
    read_count,
    read_whole,
    read_deadline,
    read_unnumbered,
    read_recurring,
    read_milestone,
)
ABOVE = re.compile(
    r"\s*(?:as|see|same as|per)\s+(?:above|below|previous|before)\W*\Z|"
    r"\s*(?:ditto|do\.|[\"”“]+)\W*\Z",
    re.I,
)
ROW = re.compile(
    r"\s*(?:as|see|as per|same as|covered (?:by|under)|refer to|linked to)\s+"
    r"((?:action|outcome|objective|target|priority|row|aim|point|item|ref)?\.?\s*[0-9]{1,2}(?:\.[0-9]{1,2}){0,2})\W*\Z",
    re.I,
)
NOTHING = re.compile(
    r"\s*(?:n\s*/?\s*a|none|tb[acd]|to be (?:agreed|confirmed|set)|nil|-+|\.+|"
    r"(?:no|none) (?:specific |formal )?(?:targets? ?)?(?:set|agreed|given|stated)?)?\W*\Z",
    re.I,
)
FIGURES = re.compile(
    r"\s*([^\t]{1,200})\t\s*([0-9][0-9,]{0,12})\s*\t\s*([0-9]{1,3}(?:\.[0-9]+)?) ?%"
    r"(?:\t\s*([0-9][0-9,]{0,12})\s*\t\s*([0-9]{1,3}(?:\.[0-9]+)?) ?%)?\s*\Z"
)


def read_target(text: str, context: Context | None = None) -> TargetReading:
    context = context or Context()
    line = read_line(text)
    whole = _whole_cell(text[:1000])
    if whole:
        return TargetReading(text, (judged(whole, context),))
    targets = targets_in(line, scan(line, context), context)
    findings = (Finding("too-long", "Only the first 10,000 characters were read."),) * line.cut
    return TargetReading(text, targets, findings)


def targets_in(line: Line, anchors: list[Anchor], context: Context) -> tuple[Target, ...]:
    """The targets of a text whose times have been found already."""
    found = [_read(statement) for statement in cut_statements(line, anchors)]
    found = found or [Target("none", line.printed)]
    return tuple(judged(target, context) for target in found)


def _read(statement: Statement) -> Target:
    for rule in RULES:
        target = rule(statement)
        if target:
            return _timed(target, statement)
    return _timed(the_rest(statement), statement)


def _timed(target: Target, statement: Statement) -> Target:
    """The target with what its times say: how often, by when, on what condition."""
    times = statement.times
    ends = [
        anchor.end
        for anchor in times
        if anchor.dated and anchor.end and anchor.role not in {"from", "after"}
    ]
    length = next((anchor.every for anchor in times if anchor.kind == "duration"), None)
    rhythm = next((anchor.every for anchor in times if anchor.kind == "every"), None)
    meeting = next((anchor for anchor in times if anchor.kind == "meeting"), None)
    dates = tuple(
        hidden_date(anchor)
        for anchor in (*times, *statement.compared)
        if anchor.dated or anchor.kind in {"duration", "none"}
    )
    return replace(
        target,
        per=target.per or rhythm or _period(length, target) or (meeting.every if meeting else None),
        group=meeting.group if meeting else "",
        deadline=max(ends, default=None),
        condition=next((anchor.condition for anchor in times if anchor.condition), ""),
        hidden_dates=dates,
        findings=target.findings + tuple(found for time in times for found in time.findings),
    )


def _period(length: Every | None, target: Target) -> Every | None:
    counts = target.kind.startswith("count") or target.kind == "rate_ceiling"
    return length if counts else None


def _whole_cell(text: str) -> Target | None:
    """What only the whole cell can say: nothing, a pointer, a row of figures."""
    if NOTHING.match(text):
        return Target("none", text)
    if ABOVE.match(text):
        return Target(
            "reference", text, refers_to="above" if "below" not in text.lower() else "below"
        )
    row = ROW.match(text)
    if row:
        return Target("reference", text, refers_to=row.group(1).strip())
    labelled = from_a_baseline(text) or in_brackets(text)
    if labelled:
        return labelled
    figures = FIGURES.match(text)
    return _figures(text, figures) if figures else None


def _figures(text: str, found: re.Match[str]) -> Target:
    """A row of a table: what, the baseline, the cut aimed at, what became of it."""
    what, baseline, cut, count, share = found.groups()
    actual = f"{count}, {share} %" if count else ""
    return Target(
        "change",
        text,
        number=float(cut),
        unit="%",
        what=what.strip(),
        direction="down",
        baseline=float(baseline.replace(",", "")),
        actual=actual,
        findings=(Finding("assumed", "Read as a row of baseline, target cut and result."),),
    )
