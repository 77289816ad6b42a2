"""What the public may see of a plan, field by field. The public face reads nothing else."""

import datetime
from typing import Any

from frankpledge.plan.audience import Audience
from frankpledge.plan.loading import Details, Loaded, load, load_details
from frankpledge.plan.models import (
    Action,
    Lead,
    Outcome,
    Placement,
    Plan,
    Priority,
    Revision,
    Standing,
    Timescale,
)
from frankpledge.plan.naming import shown_to
from frankpledge.plan.saying import figure_in_words, timescale_in_words
from frankpledge.plan.showing import Shown, counted
from frankpledge.record.told import told

Doc = dict[str, Any]
# Revisions of these lists carry names or internal text, so the public is told only that and why.
UNSHOWN_REVISIONS = frozenset({"who answers for it"})


def public_plan(plan: Plan, *, as_at: datetime.date) -> Doc:
    loaded, details = load(plan), load_details(plan)
    shown = {pk for pk, action in loaded.actions.items() if action.audience == "public"}
    return {
        "as_at": as_at.isoformat(),
        "plan": _plan(plan),
        "counts": [
            {**_mark(one), "n": count}
            for one, count in counted(loaded.shown[pk] for pk in sorted(shown))
        ],
        "scale": [
            {
                "label": r.label,
                "meaning": r.meaning,
                "shape": r.shape,
                "colour": r.colour,
            }
            for r in loaded.ratings
            if r.is_current
        ],
        "priorities": [_priority(p, loaded, details, shown) for p in loaded.priorities],
        "actions": {
            str(pk): _action(loaded.actions[pk], loaded, details, shown) for pk in sorted(shown)
        },
    }


def _plan(plan: Plan) -> Doc:
    return {
        "id": plan.pk,
        "title": plan.title,
        "starts": told(plan.starts),
        "ends": told(plan.ends),
        "status": plan.status,
        "introduction": plan.introduction,
        "adopted_on": told(plan.adopted_on),
        "follows": plan.follows.title if plan.follows else "",
        "ended_on": told(plan.ended_on),
        "ended_why": plan.ended_why,
        "slices": [
            {"name": item.name, "starts": told(item.starts), "ends": told(item.ends)}
            for item in plan.slices.all()
        ],
    }


def _mark(shown: Shown) -> Doc:
    return {
        "label": shown.label,
        "shape": shown.shape,
        "colour": shown.colour,
        "is_good": shown.is_good,
        "is_open": shown.is_open,
        "state": shown.state,
        "badness": shown.badness,
    }


def _priority(priority: Priority, loaded: Loaded, details: Details, shown: set[int]) -> Doc:
    placed = [p for p in loaded.placements.get(priority.pk, []) if p.action_id in shown]
    return {
        "id": priority.pk,
        "parent": priority.parent_id,
        "ref": priority.ref,
        "title": priority.title,
        "about": priority.about,
        "indicators": priority.indicators,
        "leads": _leads(loaded.priority_leads.get(priority.pk, []), "lead"),
        "alignments": [
            {"body": a.body, "strategy": a.strategy, "objective": a.objective}
            for a in priority.alignments.all()
        ],
        "struck_on": told(priority.struck_on),
        "struck_why": priority.struck_why,
        "placements": [_placement(item, details) for item in placed],
    }


def _placement(placement: Placement, details: Details) -> Doc:
    hidden = {"lead", "support", "resources", "update"}
    variants = {name: text for name, text in placement.variants.items() if name not in hidden}
    return {
        "action": placement.action_id,
        "ref": placement.ref,
        "is_base": placement.is_base,
        "variants": variants,
        "only_outcomes": sorted(details.only_outcomes.get(placement.pk, ())),
    }


def _action(action: Action, loaded: Loaded, details: Details, shown: set[int]) -> Doc:
    leads = loaded.leads.get(action.pk, [])
    outcomes = loaded.outcomes.get(action.pk, [])
    said: list[tuple[Standing, Outcome | None]] = []
    said += [(s, None) for s in details.action_standings.get(action.pk, [])]
    for outcome in outcomes:
        said += [(s, outcome) for s in details.outcome_standings.get(outcome.pk, [])]
    here = loaded.shown[action.pk]
    return {
        "id": action.pk,
        "ref": action.ref,
        "kind": action.kind,
        "aim": action.aim,
        "words": action.words,
        "points": action.points,
        "leads": _leads(leads, "lead"),
        "support": _leads(leads, "support"),
        "timescales": [_timescale(item) for item in loaded.timescales.get(action.pk, [])],
        "stands": {**_mark(here), "says": here.says, "said_on": told(here.said_on)},
        "outcomes": [_outcome(outcome, loaded, details) for outcome in outcomes],
        "said": [_said(*one, loaded) for one in sorted(said, key=_newest_first)],
        "closed_on": told(action.closed_on),
        "closed_why": action.closed_why,
        "links": [
            {
                "kind": link.get_kind_display(),
                "action": link.other_id,
                "words": link.other.words,
            }
            for link in details.links.get(action.pk, [])
            if link.other_id in shown
        ],
        "revisions": [
            _revision(revision) for revision in details.revisions if revision.action_id == action.pk
        ],
    }


def _newest_first(pair: tuple[Standing, Outcome | None]) -> tuple[int, int]:
    standing, _ = pair
    return -standing.said_on.toordinal(), -standing.pk


def _leads(leads: list[Lead], part: str) -> list[str]:
    names = [shown_to(lead, Audience.PUBLIC) for lead in leads if lead.part == part]
    return list(dict.fromkeys(name for name in names if name))


def _timescale(item: Timescale) -> Doc:
    return {
        "printed": item.printed,
        "says": timescale_in_words(item),
        "due": told(item.due),
        "forecast": told(item.forecast),
    }


def _outcome(outcome: Outcome, loaded: Loaded, details: Details) -> Doc:
    here = loaded.scale.shown(outcome)
    return {
        "id": outcome.pk,
        "number": outcome.number,
        "words": outcome.words,
        "targets": [target.printed for target in details.targets.get(outcome.pk, [])],
        "timescales": [_timescale(item) for item in details.outcome_timescales.get(outcome.pk, [])],
        "stands": {**_mark(here), "said_on": told(here.said_on)},
        "closed_on": told(outcome.closed_on),
        "closed_why": outcome.closed_why,
    }


def _said(standing: Standing, outcome: Outcome | None, loaded: Loaded) -> Doc:
    words = standing.public_words or standing.words
    return {
        "said_on": told(standing.said_on),
        "outcome": outcome.number if outcome else None,
        **_mark(loaded.scale.shown_standing(standing)),
        "words_only": standing.words_only,
        "period": told(standing.period),
        "figure": figure_in_words(standing),
        "words": words if standing.words_are_public else "",
    }


def _revision(revision: Revision) -> Doc:
    quiet = revision.what in UNSHOWN_REVISIONS
    return {
        "what": revision.what,
        "old": {} if quiet else _public_fields(revision.old),
        "new": {} if quiet else _public_fields(revision.new),
        "decided_on": told(revision.decided_on),
        "why": revision.why,
    }


def _public_fields(fields: Doc) -> Doc:
    return {name: value for name, value in fields.items() if name not in ("resources", "variants")}
