"""At a plan's end every promise is complete, carried forward or dropped, and says why."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from frankpledge.language.states import CLOSED, DECIDED, State
from frankpledge.plan import changes as plans
from frankpledge.plan.loading import Loaded, load
from frankpledge.plan.models import Action, Outcome, Plan, Priority
from frankpledge.progress.changes.turns import change
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.models import Freeze

ENDINGS = [
    ("complete", "Complete"),
    ("carried", "Carried forward"),
    ("dropped", "Dropped"),
]


@dataclass(frozen=True)
class Ending:
    how: str
    why: str = ""
    priority: Priority | None = None  # of the next plan; found by its name where none is given


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
        raise Refused(f"Choose a priority of the next plan for {action.label}.")
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
