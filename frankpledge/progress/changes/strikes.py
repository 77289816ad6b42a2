"""Striking is the board's: it is proposed in a round, and what the board decided is put down."""

from django.utils import timezone

from frankpledge.language.states import DECIDED as ENDED
from frankpledge.language.states import State
from frankpledge.plan import changes as plans
from frankpledge.plan.changes.decisions import checked, created
from frankpledge.plan.changes.decisions import subject_of as promised
from frankpledge.plan.models import Action, Outcome
from frankpledge.progress.changes.steps import require_running, require_version
from frankpledge.progress.changes.turns import change
from frankpledge.progress.models import ProposedStrike, Round
from frankpledge.progress.queries.wording import period_words
from frankpledge.record import lines
from frankpledge.record.errors import Refused


@change
def propose_strike(
    *, round_: Round, action: Action, why: str, by: lines.Author, outcome: Outcome | None = None
) -> ProposedStrike:
    """The board reads it in this round's pack, with the reason."""
    require_running(round_)
    if action.plan_id != round_.plan_id or (outcome and outcome.action_id != action.pk):
        raise Refused("Choose a promise of the plan that this round asks about.", field="what")
    if not why.strip():
        raise Refused("Say why it should be struck.", field="why")
    _require_standing(action, outcome)
    made = created(
        ProposedStrike,
        round=round_,
        action=action,
        outcome=outcome,
        why=why.strip(),
        by=by.record_name[:160],
    )
    _tell(made, "proposed", by, why=made.why)
    return made


def _require_standing(action: Action, outcome: Outcome | None) -> None:
    of = outcome or action
    of.refresh_from_db(fields=["state"])
    action.refresh_from_db(fields=["state"])
    if of.state in ENDED or action.state in ENDED:
        raise Refused("That has ended already, so there is nothing to strike.", field="what")
    same = ProposedStrike.objects.filter(action=action, outcome=outcome)
    if same.filter(withdrawn_at=None, decided="").exists():
        raise Refused("That is proposed already, and waits for the board.", field="what")


@change
def withdraw_strike(*, strike: ProposedStrike, by: lines.Author) -> None:
    strike.refresh_from_db()
    _require_open(strike)
    strike.withdrawn_at, strike.withdrawn_by = timezone.now(), by.record_name[:160]
    _keep(strike)
    _tell(strike, "withdrawn", by)


@change
def decide_strike(
    *,
    strike: ProposedStrike,
    decided: str,
    decision: plans.Decision,
    version: int,
    by: lines.Author,
) -> ProposedStrike:
    """Struck, the plan says so from now on; kept, the proposal is over. A board meets later."""
    strike.refresh_from_db()
    require_version(strike, version, dict.fromkeys(("decided", "decided_by", "decided_why")))
    _require_open(strike)
    if decided not in dict(ProposedStrike.DECIDED):
        raise Refused("Choose what the board decided.", field="verdict")
    if decided == "struck":
        _strike(strike, decision, by)
    strike.decided, strike.decided_on = decided, decision.on
    strike.decided_by, strike.decided_why = decision.by, decision.why
    strike.recorded_by = by.record_name[:160]
    _keep(strike)
    new = {"decided": decision.on.isoformat(), "by": decision.by}
    _tell(strike, decided, by, new=new, why=decision.why)
    return strike


def _strike(strike: ProposedStrike, decision: plans.Decision, by: lines.Author) -> None:
    action, outcome = strike.action, strike.outcome
    if strike.of.state == State.STRUCK:
        return  # somebody put it down in the plan already
    if outcome is not None:
        plans.strike_outcome(outcome=outcome, version=outcome.version, decision=decision, by=by)
    else:
        plans.strike_action(action=action, version=action.version, decision=decision, by=by)


def _require_open(strike: ProposedStrike) -> None:
    if not strike.is_open:
        raise Refused("This was decided or taken back already.")


def _tell(
    strike: ProposedStrike,
    what: str,
    by: lines.Author,
    *,
    new: dict[str, str] | None = None,
    why: str = "",
) -> None:
    """Under the promise: whoever may not see that one must not read of it under the round."""
    lines.write(
        chain=strike.round.partnership.chain,
        by=by,
        verb=f"strike.{what}",
        subject=promised(strike.of),
        new={"round": period_words(strike.round), **(new or {})},
        why=why,
    )


def _keep(strike: ProposedStrike) -> None:
    strike.version += 1
    checked(strike).save()
