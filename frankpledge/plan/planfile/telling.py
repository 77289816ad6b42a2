"""The rows of a plan as the entries of a plan file: how it stands now, in its own words."""

from collections.abc import Iterable
from typing import Any

from frankpledge.language.states import State
from frankpledge.plan.loading import Details, Loaded
from frankpledge.plan.models import (
    Action,
    Lead,
    Outcome,
    Placement,
    Plan,
    Priority,
    Standing,
    Target,
    Timescale,
)
from frankpledge.plan.naming import in_words
from frankpledge.plan.planfile.stands import COLOURS, WHOLE_ROW
from frankpledge.plan.planfile.variants import as_fields
from frankpledge.plan.saying import day_words
from frankpledge.record.told import told

Entry = dict[str, Any]
SHADES = {ours: printed for printed, ours in COLOURS.items()}
WHEN = "printed kind starts due every unit condition forecast forecast_why"
TARGET = "printed kind is_percent direction counts of per baseline_says comparator deadline"
SAID = (
    "state words words_only condition said_on said_by said_by_is_name period figure of "
    "no_figure_because"
)


def plan_entry(plan: Plan) -> Entry:
    period = f"{day_words(plan.starts)} to {day_words(plan.ends)}"
    found: Entry = {
        "title": plan.title,
        "partnership": plan.partnership.name,
        "period": {"text": period, "start": told(plan.starts), "end": told(plan.ends)},
        "introduction": plan.introduction,
        "funding_note": plan.funding_note,
        "years": [_fields(each, "name starts ends") for each in plan.slices.all()],
    }
    for name in ("introduction", "funding_note", "years"):
        if not found[name]:
            del found[name]
    return found


def priority_entry(priority: Priority, loaded: Loaded, ids: dict[int, str]) -> Entry:
    leads = loaded.priority_leads.get(priority.pk, [])
    found: Entry = {
        "ref": priority.ref or None,
        "title": priority.title,
        "parent": ids.get(priority.parent_id or 0),
        "lead": _printed(leads) or None,
        "indicators": list(priority.indicators),
    }
    extra = {
        "about": priority.about,
        "leads": [_lead(lead) for lead in leads],
        "alignments": [_fields(a, "body strategy objective") for a in priority.alignments.all()],
    }
    return found | {name: value for name, value in extra.items() if value}


def action_entry(
    action: Action,
    placements: list[Placement],
    loaded: Loaded,
    details: Details,
    ids: dict[int, str],
) -> Entry:
    leads = loaded.leads.get(action.pk, [])
    helping = [lead for lead in leads if lead.part == "support"]
    leading = [lead for lead in leads if lead.part == "lead"]
    timescales = loaded.timescales.get(action.pk, [])
    standings = oldest_first(details.action_standings.get(action.pk, []))
    updates = [_update(each) for each in standings if each.words]
    newest = updates[-1] if updates else _of_outcomes(action, loaded, details)
    found: Entry = {
        "ref": action.ref or None,
        "priorities": [ids[each.priority_id] for each in placements],
        "aim": action.aim or None,
        "action": action.words,
        "lead": _printed(leading) or None,
        "support": _printed(helping) or None,
        "leads": [_lead(lead) for lead in leading],
        "timescale": "; ".join(dict.fromkeys(each.printed for each in timescales)) or None,
        "resources": list(action.resources),
        "outcomes": [],
        "update": {name: newest[name] for name in ("text", "as_at")} if newest else None,
        "status": None if loaded.outcomes.get(action.pk) else _status(action, loaded),
        "updates": updates if len(updates) > 1 else [],
        "variants": {},
        "printed": [],
        "as_printed": {},
    }
    _variants(found, action, placements, loaded, details, ids)
    extra = {
        "kind": action.kind if action.kind != "core" else "",
        "points": action.points,
        "audience": action.audience if action.audience != "public" else "",
        "supports": [_lead(lead) for lead in helping],
        "timescales": [_when(each) for each in timescales],
        "said": [_said(each, loaded) for each in standings],
        "closed": _closed(action),
    }
    return found | {name: value for name, value in extra.items() if value}


