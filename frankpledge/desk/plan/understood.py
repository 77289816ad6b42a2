"""What printed words are understood to mean, as a first filling of a form. Never more than that."""

import re
from decimal import Decimal
from typing import Any

from frankpledge.language import (
    Context,
    Every,
    Part,
    Target,
    explain_target,
    explain_timescale,
    read_target,
    read_timescale,
)
from frankpledge.partnership import queries as people
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Plan
from frankpledge.plan.planfile.meaning import COMPARATORS, TIMESCALES, UNITS
from frankpledge.plan.saying import day_words


def context_of(plan: Plan, partnership: Partnership) -> Context:
    groups = [here.place for here in people.groups(partnership)]
    names = [name for place in groups for name in (place.local_name, place.abbreviation) if name]
    return Context(
        plan_start=plan.starts,
        plan_end=plan.ends,
        year_start_month=partnership.year_starts_in,
        groups=names,
    )


def timescale(text: str, plan: Plan, partnership: Partnership) -> tuple[str, dict[str, Any]]:
    """One sentence that says how it is read, and the form filled in by it."""
    reading = read_timescale(text, context_of(plan, partnership))
    notes = [finding.message for finding in reading.all_findings]
    if len(reading.parts) > 1:
        notes.append("There are several in one: add each by itself if they differ.")
    filled = _timescale(reading.parts[0], partnership)
    if filled["kind"] == "date":
        notes.insert(0, f"We take it as due on {day_words(filled['due'])}.")
    said = f"{explain_timescale(reading)}. {' '.join(notes)}".strip()
    return said, {"printed": text, **filled}


def _timescale(part: Part, partnership: Partnership) -> dict[str, Any]:
    kind = TIMESCALES.get(part.kind, "unread")
    if kind == "date" and not part.due:
        kind = "unread"
    if kind == "span" and not (part.start and part.end):
        kind = "unread"
    every = part.every if kind == "every" else None
    if every and every.unit not in UNITS:
        every, kind = _in_months(every), "every"
    return {
        "kind": kind,
        "starts": part.start if kind == "span" else None,
        "due": part.end if kind in ("date", "span") else None,
        "every": every.n if every else None,
        "unit": every.unit if every else "",
        "group": _group(part.group, partnership),
        "condition": part.condition,
    }


def _in_months(every: Every) -> Every:
    return Every(n=every.n * 12, unit="month") if every.unit == "year" else Every(1, "month")


def _group(name: str, partnership: Partnership) -> str:
    for here in people.groups(partnership):
        if name and name.casefold() in (
            here.place.local_name.casefold(),
            here.place.abbreviation.casefold(),
        ):
            return str(here.place.pk)
    return ""


def target(text: str, plan: Plan, partnership: Partnership) -> tuple[str, dict[str, Any]]:
    reading = read_target(text, context_of(plan, partnership))
    main = reading.main
    questions = [f"{question.text} {question.suggestion}" for question in main.questions]
    why_not = [main.why_not] if main.why_not else []
    compounded = [main.compounding.text] if main.compounding else []
    said = " ".join([f"{explain_target(reading)}.", *why_not, *compounded, *questions])
    return said, {"printed": text, **_target(main)}


def _target(main: Target) -> dict[str, Any]:
    return {
        "kind": main.kind.replace("_", "-") if main.kind != "none" else "unread",
        "number": _number(main.number),
        "is_percent": main.unit == "%",
        "direction": main.direction,
        "counts": main.what[:200],
        "of": main.denominator[:200],
        "per": _per(main.per),
        "baseline": _number(main.baseline),
        "comparator": _comparator(main.comparator),
        "deadline": main.deadline,
    }


def _comparator(words: str) -> str:
    found = (kept for pattern, kept in COMPARATORS if re.search(pattern, words, re.IGNORECASE))
    return next(found, "")


def _number(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value)).normalize()


def _per(every: Every | None) -> str:
    if every is None:
        return ""
    return every.unit if every.n == 1 else f"{every.n} {every.unit}s"
