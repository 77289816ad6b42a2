"""A plan as a plan file. A fixed number of queries, whatever the plan holds."""

from dataclasses import dataclass
from typing import Any

from frankpledge.plan.loading import Details, Loaded, load, load_details
from frankpledge.plan.models import Action, Outcome, Piece, Placement, Plan, Priority, Source
from frankpledge.plan.planfile.fitting import clipped
from frankpledge.plan.planfile.merging import merged
from frankpledge.plan.planfile.telling import (
    action_entry,
    outcome_entry,
    plan_entry,
    priority_entry,
)

PlanFile = dict[str, Any]
HEAD = ("title", "partnership", "period", "introduction", "funding_note", "years")
BESIDE = ("figures", "passages", "furniture", "unplaced", "findings")


@dataclass
class Kept:
    """What a document said of each row, by the row's id. Empty for a plan that was typed in."""

    source: Source | None
    priorities: dict[int, Piece]
    actions: dict[int, Piece]
    outcomes: dict[int, Piece]


@dataclass
class Whole:
    loaded: Loaded
    details: Details
    ids: dict[int, str]  # of priorities, in the plan file
    names: dict[int, str]  # of actions
    placed: dict[int, list[Placement]]  # by action, where it belongs first


def plan_file(plan: Plan, *, restricted: bool = True) -> PlanFile:
    """The plan as it stands now. `restricted`: whether restricted actions go with it."""
    kept = _kept(plan)
    whole = _whole(plan, kept)
    found = as_entries(whole, kept, restricted=restricted)
    return _assembled(found, kept)


def as_it_stands(plan: Plan) -> PlanFile:
    """The plan by its rows alone, as if it had been typed in."""
    none = Kept(None, {}, {}, {})
    return _assembled(as_entries(_whole(plan, none), none, restricted=True), none)


def plan_now(plan: Plan, ids: dict[int, str]) -> Whole:
    """The rows of a plan that has just been taken in, under the document's ids."""
    pieces = {pk: Piece(said={"id": name}) for pk, name in ids.items()}
    return _whole(plan, Kept(None, pieces, {}, {}))


def _kept(plan: Plan) -> Kept:
    source = Source.objects.filter(plan=plan).first()
    kept = Kept(source, {}, {}, {})
    for piece in Piece.objects.filter(source=source) if source else ():
        if piece.priority_id:
            kept.priorities[piece.priority_id] = piece
        elif piece.action_id:
            kept.actions[piece.action_id] = piece
        elif piece.outcome_id:
            kept.outcomes[piece.outcome_id] = piece
    return kept


def _whole(plan: Plan, kept: Kept) -> Whole:
    loaded = load(plan)
    loaded.priorities = list(Priority.objects.filter(plan=plan).prefetch_related("alignments"))
    placed: dict[int, list[Placement]] = {}
    for priority in loaded.priorities:
        for placement in loaded.placements.get(priority.pk, []):
            placed.setdefault(placement.action_id, []).append(placement)
    for placements in placed.values():
        placements.sort(key=lambda each: not each.is_base)
    actions = _in_order(loaded, kept)
    return Whole(
        loaded=loaded,
        details=load_details(plan),
        ids=_named([each.pk for each in loaded.priorities], kept.priorities, "p"),
        names=_named(actions, kept.actions, "a"),
        placed=placed,
    )


def _named(rows: list[int], pieces: dict[int, Piece], letter: str) -> dict[int, str]:
    """The ids of the document, and the next free ones for rows that it had not."""
    said = {pk: str(piece.said.get("id") or "") for pk, piece in pieces.items()}
    taken = set(said.values())
    free = (f"{letter}{n}" for n in range(1, 100_000) if f"{letter}{n}" not in taken)
    return {pk: said.get(pk) or next(free) for pk in rows}


def _in_order(loaded: Loaded, kept: Kept) -> list[int]:
    """In the document's order, unless somebody has moved promises since; else as they stand."""
    under = [
        [each.action_id for each in loaded.placements.get(priority.pk, []) if each.is_base]
        for priority in loaded.priorities
    ]
    unmoved = all(pks == sorted(pks) for pks in under)
    placed = [pk for pks in under for pk in pks]
    return sorted(placed) if kept.source and unmoved else placed


def as_entries(whole: Whole, kept: Kept, *, restricted: bool) -> PlanFile:
    loaded = whole.loaded
    shown = [pk for pk in whole.names if restricted or loaded.actions[pk].audience != "restricted"]
    actions = [_action(loaded.actions[pk], whole, kept, set(shown)) for pk in shown]
    used = {name for action in actions for name in action["priorities"]}
    priorities = [_priority(each, whole, kept) for each in loaded.priorities]
    return {
        **plan_entry(loaded.plan),
        "priorities": [
            {"id": name, **{key: each for key, each in entry.items() if key != "id"}}
            for name, entry, was_said in priorities
            if was_said or name in used
        ],
        "actions": actions,
    }


def _priority(priority: Priority, whole: Whole, kept: Kept) -> tuple[str, PlanFile, bool]:
    now = priority_entry(priority, whole.loaded, whole.ids)
    piece = kept.priorities.get(priority.pk)
    name = whole.ids[priority.pk]
    if piece is None:
        return name, now, True
    return name, merged(piece.said, piece.was, now), bool(piece.said) or now != piece.was


def _action(action: Action, whole: Whole, kept: Kept, shown: set[int]) -> PlanFile:
    now = action_now(action, whole, shown)
    piece = kept.actions.get(action.pk)
    entry = merged(piece.said, piece.was, now) if piece else now
    if piece is None or "id" in piece.said:
        entry = {"id": whole.names[action.pk], **entry}
    outcomes = whole.loaded.outcomes.get(action.pk, [])
    entry["outcomes"] = [_outcome(outcome, whole, kept) for outcome in outcomes]
    return entry


def action_now(action: Action, whole: Whole, shown: set[int] | None = None) -> PlanFile:
    placements = whole.placed[action.pk]
    now = action_entry(action, placements, whole.loaded, whole.details, whole.ids)
    links = [
        {"kind": link.kind, "other": whole.names[link.other_id], "note": link.note}
        for link in whole.details.links.get(action.pk, [])
        if link.other_id in (whole.names if shown is None else shown)
    ]
    return now | ({"links": links} if links else {})


def _outcome(outcome: Outcome, whole: Whole, kept: Kept) -> PlanFile:
    now = outcome_entry(outcome, whole.loaded, whole.details)
    piece = kept.outcomes.get(outcome.pk)
    return merged(piece.said, piece.was, now) if piece else now


def _assembled(found: PlanFile, kept: Kept) -> PlanFile:
    if kept.source is None:
        return found | {name: [] for name in BESIDE}
    said, was = kept.source.said, kept.source.was
    own = {name: found[name] for name in HEAD if name in found}
    head = merged({name: said[name] for name in HEAD if name in said}, was, own)
    beside = {name: each for name, each in said.items() if name not in HEAD}
    entries = {name: found[name] for name in ("priorities", "actions")}
    return {**head, **_chosen(said, own), **entries, **beside}


def _chosen(said: PlanFile, own: PlanFile) -> PlanFile:
    """Title and period as they were chosen, in the document's wording where it says the same."""
    period, now = said.get("period"), own["period"]
    same = period and (period["start"], period["end"]) == (now["start"], now["end"])
    title = said.get("title")
    return {
        "title": title if title and clipped(title, 200) == own["title"] else own["title"],
        "period": period if same else now,
    }
