"""A whole plan in memory, in a number of queries that does not grow with it."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from frankpledge.partnership.models import Rating
from frankpledge.plan.models import (
    Action,
    ActionLink,
    Lead,
    Outcome,
    Placement,
    Plan,
    Priority,
    Revision,
    Standing,
    Target,
    Timescale,
)
from frankpledge.plan.showing import Scale, Shown

LEAD_PARTS = (
    "organisation",
    "post__organisation",
    "person__organisation",
    "group",
)


@dataclass
class Loaded:
    plan: Plan
    priorities: list[Priority]
    placements: dict[int, list[Placement]]  # by priority
    actions: dict[int, Action]
    outcomes: dict[int, list[Outcome]]  # by action
    leads: dict[int, list[Lead]]  # by action
    priority_leads: dict[int, list[Lead]]
    timescales: dict[int, list[Timescale]]  # by action
    ratings: list[Rating]
    scale: Scale
    shown: dict[int, Shown]  # by action


def load(plan: Plan) -> Loaded:
    placements, actions = _placements(plan)
    leads = _leads(plan)
    outcomes = grouped(Outcome.objects.filter(action__plan=plan), "action_id")
    ratings = list(Rating.objects.filter(partnership=plan.partnership_id))
    scale = Scale(ratings)
    return Loaded(
        plan=plan,
        priorities=list(Priority.objects.filter(plan=plan)),
        placements=placements,
        actions=actions,
        outcomes=outcomes,
        leads=_by(leads, "action_id"),
        priority_leads=_by(leads, "priority_id"),
        timescales=grouped(
            Timescale.objects.filter(action__plan=plan).select_related("group"), "action_id"
        ),
        ratings=ratings,
        scale=scale,
        shown={pk: scale.of_action(action, outcomes.get(pk, ())) for pk, action in actions.items()},
    )


def _leads(plan: Plan) -> list[Lead]:
    """Of actions and priorities in one query. An OR over both would read every plan's leads."""
    both = Lead.objects.select_related(*LEAD_PARTS).order_by()
    found = both.filter(action__plan=plan).union(both.filter(priority__plan=plan), all=True)
    return sorted(found, key=lambda lead: (lead.order, lead.pk))


def _by(rows: list[Lead], name: str) -> dict[int, list[Lead]]:
    found: dict[int, list[Lead]] = defaultdict(list)
    for row in rows:
        if owner := getattr(row, name):
            found[owner].append(row)
    return dict(found)


def _placements(plan: Plan) -> tuple[dict[int, list[Placement]], dict[int, Action]]:
    by_priority: dict[int, list[Placement]] = defaultdict(list)
    actions: dict[int, Action] = {}
    for placement in Placement.objects.filter(action__plan=plan).select_related("action"):
        # One object per action, however many priorities it stands under.
        placement.action = actions.setdefault(placement.action_id, placement.action)
        by_priority[placement.priority_id].append(placement)
    return by_priority, actions


@dataclass
class Details:
    """What a freeze needs besides: everything that hangs on actions, outcomes and priorities."""

    targets: dict[int, list[Target]] = field(default_factory=dict)
    outcome_timescales: dict[int, list[Timescale]] = field(default_factory=dict)
    action_standings: dict[int, list[Standing]] = field(default_factory=dict)
    outcome_standings: dict[int, list[Standing]] = field(default_factory=dict)
    revisions: list[Revision] = field(default_factory=list)
    links: dict[int, list[ActionLink]] = field(default_factory=dict)
    only_outcomes: dict[int, set[int]] = field(default_factory=dict)  # by placement


def load_details(plan: Plan) -> Details:
    standings = Standing.objects.select_related("rating")
    return Details(
        targets=grouped(Target.objects.filter(outcome__action__plan=plan), "outcome_id"),
        outcome_timescales=grouped(
            Timescale.objects.filter(outcome__action__plan=plan).select_related("group"),
            "outcome_id",
        ),
        action_standings=grouped(standings.filter(action__plan=plan), "action_id"),
        outcome_standings=grouped(standings.filter(outcome__action__plan=plan), "outcome_id"),
        revisions=list(Revision.objects.filter(plan=plan)),
        links=grouped(
            ActionLink.objects.filter(action__plan=plan).select_related("other__plan"),
            "action_id",
        ),
        only_outcomes=_only_outcomes(plan),
    )


def _only_outcomes(plan: Plan) -> dict[int, set[int]]:
    through: Any = Placement.only_outcomes.through
    found: dict[int, set[int]] = defaultdict(set)
    rows = through.objects.filter(placement__action__plan=plan)
    for placement, outcome in rows.values_list("placement_id", "outcome_id"):
        found[placement].add(outcome)
    return found


def grouped(rows, by):  # type: ignore[no-untyped-def]
    """Rows in their own order, by the id of what they hang on."""
    found = defaultdict(list)
    for row in rows:
        found[getattr(row, by)].append(row)
    return dict(found)
