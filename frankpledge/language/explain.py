"""What was understood, in one plain sentence for the desk."""

from collections.abc import Callable

from frankpledge.language import saying
from frankpledge.language.leads import Lead
from frankpledge.language.status import Status
from frankpledge.language.target_model import Target, TargetReading
from frankpledge.language.timescale import Part, Timescale

LEAST = {"count_at_least": "at least", "count_at_most": "no more than", "count_exactly": ""}


def explain_timescale(reading: Timescale) -> str:
    changed = [part for part in reading.parts if not _superseded(part)]
    said = [_part(part) for part in changed or reading.parts]
    return saying.sentence("; ".join(dict.fromkeys(said)))


def explain_target(reading: TargetReading) -> str:
    said = [
        _target(target)
        for target in reading.targets
        if len(reading.targets) == 1 or target.kind not in {"none", "direction"}
    ]
    return saying.sentence("; ".join(dict.fromkeys(said)) or _target(reading.main))


def explain_leads(leads: list[Lead]) -> str:
    return saying.sentence("; ".join(_lead(lead) for lead in leads)) or "No lead is named"


def explain_status(status: Status) -> str:
    words = [status.state.words]
    if status.colour:
        words.append(status.colour)
    if status.reason and status.reason != status.state.words:
        words.append(status.reason)
    if status.proposed:
        words.append(f"proposed: {status.proposed.words.lower()}")
    return ", ".join(words)


def _part(part: Part) -> str:
    return f"{_when(part)}: {part.deliverable}" if part.deliverable else _when(part)


def _superseded(part: Part) -> bool:
    return any(finding.code == "superseded" for finding in part.findings)


def _when(part: Part) -> str:
    said = WHEN.get(part.kind)
    return said(part) if said else _dated(part)


def _every(part: Part) -> str:
    return saying.every(part.every) if part.every else "again and again"


def _length(part: Part) -> str:
    days = saying.days(part.start, part.end)
    length = f"over {saying.length(part.every)}" if part.every else "over a while"
    return f"{length} ({days})" if days else length


def _on_demand(part: Part) -> str:
    return f"on demand, {part.condition}" if part.condition else "on demand"


def _dated(part: Part) -> str:
    if part.start is None and part.end is None:
        return f"a time that cannot be dated yet ({part.printed})"
    if part.end and (part.role in {"by", "before"} or part.start is None):
        return f"{'until' if part.role == 'until' else 'due by'} {saying.day(part.end)}"
    return saying.days(part.start, part.end)


def _meeting(part: Part) -> str:
    group = part.group
    if part.every and part.every.unit == "meeting":
        return f"at every {group} meeting" if group else "at every meeting"
    when = saying.every(part.every) if part.every else saying.days(part.start, part.end)
    where = f"at the {group} meeting" if group else "at a meeting"
    return f"{where}, {when}" if when else where


def _target(target: Target) -> str:
    said = _measured(target)
    if target.deadline and target.kind not in {"none", "direction", "reference"}:
        said = f"{said} by {saying.day(target.deadline)}"
    return said


def _measured(target: Target) -> str:
    said = MEASURED.get(target.kind)
    return said(target) if said else target.why_not.rstrip(".")


def _rate(target: Target) -> str:
    period = f" {saying.each(target.per)}" if target.per else ""
    base = saying.number(target.base or 1)
    return f"no more than {_amount(target)} in every {base}{period}: {target.what}"


def _recurring(target: Target) -> str:
    return f"{saying.every(target.per)}: {target.what}" if target.per else target.what


def _amount(target: Target) -> str:
    if target.number is None:
        return ""
    upper = f" to {saying.number(target.upper)}" if target.upper is not None else ""
    about = "about " if target.approximate else ""
    return f"{about}{saying.number(target.number)}{upper}"


def _bound(target: Target, bound: str) -> str:
    if target.strict and bound:
        return "more than" if bound == "at least" else "fewer than"
    return "" if target.upper is not None else bound


def _count(target: Target) -> str:
    money = target.unit == "£"
    amount = f"£{_amount(target)}" if money else f"{_amount(target)} {target.unit}"
    per = f" {saying.each(target.per)}" if target.per else ""
    where = f" for {target.denominator}" if target.denominator else ""
    base = f" in every {saying.number(target.base)}" if target.base else ""
    return f"{_bound(target, LEAST[target.kind])} {amount}{base}{where}{per}"


def _proportion(target: Target) -> str:
    bound = "at most" if target.direction == "not above" else "at least"
    bound = "" if target.number in {0, 100} else _bound(target, bound)
    whole = f" of {target.denominator}" if target.denominator else ""
    what = f": {target.what}" if target.what else ""
    return f"{bound} {_amount(target)} %{whole}{what}"


def _change(target: Target) -> str:
    what = target.what or "the figure"
    per = f" {saying.every(target.per)}" if target.per else ""
    against = f" ({target.comparator})" if target.comparator else ""
    if target.number == 0:
        kept = "no rise" if target.direction == "not up" else "no fall"
        return f"{kept} in {what}{per}{against}"
    way = {"up": "raise", "down": "cut"}.get(target.direction, "change")
    if target.reach is not None:
        start = f" from {saying.number(target.baseline)}" if target.baseline is not None else ""
        sign = " %" if target.unit == "%" else ""
        return f"{way} {what}{start} to {saying.number(target.reach)}{sign}{per}{against}"
    unit = {"%": " %", "count": ""}.get(target.unit, f" {target.unit}")
    start = f" from {saying.number(target.baseline)}" if target.baseline is not None else ""
    return f"{way} {what}{start} by {_amount(target)}{unit}{per}{against}"


def _attendance(target: Target) -> str:
    at = f"every {target.group} meeting" if target.group else "every meeting"
    if target.number is not None:
        at = f"{saying.number(target.number)} % of {target.group or 'the'} meetings"
    return f"present at {at}: {target.what}" if target.what else f"present at {at}"


def _lead(lead: Lead) -> str:
    body = lead.organisation or lead.group or ""
    named = [lead.person, lead.post, "" if body in (lead.post or "") else body]
    if lead.everyone:
        named = ["everybody", lead.group or lead.organisation]
    return ", ".join(word for word in dict.fromkeys(named) if word)


WHEN: dict[str, Callable[[Part], str]] = {
    "meeting": _meeting,
    "every": _every,
    "duration": _length,
    "on_demand": _on_demand,
    "open": lambda _: "ongoing, with no end",
    "none": lambda _: "no date given",
}
MEASURED: dict[str, Callable[[Target], str]] = {
    **dict.fromkeys(LEAST, _count),
    "proportion": _proportion,
    "change": _change,
    "rate_ceiling": _rate,
    "recurring": _recurring,
    "attendance": _attendance,
    "milestone": lambda target: f"done or not: {target.what}",
    "reference": lambda target: f"see {target.refers_to}",
}
