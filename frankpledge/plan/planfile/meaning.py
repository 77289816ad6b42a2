"""Printed words as rows: by when, and how much."""

import re
from typing import Any

from frankpledge.language import Context, Every, Part, Target, read_target, read_timescale
from frankpledge.plan.models import Target as TargetRow
from frankpledge.plan.models import Timescale as TimescaleRow
from frankpledge.plan.planfile.fitting import clipped, decimal, small
from frankpledge.plan.planfile.who import Known

# How the reader's kinds are kept. A month or a season promises its last day.
TIMESCALES = {
    "date": "date",
    "month": "date",
    "season": "date",
    "milestone": "date",
    "span": "span",
    "financial_year": "span",
    "plan_year": "span",
    "duration": "span",
    "every": "every",
    "meeting": "meeting",
    "on_demand": "on-demand",
    "open": "open",
}
UNITS = {unit for unit, _ in TimescaleRow.UNITS}
TARGETS = {kind for kind, _ in TargetRow.KINDS}
# What a target is compared with, by the words that say so. The first that fits.
COMPARATORS = [
    (r"baseline", "baseline"),
    (r"\b(last|previous|preceding) year|year before|same (period|quarter|month)", "year-before"),
    (r"\b(last|previous|preceding)\b|before", "before"),
]


def timescales_of(printed: str, context: Context, people: Known) -> list[TimescaleRow]:
    parts = read_timescale(printed, context).parts
    texts = _texts_of(printed, len(parts), context)
    return [_timescale(part, text, people) for part, text in zip(parts, texts, strict=True)]


def _texts_of(printed: str, count: int, context: Context) -> list[str]:
    """Each time with its own words where semicolons part them: else all of them with each."""
    texts = [text.strip() for text in printed.split(";")]
    if len(texts) == count and all(len(read_timescale(t, context).parts) == 1 for t in texts):
        return texts
    return [printed] * count


def _timescale(part: Part, printed: str, people: Known) -> TimescaleRow:
    kind = TIMESCALES.get(part.kind, "unread")
    if (kind == "date" and not part.due) or (kind == "span" and not (part.start and part.end)):
        kind = "unread"
    every = _kept_every(part.every) if kind == "every" else None
    span = kind == "span" and part.start and part.end and part.start <= part.end
    return TimescaleRow(
        printed=clipped(printed, 300),
        kind=kind,
        starts=part.start if span else None,
        due=part.end if kind in ("date", "span") else None,
        every=small(every.n) if every else None,
        unit=every.unit if every else "",
        group=people.group(part.group),
        condition=clipped(part.condition, 200),
    )


def _kept_every(every: Every | None) -> Every | None:
    if every is None or every.unit in UNITS:
        return every
    return Every(n=every.n * 12, unit="month") if every.unit == "year" else Every(1, "month")


def targets_of(printed: str, context: Context) -> list[TargetRow]:
    read = read_target(printed, context).targets
    return [_target(target) for target in read if target.kind != "none"]


def _target(read: Target) -> TargetRow:
    kind = read.kind.replace("_", "-")
    return TargetRow(
        printed=clipped(read.printed, 500),
        kind=kind if kind in TARGETS else "unread",
        number=decimal(read.number),
        is_percent=read.unit == "%",
        direction=read.direction if read.direction in ("up", "down") else "",
        counts=clipped(read.what, 200),
        of=clipped(read.denominator, 200),
        per=clipped(_per(read.per), 60),
        baseline=decimal(read.baseline),
        comparator=_comparator(read.comparator),
        deadline=read.deadline,
    )


def _comparator(words: str) -> str:
    found = (kept for pattern, kept in COMPARATORS if re.search(pattern, words, re.IGNORECASE))
    return next(found, "")


def _per(every: Every | None) -> str:
    if every is None:
        return ""
    return every.unit if every.n == 1 else f"{every.n} {every.unit}s"


def kept_rows(model: Any, listed: list[dict[str, Any]], people: Known) -> list[Any]:
    """Rows that an earlier plan kept, as its own file tells them."""
    rows = []
    for each in listed:
        fields = {name: _value(model, name, value) for name, value in each.items()}
        if "group" in fields:
            fields["group"] = people.group(each["group"])
        rows.append(model(**fields))
    return rows


def _value(model: Any, name: str, value: Any) -> Any:
    return None if name == "group" else model._meta.get_field(name).to_python(value)
