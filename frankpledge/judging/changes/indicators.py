"""Indicators that a partnership adds to the library's."""

from typing import Any

from frankpledge.figures.periods import read_period
from frankpledge.judging.changes.turns import change
from frankpledge.judging.indicators import faults_of
from frankpledge.judging.library import library
from frankpledge.judging.models import Indicator
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.plan.changes.decisions import checked, created
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.told import told

FIELDS = (
    "name",
    "counts",
    "polarity",
    "source",
    "of",
    "denominator",
    "unit",
    "lag_months",
    "provisional_months",
    "suppress_below",
    "breaks",
    "author",
    "checker",
    "next_review",
    "note",
)


@change
def add_indicator(
    *, partnership: Partnership, key: str, by: lines.Author, **given: Any
) -> Indicator:
    if key in library():
        raise Refused("The library has one of this word: choose another.", field="key")
    if Indicator.objects.filter(partnership=partnership, key=key).exists():
        raise Refused("There is one of this word already.", field="key")
    _require_sound(Indicator(partnership=partnership, key=key, **given))
    made = created(Indicator, partnership=partnership, key=key, **given)
    _tell(made, "indicator.added", by, {}, given)
    return made


@change
def change_indicator(
    *, indicator: Indicator, version: int, by: lines.Author, why: str = "", **given: Any
) -> Indicator:
    if indicator.version != version:
        current = {name: getattr(indicator, name) for name in given}
        raise Stale(version=indicator.version, current=current)
    changed = {name: value for name, value in given.items() if getattr(indicator, name) != value}
    if not changed:
        return indicator
    old = {name: getattr(indicator, name) for name in changed}
    for name, value in changed.items():
        setattr(indicator, name, value)
    _require_sound(indicator)
    indicator.version += 1
    checked(indicator).save()
    _tell(indicator, "indicator.changed", by, old, changed, why)
    return indicator


@change
def retire_indicator(*, indicator: Indicator, why: str, by: lines.Author) -> Indicator:
    """Kept as history; what was judged by it then stays as it was."""
    if indicator.retired_on is not None:
        raise Refused("It is kept as history already.")
    if not why.strip():
        raise Refused("Say why it is no longer counted.", field="why")
    indicator.retired_on, indicator.retired_why = today(), why
    indicator.version += 1
    checked(indicator).save()
    _tell(indicator, "indicator.retired", by, {}, {"retired": indicator.retired_on}, why)
    return indicator


def _require_sound(row: Indicator) -> None:
    for month in row.breaks:
        found = read_period(month)
        if found is None or found.months != 1:
            raise Refused(f"{month} is not a month: write it as 2026-04.", field="breaks")
    fault = next(iter(faults_of(row.defined())), None)
    if fault:
        raise Refused(f"The indicator cannot be kept: {fault}.", field=_field(fault))


def _field(fault: str) -> str:
    return next((name for name in ("checker", "author", "name", "counts") if name in fault), "")


def _tell(
    row: Indicator,
    verb: str,
    by: lines.Author,
    old: dict[str, Any],
    new: dict[str, Any],
    why: str = "",
) -> None:
    lines.write(
        chain=row.partnership.chain,
        by=by,
        verb=verb,
        subject=lines.Subject("indicator", str(row.pk), row.name),
        old=told(old),
        new=told(new),
        why=why,
    )