def outcome_entry(outcome: Outcome, loaded: Loaded, details: Details) -> Entry:
    standings = oldest_first(details.outcome_standings.get(outcome.pk, []))
    extra = {
        "targets": [_target(each) for each in details.targets.get(outcome.pk, [])],
        "timescales": [_when(each) for each in details.outcome_timescales.get(outcome.pk, [])],
        "said": [_said(each, loaded) for each in standings],
        "closed": _closed(outcome),
    }
    found: Entry = {
        "number": outcome.number,
        "text": outcome.words,
        "status": _status(outcome, loaded),
    }
    return found | {name: value for name, value in extra.items() if value or name == "targets"}


def _of_outcomes(action: Action, loaded: Loaded, details: Details) -> Entry | None:
    """What was last said of its outcomes, where nothing was said of the action itself."""
    said = [
        each
        for outcome in loaded.outcomes.get(action.pk, [])
        for each in details.outcome_standings.get(outcome.pk, [])
        if each.words and each.words != WHOLE_ROW
    ]
    if not said:
        return None
    newest = max(each.said_on for each in said)
    words = [each.words for each in said if each.said_on == newest]
    return {"text": " ".join(dict.fromkeys(words)), "as_at": told(newest)}


def oldest_first(standings: Iterable[Standing]) -> list[Standing]:
    return sorted(standings, key=lambda each: (each.said_on, each.pk))


def _variants(
    found: Entry,
    action: Action,
    placements: list[Placement],
    loaded: Loaded,
    details: Details,
    ids: dict[int, str],
) -> None:
    for placement in placements[1:]:
        differs = as_fields(placement.variants)
        only = details.only_outcomes.get(placement.pk, set())
        if only:
            rows = [each for each in loaded.outcomes.get(action.pk, []) if each.pk in only]
            differs["outcomes"] = [
                {"number": each.number, "text": each.words, "status": _status(each, loaded)}
                for each in rows
            ]
        if placement.ref != action.ref:
            differs["ref"] = placement.ref or None
        if differs:
            found["variants"][ids[placement.priority_id]] = differs


def _fields(row: Any, names: str) -> Entry:
    return {name: told(getattr(row, name)) for name in names.split()}


def _filled(row: Any, names: str) -> Entry:
    found = _fields(row, names)
    return {name: each for name, each in found.items() if each not in (None, "", False)}


def _printed(leads: list[Lead]) -> str:
    return "; ".join(dict.fromkeys(lead.printed or in_words(lead) for lead in leads))


def _lead(lead: Lead) -> Entry:
    found: Entry = {
        "organisation": lead.organisation.name if lead.organisation else None,
        "person": lead.person.name if lead.person else None,
        "post": lead.post.title if lead.post else None,
        "group": lead.group.local_name if lead.group else None,
    }
    extra = {"everyone": lead.everyone, "name_is_public": lead.name_is_public}
    told = {name: value for name, value in extra.items() if value}
    return found | told | {"printed": lead.printed}


def _when(each: Timescale) -> Entry:
    group = {"group": each.group.local_name} if each.group else {}
    return _filled(each, WHEN) | group


def _target(each: Target) -> Entry:
    numbers = {"number": each.number, "baseline": each.baseline}
    kept = {name: f"{value.normalize():f}" for name, value in numbers.items() if value is not None}
    return _filled(each, TARGET) | kept


def _update(each: Standing) -> Entry:
    return {"text": each.words, "as_at": told(each.said_on), "period": None}


def _said(each: Standing, loaded: Loaded) -> Entry:
    rating = next((one.label for one in loaded.ratings if one.pk == each.rating_id), None)
    return _filled(each, SAID) | ({"rating": rating} if rating else {})


def _closed(row: Action | Outcome) -> Entry | None:
    if row.state not in (State.STRUCK, State.CARRIED):
        return None
    return {
        "state": row.state,
        "on": told(row.closed_on),
        "by": row.closed_by,
        "why": row.closed_why,
    }


def _status(row: Action | Outcome, loaded: Loaded) -> Entry | None:
    if row.state == State.NOT_STATED and row.rating_id is None:
        return None
    shown = loaded.scale.shown(row)
    return {"text": shown.label, "colour": SHADES.get(shown.colour), "state": row.state}
