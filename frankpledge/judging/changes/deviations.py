"""A target that is missed with everybody's knowledge: for a reason, and not for ever."""

import datetime

from frankpledge.judging.changes.turns import change
from frankpledge.judging.models import Deviation
from frankpledge.partnership.models.dated import today
from frankpledge.plan.changes.decisions import checked, created, require_open, subject_of
from frankpledge.plan.models import Outcome
from frankpledge.record import lines
from frankpledge.record.errors import Refused


@change
def accept_deviation(
    *,
    outcome: Outcome,
    why: str,
    until: datetime.date,
    accepted_by: str,
    by: lines.Author,
    accepted_on: datetime.date | None = None,
) -> Deviation:
    plan = outcome.action.plan
    require_open(plan)
    on = accepted_on or today()
    if not why.strip():
        raise Refused("Say why it is accepted.", field="why")
    if until < on:
        raise Refused("The day it ends comes before the day it was accepted.", field="until")
    running = Deviation.objects.filter(outcome=outcome, ended_on__isnull=True, until__gte=on)
    if running.exists():
        raise Refused("One is accepted already: end it first.")
    made = created(
        Deviation, outcome=outcome, why=why, until=until, accepted_by=accepted_by, accepted_on=on
    )
    lines.write(
        chain=plan.partnership.chain,
        by=by,
        verb="deviation.accepted",
        subject=subject_of(outcome),
        new={"until": until.isoformat(), "accepted by": accepted_by},
        why=why,
    )
    return made


@change
def end_deviation(*, deviation: Deviation, why: str, by: lines.Author) -> Deviation:
    if deviation.ended_on is not None:
        raise Refused("It has ended already.")
    if not why.strip():
        raise Refused("Say why it ends.", field="why")
    deviation.ended_on, deviation.ended_why = today(), why
    checked(deviation).save(update_fields=["ended_on", "ended_why"])
    outcome = deviation.outcome
    lines.write(
        chain=outcome.action.plan.partnership.chain,
        by=by,
        verb="deviation.ended",
        subject=subject_of(outcome),
        new={"ended": deviation.ended_on.isoformat()},
        why=why,
    )
    return deviation
