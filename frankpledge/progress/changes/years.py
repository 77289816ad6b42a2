"""At a plan's end every promise is complete, carried forward or dropped, and says why."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from frankpledge.language.states import CLOSED, DECIDED, State
from frankpledge.plan import changes as plans
from frankpledge.plan.changes.decisions import checked
from frankpledge.plan.loading import Loaded, load
from frankpledge.plan.models import Action, Outcome, Plan, Priority
from frankpledge.progress.changes.turns import change
from frankpledge.progress.models import EndingNoted
from frankpledge.progress.models.years import ENDINGS
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.models import Freeze


@dataclass(frozen=True)
class Ending:
    how: str
    why: str = ""
    priority: Priority | None = None  # of the next plan; found by its name where none is given


@change
def note_endings(
    *, plan: Plan, endings: Mapping[int, Ending], version: int, by: lines.Author
) -> None:
    """Put down before the plan is closed, so that it may be done in several sittings.

    No decision yet, so it stands in no record; closing the plan writes each into it.
    """
    here = Action.objects.filter(plan=plan, pk__in=endings)
    noted = {one.action_id: one for one in EndingNoted.objects.filter(action__in=here)}
    now = sum(one.version for one in noted.values())
    if now != version:
        raise Stale(version=now, current=_noted_as_typed(noted.values()))
    for action in here:
        _note(noted.get(action.pk), action, endings[action.pk], by)


def _noted_as_typed(noted: Iterable[EndingNoted]) -> dict[str, str]:
    """By the names of the form's fields."""
    hows = {f"ending-{one.action_id}": one.how for one in noted}
    return hows | {f"why-{one.action_id}": one.why for one in noted}


def _note(before: EndingNoted | None, action: Action, ending: Ending, by: lines.Author) -> None:
    row = before or EndingNoted(action=action, version=0)
    if (row.how, row.why) == (ending.how, ending.why):
        return
    row.how, row.why, row.by = ending.how, ending.why, by.record_name[:160]
    row.version += 1
    checked(row).save()


@change
def close_year(
    *,
    plan: Plan,
    on: datetime.date,
    why: str,
    endings: Mapping[int, Ending],
    by: lines.Author,
    decided_by: str,
    next_plan: Plan | None = None,
) -> Freeze:
    """Ends the plan. What is carried forward begins again in the next, which is still a draft."""
    loaded = load(plan)
    still_open = [action for action in loaded.actions.values() if is_open(loaded, action)]
    _require_each(still_open, endings, next_plan)
    for action in still_open:
        ending = endings[action.pk]
        decision = plans.Decision(on=on, by=decided_by, why=ending.why or why)
        _end(loaded, action, ending, decision, next_plan, by)
    return plans.close(plan=plan, on=on, why=why, by=by)


def is_open(loaded: Loaded, action: Action) -> bool:
    return loaded.shown[action.pk].state not in CLOSED


def _require_each(
    actions: list[Action], endings: Mapping[int, Ending], next_plan: Plan | None
) -> None:
    known = dict(ENDINGS)
    for action in actions:
        ending = endings.get(action.pk)
        if ending is None or ending.how not in known:
            raise Refused(f"Say how {action.label} ends.", field=f"ending-{action.pk}")
        if ending.how == "dropped" and not ending.why.strip():
            raise Refused(f"Say why {action.label} is dropped.", field=f"why-{action.pk}")
        if ending.how == "carried" and next_plan is None:
            raise Refused("Choose the plan that promises are carried into.", field="next_plan")


def _end(
    loaded: Loaded,
    action: Action,
    ending: Ending,
    decision: plans.Decision,
    next_plan: Plan | None,
    by: lines.Author,
) -> None:
    if ending.how == "complete":
        _complete(loaded, action, decision, by)
    elif ending.how == "dropped":
        plans.strike_action(action=action, version=action.version, decision=decision, by=by)
    elif next_plan is not None:
        plans.carry_forward(
            action=action,
            version=action.version,
            plan=next_plan,
            priority=ending.priority or _like(loaded, action, next_plan),
            decision=decision,
            by=by,
        )


def _complete(loaded: Loaded, action: Action, decision: plans.Decision, by: lines.Author) -> None:
    outcomes = [one for one in loaded.outcomes.get(action.pk, []) if one.state not in DECIDED]
    rows: list[Action | Outcome] = [*outcomes] or [action]
    for of in rows:
        if of.state != State.COMPLETE:
            plans.say(
                of=of,
                state=State.COMPLETE,
                words=decision.why,
                said_by=decision.by,
                said_on=decision.on,
                by=by,
            )


def _like(loaded: Loaded, action: Action, next_plan: Plan) -> Priority:
    """The heading of the next plan that is called like the one it stands under now."""
    here = next(
        one
        for one in loaded.priorities
        if any(p.action_id == action.pk for p in loaded.placements.get(one.pk, []))
    )
    there = list(next_plan.priorities.all())
    same = [one for one in there if one.title.casefold() == here.title.casefold()]
    same = same or [one for one in there if one.ref and one.ref == here.ref]
    if not same:
        raise Refused(
            f"{next_plan.title} has no heading like ‘{here.title}’, under which {action.label} "
            "would go on. Add one there first, or end it otherwise."
        )
    return same[0]


@change
def start_next_plan(
    *, plan: Plan, title: str, starts: datetime.date, ends: datetime.date, by: lines.Author
) -> Plan:
    """A draft that follows this plan, with its headings and without its promises."""
    following = plans.draft_plan(
        partnership=plan.partnership, title=title, starts=starts, ends=ends, follows=plan, by=by
    )
    made: dict[int, Priority] = {}
    kept = [one for one in plan.priorities.all() if one.struck_on is None]
    for one in sorted(kept, key=lambda priority: priority.parent_id is not None):
        made[one.pk] = plans.add_priority(
            plan=following,
            title=one.title,
            ref=one.ref,
            about=one.about,
            parent=made.get(one.parent_id or 0),
            by=by,
        )
    return following
