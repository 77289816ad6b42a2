"""Actions: what is promised, where it stands, and what becomes of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from frankpledge.language.states import State
from frankpledge.plan.changes.decisions import (
    Decision,
    checked,
    created,
    next_order,
    note_revision,
    require_changeable,
    rewrite,
    save_if_unmoved,
    swap_order,
    touch,
    write_line,
)
from frankpledge.plan.changes.details import copy_details
from frankpledge.plan.changes.turns import change
from frankpledge.plan.models import (
    Action,
    ActionLink,
    Outcome,
    Placement,
    Plan,
    Priority,
)
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale


@change
def add_action(
    *,
    plan: Plan,
    priority: Priority,
    words: str,
    by: lines.Author,
    ref: str = "",
    kind: str = "core",
    aim: str = "",
    points: Sequence[str] = (),
    resources: Sequence[str] = (),
    audience: str = "public",
    decision: Decision | None = None,
) -> Action:
    require_changeable(plan, decision)
    if priority.plan_id != plan.pk:
        raise Refused("An action stands under a priority of its own plan.", field="priority")
    action = created(
        Action,
        plan=plan,
        words=words,
        ref=ref,
        kind=kind,
        aim=aim,
        points=list(points),
        resources=list(resources),
        audience=audience,
    )
    _place(action, priority, ref=ref, is_base=True)
    new = {"ref": ref, "words": words}
    note_revision(action, what="added", old={}, new=new, decision=decision, by=by)
    write_line(action, by=by, verb="action.added", new=new, decision=decision)
    return action


def _place(action: Action, priority: Priority, *, ref: str, is_base: bool) -> Placement:
    return created(
        Placement,
        action=action,
        priority=priority,
        ref=ref,
        is_base=is_base,
        order=next_order(priority.placements.all()),
    )


@change
def change_action(
    *,
    action: Action,
    version: int,
    by: lines.Author,
    decision: Decision | None = None,
    **fields: Any,
) -> None:
    """Changes the words of a promise: ref, kind, aim, words, points, resources."""
    rewrite(
        action,
        fields,
        version=version,
        what="the words of the promise",
        verb="action.changed",
        by=by,
        decision=decision,
    )
    if "ref" in fields:
        action.placements.filter(is_base=True).update(ref=fields["ref"])


@change
def set_audience(*, action: Action, audience: str, by: lines.Author, why: str) -> None:
    old = action.audience
    save_if_unmoved(action, {"audience": audience}, version=action.version, shown={})
    write_line(
        action,
        by=by,
        verb="action.shown-to",
        old={"audience": old},
        new={"audience": audience},
        why=why,
    )


@change
def place_action(
    *,
    action: Action,
    priority: Priority,
    by: lines.Author,
    ref: str = "",
    variants: Mapping[str, str] | None = None,
    only_outcomes: Sequence[Outcome] = (),
    decision: Decision | None = None,
) -> Placement:
    """Puts the same promise under a further priority, with what differs there."""
    require_changeable(action.plan, decision)
    if priority.plan_id != action.plan_id:
        raise Refused("An action stands under priorities of its own plan.", field="priority")
    if action.placements.filter(priority=priority).exists():
        raise Refused("The action already stands under that priority.", field="priority")
    placement = _place(action, priority, ref=ref, is_base=False)
    _set_variants(placement, variants or {}, only_outcomes)
    new = {"priority": str(priority), "variants": dict(variants or {})}
    note_revision(action, what="also stands under", old={}, new=new, decision=decision, by=by)
    write_line(action, by=by, verb="action.placed", new=new, decision=decision)
    return placement


def _set_variants(
    placement: Placement, variants: Mapping[str, str], only_outcomes: Sequence[Outcome]
) -> None:
    unknown = set(variants) - set(Placement.VARIANT_FIELDS)
    if unknown:
        raise Refused(f"A variant cannot hold {', '.join(sorted(unknown))}.")
    if any(outcome.action_id != placement.action_id for outcome in only_outcomes):
        raise Refused("Choose from the outcomes of this action.", field="only_outcomes")
    placement.variants = {name: text for name, text in variants.items() if text}
    checked(placement).save(update_fields=["variants"])
    placement.only_outcomes.set(only_outcomes)


@change
def vary(
    *,
    placement: Placement,
    variants: Mapping[str, str],
    by: lines.Author,
    version: int | None = None,
    only_outcomes: Sequence[Outcome] = (),
    decision: Decision | None = None,
) -> None:
    action = placement.action
    require_changeable(action.plan, decision)
    placement.refresh_from_db(fields=["variants"])
    action.refresh_from_db(fields=["version"])
    if version not in (None, action.version):
        raise Stale(version=action.version, current=_variants_of(placement))
    touch(action, version=version)
    old = {"priority": str(placement.priority), "variants": placement.variants}
    _set_variants(placement, variants, only_outcomes)
    new = {"priority": str(placement.priority), "variants": placement.variants}
    note_revision(
        action,
        what="what differs under a priority",
        old=old,
        new=new,
        decision=decision,
        by=by,
    )
    write_line(action, by=by, verb="action.varied", old=old, new=new, decision=decision)


def _variants_of(placement: Placement) -> dict[str, str]:
    return {name: placement.variants.get(name, "") for name in Placement.VARIANT_FIELDS}


@change
def unplace_action(
    *, placement: Placement, by: lines.Author, decision: Decision | None = None
) -> None:
    action = placement.action
    require_changeable(action.plan, decision)
    if placement.is_base:
        raise Refused("This is where the action belongs; move it or strike it instead.")
    old = {"priority": str(placement.priority), "variants": placement.variants}
    placement.delete()
    note_revision(action, what="no longer stands under", old=old, new={}, decision=decision, by=by)
    write_line(action, by=by, verb="action.unplaced", old=old, decision=decision)


@change
def move_action(*, placement: Placement, up: bool, by: lines.Author) -> None:
    neighbours = list(Placement.objects.filter(priority_id=placement.priority_id))
    if swap_order(placement, neighbours, up=up):
        write_line(
            placement.action,
            by=by,
            verb="action.moved",
            new={"direction": "up" if up else "down", "under": str(placement.priority)},
        )


@change
def strike_action(*, action: Action, version: int, decision: Decision, by: lines.Author) -> None:
    """The promise is given up. It stays readable, with who decided, when and why."""
    _end(
        action,
        State.STRUCK,
        version=version,
        decision=decision,
        by=by,
        verb="action.struck",
    )


def _end(
    action: Action,
    state: State,
    *,
    version: int,
    decision: Decision,
    by: lines.Author,
    verb: str,
    new: Mapping[str, Any] | None = None,
) -> None:
    require_changeable(action.plan, decision)
    action.refresh_from_db(fields=["state"])
    if action.state in (State.STRUCK, State.CARRIED):
        raise Refused("This action was already struck or carried forward.")
    old = {"state": action.state}
    fields = {
        "state": state.value,
        "closed_on": decision.on,
        "closed_by": decision.by,
        "closed_why": decision.why,
    }
    save_if_unmoved(action, fields, version=version, shown=fields)
    told = {"state": state.value, "decided": decision.on.isoformat(), **(new or {})}
    note_revision(action, what=state.words.lower(), old=old, new=told, decision=decision, by=by)
    write_line(action, by=by, verb=verb, old=old, new=told, decision=decision)


@change
def link_actions(
    *, action: Action, kind: str, other: Action, by: lines.Author, note: str = ""
) -> ActionLink:
    """Says that one action replaces, serves, or is done through another."""
    _require_linkable(action, kind, other)
    link = created(ActionLink, action=action, kind=kind, other=other, note=note)
    write_line(action, by=by, verb="action.linked", new={"kind": kind, "other": _named(other)})
    if kind == "through":
        save_if_unmoved(
            action,
            {"state": State.THROUGH_ANOTHER.value},
            version=action.version,
            shown={},
        )
    return link


def _named(other: Action) -> str:
    """As whoever reads the record of the first action may know the other."""
    return "a restricted action" if other.audience == "restricted" else other.label


def _require_linkable(action: Action, kind: str, other: Action) -> None:
    if other.pk == action.pk:
        raise Refused("An action cannot be linked to itself.", field="other")
    if other.plan.partnership_id != action.plan.partnership_id:
        raise Refused("Link to an action of the same partnership.", field="other")
    if ActionLink.objects.filter(action=action, kind=kind, other=other).exists():
        raise Refused("These two are already linked in that way.", field="other")
    if kind == "through" and _leads_back(other, action):
        raise Refused(
            "That would go round in a circle: the other action is itself done through this one.",
            field="other",
        )


def _leads_back(start: Action, goal: Action) -> bool:
    ways: dict[int, list[int]] = {}
    partnership = start.plan.partnership_id
    through = ActionLink.objects.filter(kind="through", action__plan__partnership=partnership)
    for one, another in through.values_list("action_id", "other_id"):
        ways.setdefault(one, []).append(another)
    seen, waiting = set(), [start.pk]
    while waiting:
        here = waiting.pop()
        if here == goal.pk:
            return True
        if here not in seen:
            seen.add(here)
            waiting.extend(ways.get(here, []))
    return False


@change
def unlink_actions(*, link: ActionLink, by: lines.Author, why: str) -> None:
    action, kind = link.action, link.kind
    write_line(
        action,
        by=by,
        verb="action.unlinked",
        old={"kind": kind, "other": _named(link.other)},
        why=why,
    )
    link.delete()
    if kind == "through" and not action.links_out.filter(kind="through").exists():
        newest = action.standings.first()
        state = newest.state if newest else State.NOT_STATED.value
        save_if_unmoved(action, {"state": state}, version=action.version, shown={})


@change
def carry_forward(
    *,
    action: Action,
    version: int,
    plan: Plan,
    priority: Priority,
    decision: Decision,
    by: lines.Author,
) -> Action:
    """Takes the promise into a later plan; here it ends as carried, there it begins again."""
    if not plan.is_draft:
        raise Refused("Carry it into a plan that is still a draft.", field="plan")
    if plan.partnership_id != action.plan.partnership_id and not _succeeds(plan, action.plan):
        raise Refused("Carry it into a plan of the same partnership.", field="plan")
    carried = _copied(action, plan, priority, by=by)
    _end(
        action,
        State.CARRIED,
        version=version,
        decision=decision,
        by=by,
        verb="action.carried",
        new={"into": plan.title},
    )
    return carried


def _succeeds(later: Plan, earlier: Plan) -> bool:
    return later.partnership.successions_in.filter(predecessor=earlier.partnership_id).exists()


def _copied(action: Action, plan: Plan, priority: Priority, *, by: lines.Author) -> Action:
    carried = add_action(
        plan=plan,
        priority=priority,
        words=action.words,
        ref=action.ref,
        kind=action.kind,
        aim=action.aim,
        points=action.points,
        resources=action.resources,
        audience=action.audience,
        by=by,
    )
    carried.carried_from = action
    carried.save(update_fields=["carried_from"])
    copy_details(action, carried)
    return carried


@change
def remove_action(*, action: Action, by: lines.Author) -> None:
    if not action.plan.is_draft:
        raise Refused("This action was adopted, so it is struck and not removed.")
    if action.carried_to.exists():
        raise Refused("This action was carried into another plan, so it is struck, not removed.")
    if action.standings.exists() or action.outcomes.filter(standings__isnull=False).exists():
        raise Refused("Somebody has already said how this stands, so it is struck, not removed.")
    write_line(action, by=by, verb="action.removed", old={"words": action.words})
    action.links_in.all().delete()
    action.outcomes.all().delete()
    action.delete()
