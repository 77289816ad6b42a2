"""What is sent is kept once, said in the plan at once, and never written over."""

import datetime

import pytest
from django.db import transaction

from frankpledge.partnership.models.dated import today
from frankpledge.plan import changes as plan_changes
from frankpledge.plan.models import Outcome, Standing
from frankpledge.progress import changes
from frankpledge.progress.given import AnswerGiven, OutcomeGiven
from frankpledge.progress.models import Answer, OutcomeAnswer, Raised, Round, Typing
from frankpledge.record import checks
from frankpledge.record.errors import Refused
from frankpledge.record.models import Line
from tests.running import Running, said_before
from tests.small import BY, decided


def send(running: Running, given: AnswerGiven, press: str = "one", **more: object) -> Answer:
    return changes.send_answer(item=running.first, given=given, press=press, by=BY, **more)  # type: ignore[arg-type]


def test_an_answer_is_said_in_the_plan_in_the_same_breath(running: Running) -> None:
    answer = send(running, running.given(why="Two were lent out.", next_step="They are back."))
    outcome = Outcome.objects.get(pk=running.small.first.pk)
    assert (outcome.rating, outcome.said_on) == (running.small.good, today())
    said = Standing.objects.get(outcome=outcome)
    assert (said.figure, said.of, said.period) == (31, 38, datetime.date(2026, 7, 1))
    told = Standing.objects.get(action=running.first.action)
    assert told.words_only and told == answer.standing
    assert told.words == "We visited 31 of 38.\n\nTwo were lent out.\n\nThey are back."
    assert not told.words_are_public
    assert told.said_by == "Neighbourhood inspector, Police" and not told.said_by_is_name
    assert checks.verify(running.small.partnership.chain) == []


def test_an_action_without_outcomes_is_rated_itself(running: Running) -> None:
    given = AnswerGiven(
        (OutcomeGiven(None, rating=running.small.good),), today(), happened="Twice a week."
    )
    answer = changes.send_answer(item=running.second, given=given, press="x", by=BY)
    standing = Standing.objects.get(action=running.second.action)
    assert (standing.words, standing.rating) == ("Twice a week.", running.small.good)
    assert answer.standing == standing == answer.outcomes.get().standing


def test_a_double_press_is_one_answer_and_other_words_are_another(running: Running) -> None:
    first = send(running, running.given())
    assert send(running, running.given()) == first
    other = send(running, running.given(words="32 of 38, after counting again."))
    assert other != first
    assert [one.happened for one in Answer.objects.order_by("pk")] == [
        "We visited 31 of 38.",
        "32 of 38, after counting again.",
    ]
    assert Line.objects.filter(verb="answer.sent").count() == 2


def test_the_first_answer_stays_as_it_was_sent(running: Running) -> None:
    first = send(running, running.given())
    send(running, running.given(words="Another"), press="two")
    first.refresh_from_db()
    assert first.happened == "We visited 31 of 38." and first.outcomes.count() == 2


def test_what_was_struck_meanwhile_is_kept_and_spoken_of_no_more(running: Running) -> None:
    plan_changes.strike_outcome(outcome=running.small.second, version=1, decision=decided(), by=BY)
    answer = send(running, running.given())
    kept = OutcomeAnswer.objects.get(answer=answer, outcome=running.small.second)
    assert kept.condition == "More hands." and kept.standing is None
    assert not Standing.objects.filter(outcome=running.small.second).exists()


def test_an_answer_of_a_closed_plan_is_kept_all_the_same(running: Running) -> None:
    plan_changes.close(plan=running.small.plan, on=today(), why="Over", by=BY)
    answer = send(running, running.given())
    assert answer.happened and answer.standing is None
    assert not Standing.objects.exists()


def test_after_the_freeze_it_waits_for_the_coordinator(running: Running) -> None:
    running.frozen()
    answer = send(running, running.given())
    assert answer.after_freeze and not Standing.objects.exists()
    changes.take_up_late(answer=answer, by=BY)
    assert Standing.objects.filter(outcome=running.small.first).exists()
    with pytest.raises(Refused, match="already"):
        changes.take_up_late(answer=answer, by=BY)


