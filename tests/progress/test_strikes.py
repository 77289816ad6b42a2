"""Striking is proposed in a round, read by the board, and put down once the board has decided."""

import pytest

from frankpledge.language.states import State
from frankpledge.plan import changes as plans
from frankpledge.progress import changes, queries
from frankpledge.progress.models import ProposedStrike
from frankpledge.record import checks, freezes
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.models import Line
from tests.running import ENDS, Running
from tests.small import BY, decided


def propose(running: Running, why: str = "The scheme has ended.", **more: object) -> ProposedStrike:
    given: dict[str, object] = {"round_": running.round, "action": running.small.action, **more}
    return changes.propose_strike(why=why, by=BY, **given)  # type: ignore[arg-type]


def test_a_proposal_waits_for_the_board_and_changes_nothing(running: Running) -> None:
    made = propose(running)
    assert queries.strikes_of(running.round) == [made]
    assert queries.will_hold(running.round).strikes == 1
    running.small.action.refresh_from_db()
    assert running.small.action.state != State.STRUCK
    assert Line.objects.filter(verb="strike.proposed").get().content["why"] == made.why
    with pytest.raises(Refused, match="proposed already"):
        propose(running)
    propose(running, outcome=running.small.first)  # one of its outcomes is another matter


def test_what_is_proposed_needs_a_reason_and_a_promise_of_this_plan(running: Running) -> None:
    with pytest.raises(Refused, match="why"):
        propose(running, why=" ")
    with pytest.raises(Refused, match="Choose a promise"):
        propose(running, action=running.second.action, outcome=running.small.first)
    running.frozen()
    running.round.refresh_from_db()
    with pytest.raises(Refused, match="running round"):
        propose(running)


def test_the_board_strikes_it_and_the_plan_says_so(running: Running) -> None:
    made = propose(running)
    running.frozen()
    changes.decide_strike(strike=made, decided="struck", decision=decided(), version=1, by=BY)
    running.small.action.refresh_from_db()
    assert running.small.action.state == State.STRUCK
    assert running.small.action.closed_by == "The board, minute 6.2"
    assert queries.faults_of(running.round) == []
    assert checks.verify(running.small.partnership.chain) == []
    with pytest.raises(Stale):
        changes.decide_strike(strike=made, decided="kept", decision=decided(), version=1, by=BY)
    with pytest.raises(Refused, match="decided or taken back"):
        changes.withdraw_strike(strike=made, by=BY)


def test_an_outcome_is_struck_and_its_promise_goes_on(running: Running) -> None:
    made = propose(running, outcome=running.small.second)
    changes.decide_strike(strike=made, decided="struck", decision=decided(), version=1, by=BY)
    running.small.second.refresh_from_db()
    running.small.action.refresh_from_db()
    assert running.small.second.state == State.STRUCK
    assert running.small.action.state != State.STRUCK


def test_the_board_keeps_it_and_the_plan_is_as_it_was(running: Running) -> None:
    made = propose(running)
    changes.decide_strike(strike=made, decided="kept", decision=decided(), version=1, by=BY)
    running.small.action.refresh_from_db()
    assert running.small.action.state != State.STRUCK
    propose(running)  # and somebody may propose it again


def test_what_was_taken_back_is_asked_of_nobody(running: Running) -> None:
    made = propose(running)
    changes.withdraw_strike(strike=made, by=BY)
    assert queries.strikes_of(running.round) == []


def test_the_freeze_holds_it_and_the_next_round_until_the_board_has_decided(
    running: Running,
) -> None:
    made = propose(running)
    running.frozen()
    freeze = queries.newest_freeze_of(running.round)
    assert freeze
    (told,) = freezes.section(freeze, "round")["strikes"]
    assert (told["action_id"], told["why"], told["by"]) == (
        running.small.action.pk,
        "The scheme has ended.",
        "Alice Archer",
    )
    assert told["round"]["starts"] == "2026-07-01"
    following = changes.plan_round(
        partnership=running.small.partnership,
        plan=running.small.plan,
        starts=ENDS.replace(month=10, day=1),
        ends=ENDS.replace(month=12, day=31),
        by=BY,
    )
    assert queries.strikes_of(following) == [made]
    changes.decide_strike(strike=made, decided="kept", decision=decided(), version=1, by=BY)
    assert queries.strikes_of(following) == []


def test_a_proposal_that_was_altered_after_the_freeze_is_found(running: Running) -> None:
    made = propose(running)
    running.frozen()
    assert queries.faults_of(running.round) == []
    ProposedStrike.objects.filter(pk=made.pk).update(why="Another reason.")
    assert queries.faults_of(running.round) == [
        f"proposal {made.pk} to strike was altered: why",
    ]


def test_what_may_be_struck_is_each_standing_promise_with_its_outcomes(running: Running) -> None:
    small = running.small
    here = queries.may_be_struck(running.round, small.action.pk)
    assert here == [(small.action, None), (small.action, small.first), (small.action, small.second)]
    assert (running.second.action, None) in queries.may_be_struck(running.round)
    made = propose(running, outcome=small.first)
    changes.decide_strike(strike=made, decided="struck", decision=decided(), version=1, by=BY)
    assert (small.action, small.first) not in queries.may_be_struck(running.round)


def test_a_round_in_which_something_was_proposed_is_not_removed(running: Running) -> None:
    withdrawn = propose(running)
    changes.withdraw_strike(strike=withdrawn, by=BY)
    running.round.stage = "planned"
    running.round.save()
    with pytest.raises(Refused, match="so it stays"):
        changes.remove_round(round_=running.round, by=BY, why="Opened too early")


def test_an_outcome_of_a_promise_that_ended_waits_for_nobody(running: Running) -> None:
    made, action = propose(running, outcome=running.small.first), running.small.action
    plans.strike_action(action=action, version=action.version, decision=decided(), by=BY)
    (told,) = queries.strikes_of(running.round)
    assert not told.waits and queries.will_hold(running.round).strikes == 0
    changes.withdraw_strike(strike=made, by=BY)
    with pytest.raises(Refused, match="ended already"):
        propose(running, outcome=running.small.first)
