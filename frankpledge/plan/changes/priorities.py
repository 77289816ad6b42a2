"""The headings of a plan."""

import datetime
from collections.abc import Sequence
from typing import Any

from frankpledge.plan.changes.decisions import (
    Decision,
    created,
    next_order,
    note_revision,
    require_changeable,
    require_open,
    rewrite,
    save_if_unmoved,
    swap_order,
    touch,
    write_line,
)
from frankpledge.plan.changes.turns import change
from frankpledge.plan.models import Alignment, Plan, Priority
from frankpledge.record import lines
from frankpledge.record.errors import Refused

Aligned = tuple[str, str, str]  # body, strategy, objective


@change
def add_priority(
    *,
    plan: Plan,
    title: str,
    by: lines.Author,
    ref: str = "",
    parent: Priority | None = None,
    about: str = "",
    indicators: Sequence[str] = (),
    decision: Decision | None = None,
) -> Priority:
    require_changeable(plan, decision)
    _require_parent(plan, parent, of=None)
    priority = created(
        Priority,
        plan=plan,
        title=title,
        ref=ref,
        parent=parent,
        about=about,
        indicators=list(indicators),
        order=next_order(plan.priorities.all()),
    )
    new = {"ref": ref, "title": title}
    note_revision(priority, what="added", old={}, new=new, decision=decision, by=by)
    write_line(priority, by=by, verb="priority.added", new=new, decision=decision)
    return priority


def _require_parent(plan: Plan, parent: Priority | None, *, of: Priority | None) -> None:
    above = dict(Priority.objects.filter(plan=plan).values_list("pk", "parent_id"))
    here = parent.pk if parent else None
    while here is not None:
        if here not in above:
            raise Refused("A priority stands under one of the same plan.", field="parent")
        if of is not None and here == of.pk:
            raise Refused("A priority cannot stand under itself.", field="parent")
        here = above[here]


@change
def change_priority(
    *,
    priority: Priority,
    version: int,
    by: lines.Author,
    decision: Decision | None = None,
    **fields: Any,
) -> None:
    if "parent" in fields:
        _require_parent(priority.plan, fields["parent"], of=priority)
    rewrite(
        priority,
        fields,
        version=version,
        what="the priority",
        verb="priority.changed",
        by=by,
        decision=decision,
    )


@change
def move_priority(*, priority: Priority, up: bool, by: lines.Author) -> None:
    priority.refresh_from_db(fields=["parent"])
    siblings = list(Priority.objects.filter(plan_id=priority.plan_id, parent_id=priority.parent_id))
    if swap_order(priority, siblings, up=up):
        write_line(
            priority,
            by=by,
            verb="priority.moved",
            new={"direction": "up" if up else "down"},
        )


@change
def align(
    *,
    priority: Priority,
    aligned: Sequence[Aligned],
    by: lines.Author,
    version: int | None = None,
) -> None:
    require_open(priority.plan)
    touch(priority, version=version)
    old = [_line(a.body, a.strategy, a.objective) for a in priority.alignments.all()]
    priority.alignments.all().delete()
    for body, strategy, objective in aligned:
        created(Alignment, priority=priority, body=body, strategy=strategy, objective=objective)
    new = [_line(*item) for item in aligned]
    write_line(
        priority,
        by=by,
        verb="priority.aligned",
        old={"aligned": old},
        new={"aligned": new},
    )


def _line(body: str, strategy: str, objective: str) -> str:
    return ": ".join(part for part in (body, strategy, objective) if part)


@change
def strike_priority(
    *, priority: Priority, on: datetime.date, decision: Decision, by: lines.Author
) -> None:
    require_changeable(priority.plan, decision)
    if Priority.objects.filter(pk=priority.pk, struck_on__isnull=False).exists():
        raise Refused("This priority was already struck.")
    save_if_unmoved(
        priority,
        {"struck_on": on, "struck_why": decision.why[:300]},
        version=priority.version,
        shown={},
    )
    new = {"struck on": on.isoformat()}
    note_revision(priority, what="struck", old={}, new=new, decision=decision, by=by)
    write_line(priority, by=by, verb="priority.struck", new=new, decision=decision)


@change
def remove_priority(*, priority: Priority, by: lines.Author) -> None:
    if not priority.plan.is_draft:
        raise Refused("This priority was adopted, so it is struck and not removed.")
    if priority.placements.exists() or priority.children.exists():
        raise Refused("Move or remove what stands under this priority first.")
    write_line(priority, by=by, verb="priority.removed", old={"title": priority.title})
    priority.delete()
