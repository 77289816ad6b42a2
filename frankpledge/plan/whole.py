"""The whole plan as one document: what a freeze keeps, and nothing left out."""

from typing import Any

from frankpledge.plan.loading import Details, Loaded, load, load_details
from frankpledge.plan.models import (
    Action,
    Lead,
    Outcome,
    Plan,
    Priority,
    Revision,
    Standing,
    Target,
    Timescale,
)
from frankpledge.plan.naming import in_words
from frankpledge.record.told import told

Doc = dict[str, Any]


def whole_plan(plan: Plan) -> Doc:
    loaded, details = load(plan), load_details(plan)
    return {
        **_fields(
            plan,
            "pk title starts ends status introduction funding_note adopted_on adopted_by "
            "ended_on ended_why",
        ),
        "partnership": plan.partnership.name,
        "follows": plan.follows.title if plan.follows else None,
        "slices": [_fields(item, "name starts ends") for item in plan.slices.all()],
        "ratings": [
            _fields(rating, "pk label meaning shape colour severity is_good implies")
            for rating in loaded.ratings
        ],
        "priorities": [_priority(priority, loaded, details) for priority in loaded.priorities],
        "actions": [_action(action, loaded, details) for action in loaded.actions.values()],
        "revisions": [_revision(revision) for revision in details.revisions],
    }


def _fields(row: Any, names: str) -> Doc:
    return {name: told(getattr(row, name)) for name in names.split()}


def _priority(priority: Priority, loaded: Loaded, details: Details) -> Doc:
    return {
        **_fields(priority, "pk parent_id ref title about indicators struck_on struck_why"),
        "leads": [_lead(lead) for lead in loaded.priority_leads.get(priority.pk, [])],
        "alignments": [
            _fields(alignment, "body strategy objective") for alignment in priority.alignments.all()
        ],
        "placements": [
            {
                **_fields(placement, "action_id ref is_base variants"),
                "only_outcomes": sorted(details.only_outcomes.get(placement.pk, ())),
            }
            for placement in loaded.placements.get(priority.pk, [])
        ],
    }


def _action(action: Action, loaded: Loaded, details: Details) -> Doc:
    return {
        **_fields(
            action,
            "pk ref kind aim words points resources audience carried_from_id state rating_id "
            "said_on closed_on closed_by closed_why",
        ),
        "leads": [_lead(lead) for lead in loaded.leads.get(action.pk, [])],
        "timescales": [_timescale(item) for item in loaded.timescales.get(action.pk, [])],
        "outcomes": [_outcome(outcome, details) for outcome in loaded.outcomes.get(action.pk, [])],
        "standings": _standings(details.action_standings.get(action.pk, [])),
        "links": [_fields(link, "kind other_id note") for link in details.links.get(action.pk, [])],
    }


def _outcome(outcome: Outcome, details: Details) -> Doc:
    return {
        **_fields(
            outcome,
            "pk number words state rating_id said_on closed_on closed_by closed_why",
        ),
        "targets": [_target(target) for target in details.targets.get(outcome.pk, [])],
        "timescales": [_timescale(item) for item in details.outcome_timescales.get(outcome.pk, [])],
        "standings": _standings(details.outcome_standings.get(outcome.pk, [])),
    }


def _lead(lead: Lead) -> Doc:
    return {
        **_fields(lead, "part everyone printed name_is_public"),
        "who": in_words(lead),
    }


def _timescale(item: Timescale) -> Doc:
    return {
        **_fields(
            item,
            "printed kind starts due every unit condition forecast forecast_why group",
        ),
    }


def _target(target: Target) -> Doc:
    doc = _fields(
        target,
        "printed kind is_percent direction counts of per baseline_says comparator deadline",
    )
    for name in ("number", "baseline"):
        value = getattr(target, name)
        doc[name] = None if value is None else f"{value.normalize():f}"
    return doc


def _standings(rows: list[Standing]) -> list[Doc]:
    names = (
        "state rating words words_only words_are_public public_words condition said_on said_by "
        "said_by_is_name typed_by period figure of no_figure_because"
    )
    return [_fields(row, names) for row in rows]


def _revision(revision: Revision) -> Doc:
    return _fields(
        revision,
        "priority_id action_id outcome_id what old new decided_on decided_by why made_by",
    )
