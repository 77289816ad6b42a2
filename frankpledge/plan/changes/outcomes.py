"""The numbered results that an action promises."""

from typing import Any

from frankpledge.language.states import State
from frankpledge.plan.changes.decisions import (
    Decision,
    created,
    next_order,
    note_revision,
    require_changeable,
    rewrite,
    save_if_unmoved,
    swap_order,
    write_line,
)
from frankpledge.plan.changes.turns import change
from frankpledge.plan.models import Action, Outcome
from frankpledge.record import lines
from frankpledge.record.errors import Refused


@change
def add_outcome(
    *,
    action: Action,
    words: str,
    by: lines.Author,
    number: int | None = None,
    decision: Decision | None = None,
) -> Outcome:
    require_changeable(action.plan, decision)
    outcome = created(
        Outcome,
        action=action,
        words=words,
        number=number,
        order=next_order(action.outcomes.all()),
    )
    new = {"number": number, "words": words}
    note_revision(outcome, what="added", old={}, new=new, decision=decision, by=by)
    write_line(outcome, by=by, verb="outcome.added", new=new, decision=decision)
    return outcome


@change
def change_outcome(
    *,
    outcome: Outcome,
    version: int,
    by: lines.Author,
    decision: Decision | None = None,
    **fields: Any,
) -> None:
    rewrite(
        outcome,
        fields,
        version=version,
        what="the words of the outcome",
        verb="outcome.changed",
        by=by,
        decision=decision,
    )


@change
def move_outcome(*, outcome: Outcome, up: bool, by: lines.Author) -> None:
    neighbours = list(Outcome.objects.filter(action_id=outcome.action_id))
    if swap_order(outcome, neighbours, up=up):
        direction = "up" if up else "down"
        write_line(outcome, by=by, verb="outcome.moved", new={"direction": direction})


@change
def strike_outcome(*, outcome: Outcome, version: int, decision: Decision, by: lines.Author) -> None:
    require_changeable(outcome.action.plan, decision)
    outcome.refresh_from_db(fields=["state"])
    if outcome.state == State.STRUCK:
        raise Refused("This outcome was already struck.")
    old = {"state": outcome.state}
    fields = {
        "state": State.STRUCK.value,
        "closed_on": decision.on,
        "closed_by": decision.by,
        "closed_why": decision.why,
    }
    save_if_unmoved(outcome, fields, version=version, shown=fields)
    new = {"state": State.STRUCK.value, "decided": decision.on.isoformat()}
    note_revision(outcome, what="struck", old=old, new=new, decision=decision, by=by)
    write_line(outcome, by=by, verb="outcome.struck", old=old, new=new, decision=decision)


@change
def remove_outcome(*, outcome: Outcome, by: lines.Author) -> None:
    if not outcome.action.plan.is_draft or outcome.standings.exists():
        raise Refused("This outcome was adopted or answered, so it is struck and not removed.")
    write_line(outcome, by=by, verb="outcome.removed", old={"words": outcome.words})
    outcome.delete()
