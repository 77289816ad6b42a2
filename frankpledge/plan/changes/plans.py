"""The plan itself: drafted, adopted, published, closed."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.plan.changes.decisions import (
    Decision,
    checked,
    created,
    require_open,
    rewrite,
    write_line,
)
from frankpledge.plan.changes.turns import change
from frankpledge.plan.models import Action, ActionLink, Plan, PlanSlice, Source, Standing
from frankpledge.record import freezes, lines
from frankpledge.record.errors import Refused
from frankpledge.record.models import Freeze

Slice = tuple[str, datetime.date, datetime.date]


@change
def draft_plan(
    *,
    partnership: Partnership,
    title: str,
    starts: datetime.date,
    ends: datetime.date,
    by: lines.Author,
    follows: Plan | None = None,
    introduction: str = "",
    funding_note: str = "",
) -> Plan:
    _require_period(starts, ends)
    if (
        follows
        and follows.partnership_id != partnership.pk
        and not _is_forebear(follows.partnership, partnership)
    ):
        raise Refused("A plan follows one of its own partnership, or of one it succeeded.")
    plan = created(
        Plan,
        partnership=partnership,
        title=title,
        starts=starts,
        ends=ends,
        follows=follows,
        introduction=introduction,
        funding_note=funding_note,
    )
    dates = {"starts": starts.isoformat(), "ends": ends.isoformat()}
    write_line(plan, by=by, verb="plan.drafted", new={"title": title, **dates})
    return plan


def _is_forebear(earlier: Partnership, later: Partnership) -> bool:
    return later.successions_in.filter(predecessor=earlier).exists()


def _require_period(starts: datetime.date, ends: datetime.date) -> None:
    if ends < starts:
        raise Refused("The plan must end after it starts.", field="ends")


@change
def describe_plan(
    *,
    plan: Plan,
    version: int,
    by: lines.Author,
    decision: Decision | None = None,
    **fields: Any,
) -> None:
    """Changes title, period, introduction or funding note."""
    _require_period(fields.get("starts", plan.starts), fields.get("ends", plan.ends))
    rewrite(
        plan,
        fields,
        version=version,
        what="the plan's own words",
        verb="plan.described",
        by=by,
        decision=decision,
    )


@change
def set_slices(*, plan: Plan, slices: Sequence[Slice], by: lines.Author) -> None:
    require_open(plan)
    _require_slices(plan, slices)
    old = [item.name for item in plan.slices.all()]
    plan.slices.all().delete()
    for name, starts, ends in slices:
        created(PlanSlice, plan=plan, name=name, starts=starts, ends=ends)
    names = [name for name, _, _ in slices]
    write_line(plan, by=by, verb="plan.sliced", old={"slices": old}, new={"slices": names})


def _require_slices(plan: Plan, slices: Sequence[Slice]) -> None:
    for (_, starts, ends), following in zip(slices, [*slices[1:], None], strict=True):
        if starts < plan.starts or ends > plan.ends or ends < starts:
            raise Refused("Each year of the plan must lie inside the plan.")
        if following and following[1] <= ends:
            raise Refused("The years of the plan may not overlap.")


@change
def adopt(*, plan: Plan, on: datetime.date, decided_by: str, by: lines.Author) -> Freeze:
    """From here on its words change only by dated revision. Makes the first freeze."""
    if not plan.is_draft:
        raise Refused(f"This plan is already {plan.status}.")
    if not plan.actions.exists():
        raise Refused("A plan needs at least one action before it can be adopted.")
    if on > today():
        raise Refused("The day of adoption cannot be in the future.", field="on")
    plan.status, plan.adopted_on, plan.adopted_by = "adopted", on, decided_by
    _save(plan)
    _supersede_overlapping(plan, by)
    write_line(
        plan,
        by=by,
        verb="plan.adopted",
        new={"on": on.isoformat(), "decided by": decided_by},
    )
    return _freeze(plan, by=by, why=f"Adopted {on.isoformat()}, {decided_by}")


def _save(plan: Plan) -> None:
    """A new standing of a plan that was read in this turn."""
    plan.version += 1
    checked(plan).save()


def _supersede_overlapping(plan: Plan, by: lines.Author) -> None:
    live = Plan.objects.filter(partnership=plan.partnership, status="adopted").exclude(pk=plan.pk)
    for earlier in live.filter(ends__gte=plan.starts, starts__lte=plan.ends):
        earlier.status = "superseded"
        earlier.ended_on = plan.adopted_on
        earlier.ended_why = f"Superseded by {plan.title}"[:300]
        _save(earlier)
        write_line(earlier, by=by, verb="plan.superseded", new={"by": plan.title})
        _freeze(earlier, by=by, why=earlier.ended_why)


@change
def publish(*, plan: Plan, by: lines.Author, why: str) -> Freeze:
    """A further freeze: what changed or was said since the last goes on the public face."""
    if plan.is_draft:
        raise Refused("A draft is not published: adopt it first.")
    return _freeze(plan, by=by, why=why)


def _freeze(plan: Plan, *, by: lines.Author, why: str) -> Freeze:
    return freezes.make(
        kind="plan",
        subject=plan,
        subject_id=str(plan.pk),
        name=plan.title,
        chain=plan.partnership.chain,
        by=by,
        why=why,
    )


@change
def close(*, plan: Plan, on: datetime.date, why: str, by: lines.Author) -> Freeze:
    if not plan.is_live:
        raise Refused("Only an adopted plan can be closed.")
    plan.status, plan.ended_on, plan.ended_why = "closed", on, why
    _save(plan)
    write_line(plan, by=by, verb="plan.closed", new={"on": on.isoformat()}, why=why)
    return _freeze(plan, by=by, why=why)


def _came_with(plan: Plan) -> Q:
    """What a document said when the plan was made of it; nobody has said it here."""
    source = Source.objects.filter(plan=plan).first()
    return Q(made_at__lte=source.taken_at) if source else Q(pk__in=())


@change
def remove_draft(*, plan: Plan, by: lines.Author, why: str) -> None:
    """A draft that was never adopted may go; the record keeps that it was there."""
    if not plan.is_draft:
        raise Refused("A plan that was adopted is never removed.")
    if plan.followers.exists():
        raise Refused("Another plan is said to follow this one. Remove that one first.")
    said = Q(action__plan=plan) | Q(outcome__action__plan=plan)
    came_with_it = _came_with(plan)
    if Standing.objects.filter(said).exclude(came_with_it).exists():
        raise Refused("Somebody has already said how a promise of this draft stands, so it stays.")
    write_line(plan, by=by, verb="plan.removed", old={"title": plan.title}, why=why)
    Standing.objects.filter(said).delete()
    ActionLink.objects.filter(Q(action__plan=plan) | Q(other__plan=plan)).delete()
    Action.objects.filter(carried_from__plan=plan).update(carried_from=None)
    for action in plan.actions.all():
        action.outcomes.all().delete()
        action.delete()
    for priority in plan.priorities.order_by("-parent_id"):
        priority.children.update(parent=None)
    plan.priorities.all().delete()
    plan.delete()
