"""How words of a plan change: freely in a draft, by dated revision once adopted."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models

from frankpledge.plan.models import (
    Action,
    Outcome,
    Plan,
    Priority,
    Revision,
    Standing,
    Timescale,
)
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.texts import refuse_unkeepable
from frankpledge.record.told import told

Row = Plan | Priority | Action | Outcome
NewRow = TypeVar("NewRow", bound=models.Model)


@dataclass(frozen=True)
class Decision:
    """Who decided a change to adopted words, when and why."""

    on: datetime.date
    by: str
    why: str


def hangs_on(row: Timescale | Standing) -> Action | Outcome:
    """What a timescale or a saying belongs to: one of the two, as the database makes sure."""
    of = row.action or row.outcome
    if of is None:
        raise TypeError(f"{row!r} belongs to nothing.")
    return of


def plan_of(row: Row) -> Plan:
    if isinstance(row, Plan):
        return row
    if isinstance(row, Outcome):
        return row.action.plan
    return row.plan


def subject_of(row: Row) -> lines.Subject:
    if isinstance(row, Plan):
        return lines.Subject("plan", str(row.pk), row.title)
    if isinstance(row, Priority):
        return lines.Subject("priority", str(row.pk), str(row))
    if isinstance(row, Action):
        return lines.Subject("action", str(row.pk), row.label)
    label = f"outcome {row.number or row.order} of {row.action.label}"
    return lines.Subject("outcome", str(row.pk), label)


def require_open(plan: Plan) -> None:
    plan.refresh_from_db(fields=["status"])  # it may have been closed since it was read
    if not plan.can_change:
        raise Refused(f"This plan is {plan.status}, so it can be read but no longer changed.")


def require_changeable(plan: Plan, decision: Decision | None) -> None:
    require_open(plan)
    if plan.is_live and decision is None:
        raise Refused("The plan is adopted: say who decided this change, when and why.")


def write_line(
    row: Row,
    *,
    by: lines.Author,
    verb: str,
    old: Mapping[str, Any] | None = None,
    new: Mapping[str, Any] | None = None,
    decision: Decision | None = None,
    why: str = "",
) -> None:
    lines.write(
        chain=plan_of(row).partnership.chain,
        by=by,
        verb=verb,
        subject=subject_of(row),
        old=old,
        new=new,
        why=decision.why if decision else why,
    )


def note_revision(
    row: Row,
    *,
    what: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    decision: Decision | None,
    by: lines.Author,
) -> None:
    """Keeps the old words beside the new ones, once there are adopted words to keep."""
    plan = plan_of(row)
    if plan.is_draft or decision is None:
        return
    created(
        Revision,
        plan=plan,
        priority=row if isinstance(row, Priority) else None,
        action=_action_of(row),
        outcome=row if isinstance(row, Outcome) else None,
        what=what,
        old=dict(old),
        new=dict(new),
        decided_on=decision.on,
        decided_by=decision.by,
        why=decision.why,
        made_by=by.record_name,
    )


def _action_of(row: Row) -> Action | None:
    if isinstance(row, Outcome):
        return row.action
    return row if isinstance(row, Action) else None


def rewrite(
    row: Row,
    fields: Mapping[str, Any],
    *,
    version: int,
    what: str,
    verb: str,
    by: lines.Author,
    decision: Decision | None,
) -> None:
    """Changes fields of a row that the writer last saw at `version`."""
    require_changeable(plan_of(row), decision)
    changed = {name: value for name, value in fields.items() if getattr(row, name) != value}
    if not changed and row.version == version:
        return
    old = {name: told(getattr(row, name)) for name in changed}
    save_if_unmoved(row, changed, version=version, shown=fields)
    new = {name: told(value) for name, value in changed.items()}
    note_revision(row, what=what, old=old, new=new, decision=decision, by=by)
    write_line(row, by=by, verb=verb, old=old, new=new, decision=decision)


def checked(row: Any) -> Any:
    """Refuses in words what does not fit its column. SQLite would keep it without a murmur."""
    for field in row._meta.concrete_fields:
        refuse_unkeepable(field.name, getattr(row, field.attname))
    try:
        row.clean_fields(exclude=[f.name for f in row._meta.fields if f.is_relation])
    except ValidationError as error:
        name, messages = next(iter(error.message_dict.items()))
        raise Refused(
            f"{name.replace('_', ' ').capitalize()}: {messages[0]}", field=name
        ) from error
    return row


def created(model: type[NewRow], **fields: Any) -> NewRow:
    row: NewRow = checked(model(**fields))
    row.save(force_insert=True)
    return row


def save_if_unmoved(
    row: Row, changed: Mapping[str, Any], *, version: int, shown: Mapping[str, Any]
) -> None:
    """Saves only onto the version that was read, whoever else is writing at this moment."""
    for name, value in changed.items():
        setattr(row, name, value)
    checked(row)
    rows = type(row)._default_manager.filter(pk=row.pk, version=version)
    if not rows.update(**changed, version=version + 1):
        row.refresh_from_db()
        raise Stale(version=row.version, current={name: getattr(row, name) for name in shown})
    row.version = version + 1


def touch(row: Row, *, version: int | None) -> None:
    """Counts a change to something that hangs on the row, such as its leads."""
    save_if_unmoved(row, {}, version=row.version if version is None else version, shown={})


def next_order(rows: "models.QuerySet[Any]") -> int:
    return (rows.aggregate(most=models.Max("order"))["most"] or 0) + 1


def swap_order(row: Any, rows: list[Any], *, up: bool) -> bool:
    """Moves a row one place among its neighbours. Buttons do this; dragging is never needed."""
    at = next(index for index, other in enumerate(rows) if other.pk == row.pk)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(rows):
        return False
    rows[at], rows[to] = rows[to], rows[at]
    for order, other in enumerate(rows, start=1):
        if other.order != order:
            type(other)._default_manager.filter(pk=other.pk).update(order=order)
            other.order = order
    return True
