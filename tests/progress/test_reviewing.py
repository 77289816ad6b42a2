"""What the coordinator makes of an answer: agreed, sent back, not reported; and what follows."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from frankpledge.asking.models import Letter
from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Standing
from frankpledge.plan.queries import newest_freeze
from frankpledge.progress import changes, queries
from frankpledge.progress.given import AnswerGiven, OutcomeGiven
from frankpledge.progress.models import Answer, Raised, Settled, Verdict
from frankpledge.progress.queries import PromiseRead
from frankpledge.record import checks, freezes
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.models import Line
from tests.running import Running
from tests.small import BY


def send(running: Running, press: str = "one", **given: object) -> Answer:
    return changes.send_answer(
        item=running.first,
        given=running.given(**given),  # type: ignore[arg-type]
        press=press,
        by=BY,
    )


def read(running: Running) -> PromiseRead:
    page = queries.review_page(queries.round_in(running.small.partnership, running.round.pk))
    return queries.promise_read(page, running.first)


def agree(running: Running, answer: Answer, **more: object) -> Verdict:
    given: dict[str, object] = {"version": read(running).version, "is_public": True, **more}
    return changes.agree(answer=answer, by=BY, **given)  # type: ignore[arg-type]


def test_agreed_words_are_public_as_they_were_edited_beside_the_original(running: Running) -> None:
    answer = send(running)
    agree(running, answer, public_words="Most shops were visited.")
    standing = Standing.objects.get(pk=answer.standing_id)
    assert standing.words_are_public and standing.public_words == "Most shops were visited."
    assert standing.words == "We visited 31 of 38."
    answer.refresh_from_db()
    assert answer.happened == "We visited 31 of 38."
    assert read(running).key == "agreed"
    assert checks.verify(running.small.partnership.chain) == []


def test_agreed_and_not_for_the_public(running: Running) -> None:
    answer = send(running)
    agree(running, answer, is_public=False)
    assert not Standing.objects.get(pk=answer.standing_id).words_are_public
    assert read(running).key == "agreed"


def test_the_published_plan_has_the_words_for_the_public_and_no_others(running: Running) -> None:
    agree(running, send(running), public_words="Most shops were visited.")
    running.frozen()
    changes.publish(round_=running.round, by=BY)
    freeze = newest_freeze(running.small.plan)
    assert freeze is not None
    told = str(freezes.section(freeze, "public"))
    assert "Most shops were visited." in told and "31 of 38." not in told


def test_sent_back_opens_it_again_by_the_same_link(running: Running) -> None:
    answer = send(running)
    assert running.first.pk not in _waiting(running)
    verdict = changes.send_back(
        answer=answer, question="Which shops?", version=read(running).version, by=BY
    )
    assert running.first.pk in _waiting(running)
    here = queries.asked_item(running.request, running.first.pk)
    assert here.sent_back == verdict and here.sent_back.words == "Which shops?"
    letter = Letter.objects.get(kind="sent-back")
    assert letter.link == running.link and "Which shops?" not in letter.body
    again = send(running, "two", words="Those in Bridge Street.")
    assert running.first.pk not in _waiting(running)
    assert read(running).key == "again" and read(running).newest == again


def _waiting(running: Running) -> list[int]:
    return [one.item.pk for one in queries.asked(running.request).waiting]


def test_sent_back_takes_agreed_words_off_the_public_face(running: Running) -> None:
    answer = send(running)
    agree(running, answer)
    changes.send_back(answer=answer, question="Sure?", version=read(running).version, by=BY)
    assert not Standing.objects.get(pk=answer.standing_id).words_are_public


def test_without_an_address_it_is_sent_back_and_no_letter_is_made(running: Running) -> None:
    running.revoked()
    changes.send_back(answer=send(running), question="Which?", version=1, by=BY)
    assert not Letter.objects.filter(kind="sent-back").exists()


def test_undone_the_verdict_before_it_counts_again(running: Running) -> None:
    answer = send(running)
    first = agree(running, answer, public_words="Most were visited.")
    second = changes.not_reported(
        item=running.first, why="The count is in doubt.", version=read(running).version, by=BY
    )
    assert read(running).key == "not-reported"
    assert not Standing.objects.get(pk=answer.standing_id).words_are_public
    changes.undo_verdict(verdict=second, by=BY)
    assert read(running).verdict == first
    assert Standing.objects.get(pk=answer.standing_id).public_words == "Most were visited."
    changes.undo_verdict(verdict=second, by=BY)
    assert Line.objects.filter(verb="verdict.undone").count() == 1
    changes.undo_verdict(verdict=first, by=BY)
    assert read(running).key == "unread"


def test_a_question_that_has_not_gone_yet_is_called_back_with_its_verdict(
    running: Running,
) -> None:
    verdict = changes.send_back(answer=send(running), question="Which?", version=1, by=BY)
    changes.undo_verdict(verdict=verdict, by=BY)
    assert Letter.objects.get(kind="sent-back").state == "called-off"


def test_nothing_is_made_of_what_has_changed_since_it_was_read(running: Running) -> None:
    answer = send(running)
    seen = read(running).version
    agree(running, answer, public_words="Mine")
    with pytest.raises(Stale) as stale:
        agree(running, answer, version=seen, public_words="Yours")
    assert stale.value.current["public_words"] == "Mine"
    seen = read(running).version
    send(running, "two", words="One more came.")
    with pytest.raises(Stale):
        changes.not_reported(item=running.first, why="Nothing.", version=seen, by=BY)
    assert Verdict.objects.count() == 1


def test_of_two_answers_at_once_the_plan_says_the_one_that_is_agreed(running: Running) -> None:
    first = send(running)
    second = send(running, "two", words="32 of 38.")
    agree(running, first)
    first.refresh_from_db()
    newest = Standing.objects.filter(action=running.first.action).first()
    assert newest == first.standing and newest.words_are_public
    assert not Standing.objects.get(pk=second.standing_id).words_are_public
    assert read(running).key == "agreed"
    assert queries.will_hold(running.round).unread == 0


def test_an_answer_that_a_later_day_has_overtaken_is_not_agreed(running: Running) -> None:
    first = send(running, said_on=datetime.date(2026, 9, 1))
    send(running, "two", words="32 of 38.")
    with pytest.raises(Refused, match="later day"):
        agree(running, first)


def test_what_comes_after_a_verdict_is_unread(running: Running) -> None:
    changes.not_reported(item=running.first, why="Nothing came.", version=0, by=BY)
    held = queries.will_hold(running.round)
    assert (held.not_reported, held.unread) == (1, 0)
    send(running)
    held = queries.will_hold(running.round)
    assert (held.not_reported, held.unread) == (0, 1)


def test_after_the_freeze_nothing_is_read_until_it_is_opened_again(running: Running) -> None:
    running.frozen()
    late = send(running)
    page = queries.review_page(running.round)
    assert [one.answer for _, one in page.late] == [late]
    with pytest.raises(Refused, match="running round"):
        agree(running, late)
    changes.reopen(round_=running.round, why="One came late.", by=BY)
    with pytest.raises(Refused, match="Take it up"):
        agree(running, late)
    changes.take_up_late(answer=late, by=BY)
    assert queries.review_page(running.round).late == []
    late.refresh_from_db()
    agree(running, late)
    assert Standing.objects.get(pk=late.standing_id).words_are_public


def test_a_doubt_is_settled_once_and_can_be_pointed_out_again(running: Running) -> None:
    answer = send(running, words="Mrs Vail thanked the wardens.")
    doubt = read(running).doubts[0]
    assert (doubt.rule, doubt.answer) == ("private-person", answer.pk)
    changes.settle(round_=running.round, doubt=doubt.key, by=BY)
    changes.settle(round_=running.round, doubt=doubt.key, by=BY)
    assert Settled.objects.count() == 1
    assert doubt not in read(running).doubts
    assert [one for one, _ in read(running).settled] == [doubt]
    assert queries.doubts_open(running.round) == len(read(running).doubts)
    changes.unsettle(round_=running.round, doubt=doubt.key, by=BY)
    assert doubt in read(running).doubts


@pytest.mark.parametrize("doubt", ["", "answer:1", "answer:99999:overdue", "x:1:y", "answer:²:y"])
def test_a_doubt_of_no_answer_here_is_not_settled(running: Running, doubt: str) -> None:
    with pytest.raises(Refused):
        changes.settle(round_=running.round, doubt=doubt, by=BY)


def test_doubts_read_the_plan_and_the_rounds_before(running: Running) -> None:
    given = running.given(words="We visited them on 9 October 2025.")
    done = changes.send_answer(item=running.first, given=given, press="d", by=BY)
    found = {doubt.rule for doubt in read(running).doubts}
    assert "outside-the-period" in found
    assert done.pk == read(running).doubts[0].answer


def test_done_below_its_number_is_doubted_from_the_plans_own_target(running: Running) -> None:
    small = running.small
    small.good.implies = "complete"
    small.good.save()
    send(running)
    rules = {doubt.rule for doubt in read(running).doubts}
    assert "number-not-reached" in rules  # 31 of 38 is less than nine in ten


def test_concerns_and_decisions_are_confirmed_or_set_aside(running: Running) -> None:
    send(running, concern="The team is at breaking point.", decision="Fund two posts?")
    concern, decision = (Raised.objects.get(kind=kind) for kind in ("concern", "decision"))
    changes.decide_raised(
        raised=decision, decided="confirmed", for_the_board="Fund two?", version=1, by=BY
    )
    with pytest.raises(Stale):
        changes.decide_raised(raised=decision, decided="confirmed", version=1, by=BY)
    changes.decide_raised(raised=decision, decided="confirmed", version=2, by=BY)
    with pytest.raises(Stale, match="Somebody else"):  # who read what the first had put
        changes.decide_raised(
            raised=decision, decided="confirmed", for_the_board="Fund one?", version=2, by=BY
        )
    changes.decide_raised(
        raised=decision, decided="confirmed", for_the_board="Fund two?", version=3, by=BY
    )
    with pytest.raises(Refused, match="why"):
        changes.decide_raised(raised=concern, decided="set-aside", version=1, by=BY)
    changes.decide_raised(raised=concern, decided="set-aside", why="Known.", version=1, by=BY)
    decision.refresh_from_db()
    assert (decision.for_the_board, decision.words) == ("Fund two?", "Fund two posts?")
    assert "breaking point" not in str(list(Line.objects.values_list("content", flat=True)))


def test_the_freeze_holds_verdicts_settled_doubts_and_decisions(running: Running) -> None:
    answer = send(running, words="Mrs Vail thanked them.", decision="Fund two posts?")
    agree(running, answer, public_words="Somebody thanked them.")
    changes.not_reported(item=running.second, why="The post is empty.", version=0, by=BY)
    changes.settle(round_=running.round, doubt=f"answer:{answer.pk}:private-person", by=BY)
    decision = Raised.objects.get()
    changes.decide_raised(raised=decision, decided="confirmed", version=1, by=BY)
    running.frozen()
    freeze = queries.newest_freeze_of(running.round)
    assert freeze is not None
    told = freezes.section(freeze, "round")
    verdicts = [one for r in told["requests"] for item in r["items"] for one in item["verdicts"]]
    assert [(one["kind"], one["public_words"], one["words"]) for one in verdicts] == [
        ("agreed", "Somebody thanked them.", ""),
        ("not-reported", "", "The post is empty."),
    ]
    assert told["settled"][0]["doubt"] == f"answer:{answer.pk}:private-person"
    raised = told["requests"][0]["items"][0]["answers"][0]["raised"][0]
    assert raised["decided"] == "confirmed"
    assert queries.faults_of(running.round) == []


def test_reading_takes_as_many_queries_for_few_as_for_many(running: Running) -> None:
    send(running)
    queries.review_page(running.round)
    with CaptureQueriesContext(connection) as few:
        queries.review_page(running.round)
    whole = AnswerGiven((OutcomeGiven(None, rating=running.small.good),), today(), happened="Twice")
    changes.send_answer(item=running.second, given=whole, press="x", by=BY)
    send(running, "two", words="32 of 38.")
    with CaptureQueriesContext(connection) as many:
        queries.review_page(running.round)
    assert len(many) == len(few)
