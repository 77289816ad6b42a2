"""One row by its id, reached through its partnership: another's is the same as none."""

from typing import Any

from django.db.models import Model, Q

from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.plan.changes.decisions import hangs_on
from frankpledge.plan.models import (
    Action,
    ActionLink,
    Outcome,
    Placement,
    Plan,
    Priority,
    Revision,
    Standing,
    Timescale,
)


class NotThere(Exception):
    """It does not exist, or it is not this partnership's. Nobody learns which."""


def _one(model: type[Model], where: Q, pk: int, *related: str) -> Any:
    row = model._default_manager.select_related(*related).filter(where, pk=pk).first()
    if row is None:
        raise NotThere
    return row


def plans_of(partnership: Partnership) -> list[Plan]:
    return list(Plan.objects.filter(partnership=partnership))


def plans_with_years(partnership: Partnership) -> list[Plan]:
    return list(Plan.objects.filter(partnership=partnership).prefetch_related("slices"))


def current_plan(partnership: Partnership) -> Plan | None:
    """The adopted plan that runs today, else the one adopted last, else the newest draft."""
    plans = plans_of(partnership)
    for plan in plans:
        plan.partnership = partnership
    day = today()
    running = [p for p in plans if p.is_live and p.starts <= day <= p.ends]
    live = [p for p in plans if p.is_live]
    ended = [p for p in plans if not p.is_draft]
    return next(iter(running or live or ended or plans), None)


def plan_in(partnership: Partnership, pk: int) -> Plan:
    plan: Plan = _one(Plan, Q(partnership=partnership), pk, "follows")
    plan.partnership = partnership
    return plan


def priority_in(partnership: Partnership, pk: int) -> Priority:
    priority: Priority = _one(Priority, Q(plan__partnership=partnership), pk, "plan", "parent")
    priority.plan.partnership = partnership
    return priority


def action_in(partnership: Partnership, pk: int, *, restricted: bool) -> Action:
    """`restricted`: whether the reader may see restricted actions. If not, they are not there."""
    where = Q(plan__partnership=partnership)
    if not restricted:
        where &= ~Q(audience="restricted")
    action: Action = _one(Action, where, pk, "plan", "rating", "carried_from__plan")
    action.plan.partnership = partnership
    return action


def outcome_in(partnership: Partnership, pk: int, *, restricted: bool) -> Outcome:
    where = Q(action__plan__partnership=partnership)
    if not restricted:
        where &= ~Q(action__audience="restricted")
    outcome: Outcome = _one(Outcome, where, pk, "action__plan", "rating")
    outcome.action.plan.partnership = partnership
    return outcome


def placement_in(partnership: Partnership, pk: int) -> Placement:
    where = Q(action__plan__partnership=partnership)
    placement: Placement = _one(Placement, where, pk, "action__plan__partnership", "priority")
    return placement


def timescale_in(partnership: Partnership, pk: int) -> Timescale:
    where = Q(action__plan__partnership=partnership) | Q(
        outcome__action__plan__partnership=partnership
    )
    related = ("action__plan__partnership", "outcome__action__plan__partnership")
    timescale: Timescale = _one(Timescale, where, pk, *related)
    return timescale


def action_of(row: Timescale | Standing) -> Action:
    """The action that a timescale or a saying hangs on, by itself or through its outcome."""
    of = hangs_on(row)
    return of.action if isinstance(of, Outcome) else of


def link_in(partnership: Partnership, pk: int) -> ActionLink:
    where = Q(action__plan__partnership=partnership)
    link: ActionLink = _one(ActionLink, where, pk, "action__plan__partnership", "other")
    return link


def priorities_of(plan: Plan) -> list[Priority]:
    return list(Priority.objects.filter(plan=plan))


def open_actions_of(plan: Plan) -> list[Action]:
    return list(Action.objects.filter(plan=plan).exclude(audience="restricted"))


def drafts_with_priorities(partnership: Partnership) -> list[tuple[Plan, list[Priority]]]:
    """Where a promise can be carried to. Two queries."""
    drafts = Plan.objects.filter(partnership=partnership, status="draft")
    return [(plan, list(plan.priorities.all())) for plan in drafts.prefetch_related("priorities")]


def revisions_of(plan: Plan) -> list[Revision]:
    found = Revision.objects.filter(plan=plan).select_related("action", "priority", "outcome")
    return list(found)