def test_what_comes_after_the_due_date_is_late(running: Running) -> None:
    Round.objects.update(due_on=today() - datetime.timedelta(days=1))
    assert send(running, running.given()).is_late
    Round.objects.update(due_on=today())
    assert not send(running, running.given(words="In time")).is_late


def test_a_revoked_link_keeps_nothing(running: Running) -> None:
    running.revoked()
    for write in (
        lambda: send(running, running.given(), link=running.link),
        lambda: changes.keep_typing(
            item=running.first, hand="h", values={"happened": "x"}, link=running.link
        ),
        lambda: changes.keep_upload(
            item=running.first, name="a.txt", data=b"a", by=BY, link=running.link
        ),
    ):
        with pytest.raises(changes.Revoked), transaction.atomic():
            write()
    assert not Answer.objects.exists() and not Typing.objects.exists()


def test_the_concern_is_for_the_coordinator_and_not_in_the_record(running: Running) -> None:
    given = running.given(concern="The team is at breaking point.", decision="Fund two posts?")
    answer = send(running, given)
    assert {one.kind for one in answer.raised.all()} == {"concern", "decision"}
    assert "breaking point" not in str(list(Line.objects.values_list("content", flat=True)))
    assert "breaking point" not in str(list(Standing.objects.values_list("words", flat=True)))
    send(running, running.given(words="More", concern="The team is at breaking point."))
    assert Raised.objects.filter(kind="concern").count() == 1


def test_no_change_stands_by_what_was_said_last_and_says_so(running: Running) -> None:
    assert changes.same_as_last(running.first) is None
    said_before(running)
    given = changes.same_as_last(running.first)
    assert given is not None
    answer = send(running, given)
    assert answer.no_change
    newest = Standing.objects.filter(outcome=running.small.first).first()
    assert newest and (newest.rating, newest.said_on) == (running.small.good, today())
    assert newest.no_figure_because == "No change since last time."
    assert answer.standing and answer.standing.words == "No change since last time."


def test_no_change_is_not_offered_once_the_rating_is_retired(running: Running) -> None:
    said_before(running)
    running.small.good.ends = today() - datetime.timedelta(days=1)
    running.small.good.save()
    assert changes.same_as_last(running.first) is None


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"said_on": datetime.date(2126, 1, 1)}, "future"),
        ({"said_on": datetime.date(1026, 1, 1)}, "year"),
    ],
)
def test_an_unlikely_day_is_refused_before_and_after_the_freeze(
    running: Running, more: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        send(running, running.given(**more))
    running.frozen()
    with pytest.raises(Refused, match=sentence):
        send(running, running.given(**more))
    assert not Answer.objects.exists()


def test_blocked_needs_its_condition(running: Running) -> None:
    given = AnswerGiven((OutcomeGiven(running.small.first, rating=running.small.bad),), today())
    with pytest.raises(Refused, match="before it can go on"):
        send(running, given)
    assert not Answer.objects.exists()


def test_an_outcome_of_another_promise_is_refused(running: Running) -> None:
    given = AnswerGiven((OutcomeGiven(running.small.first, rating=running.small.good),), today())
    with pytest.raises(Refused, match="not an outcome"):
        changes.send_answer(item=running.second, given=given, press="x", by=BY)


def test_typing_is_kept_for_each_hand_and_goes_with_the_answer(running: Running) -> None:
    for hand in ("phone", "desk"):
        changes.keep_typing(item=running.first, hand=hand, values={"happened": hand})
    send(running, running.given(), hand="phone")
    assert [one.hand for one in Typing.objects.all()] == ["desk"]
    assert not Line.objects.filter(verb__contains="typing").exists()


def test_typed_by_another_is_recorded_as_such(running: Running) -> None:
    answer = send(running, running.given(), via="typed", typed_by="Alice Archer")
    assert (answer.said_by, answer.typed_by) == (
        "Neighbourhood inspector, Police",
        "Alice Archer",
    )
    line = Line.objects.get(verb="answer.sent")
    assert line.content["new"]["typed by"] == "Alice Archer"
