"""Reading the answers: seen, agreed, sent back, left; and never by those who may not."""

import pytest
from django.test import Client
from django.urls import reverse

from frankpledge.plan import changes as plan_changes
from frankpledge.plan.models import Action, Standing
from frankpledge.progress import changes
from frankpledge.progress.models import (
    Answer,
    Kept,
    ProposedStrike,
    Question,
    Raised,
    Settled,
    Verdict,
)
from tests.desk.people import account, signed_in
from tests.running import Running, another
from tests.small import BY, decided


def address(name: str, pk: int) -> str:
    return reverse(f"desk:{name}", args=["marsh", pk])


@pytest.fixture
def answer(running: Running) -> Answer:
    given = running.given(
        words="Mrs Vail thanked the wardens.",
        concern="The team is at breaking point.",
        decision="Fund two posts?",
    )
    return changes.send_answer(item=running.first, given=given, press="one", by=BY)


def page(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def version_on(client: Client, url: str) -> str:
    return page(client, url).split('name="version" value="')[1].split('"')[0]


def test_the_list_tells_what_is_to_read_and_what_looks_wrong(
    running: Running, alice: Client, answer: Answer
) -> None:
    told = page(alice, address("round-review", running.round.pk))
    assert "1 to read" in told and "1 without an answer" in told
    assert "may tell of a private person" in told
    assert address("item-read", running.first.pk) in told


def test_agreeing_keeps_the_words_for_the_public_beside_the_leads_own(
    running: Running, alice: Client, answer: Answer
) -> None:
    url = address("item-read", running.first.pk)
    told = page(alice, url)
    assert "Mrs Vail thanked the wardens." in told and "breaking point" in told
    # What may tell of somebody is not public unless the coordinator says so.
    assert "checked" not in told.split('name="is_public"')[1].split(">")[0]
    sent = {
        "version": version_on(alice, url),
        "is_public": "on",
        "public_words": "Somebody thanked the wardens.",
    }
    assert alice.post(url, sent).status_code == 302
    standing = Standing.objects.get(pk=answer.standing_id)
    assert standing.words_are_public and standing.public_words == "Somebody thanked the wardens."
    assert "Agreed, by Alice Archer" in page(alice, url)
    alice.post(address("verdict-undo", Verdict.objects.get().pk))
    standing.refresh_from_db()
    assert not standing.words_are_public


def test_the_second_of_two_coordinators_sees_both_texts(
    running: Running, alice: Client, answer: Answer
) -> None:
    url = address("item-read", running.first.pk)
    version = version_on(alice, url)
    alice.post(url, {"version": version, "is_public": "on", "public_words": "Mine"})
    second = alice.post(url, {"version": version, "is_public": "on", "public_words": "Yours"})
    told = second.content.decode()
    assert second.status_code == 409 and "Mine" in told and "Yours" in told
    assert Verdict.objects.count() == 1
    again = told.split('name="version" value="')[1].split('"')[0]
    alice.post(url, {"version": again, "is_public": "on", "public_words": "Ours"})
    assert Verdict.objects.count() == 2


def test_of_two_answers_the_coordinator_chooses(
    running: Running, alice: Client, answer: Answer
) -> None:
    other = another(running, running.first.action)
    second = changes.send_answer(
        item=other.first, given=running.given(words="32 of 38."), press="two", by=BY
    )
    url = address("item-read", running.first.pk)
    told = page(alice, url)
    assert "2 answers, the newest first" in told and "32 of 38." in told
    sent = {"version": version_on(alice, url), "which": str(answer.pk), "public_words": ""}
    assert alice.post(url, sent).status_code == 302
    assert Verdict.objects.get().answer == answer != second


def test_sent_back_with_the_question_that_a_doubt_would_ask(
    running: Running, alice: Client, answer: Answer
) -> None:
    key = f"answer:{answer.pk}:private-person"
    url = address("answer-send-back", answer.pk)
    assert "Could this be said without telling whom" in page(alice, f"{url}?doubt={key}")
    empty = alice.post(url, {"version": version_on(alice, url), "question": ""})
    assert empty.status_code == 422 and not Verdict.objects.exists()
    sent = {"version": version_on(alice, url), "question": "Who counted?"}
    assert alice.post(url, sent).status_code == 302
    lead = Client()
    lead.post(running.url)
    assert "A question about it" in page(lead, f"{running.url}promises/")
    assert "Who counted?" in page(lead, f"{running.url}{running.first.pk}/")
    lead.post(f"{running.url}{running.first.pk}/", running.typed(happened="The wardens did."))
    assert Answer.objects.count() == 2
    assert "Who counted?" not in page(lead, f"{running.url}{running.first.pk}/")
    assert "Another answer has come since" in page(alice, address("item-read", running.first.pk))


def test_nothing_came_and_why_is_kept(running: Running, alice: Client) -> None:
    url = address("item-read", running.second.pk)
    assert "Nobody has answered yet" in page(alice, url)
    assert alice.post(url, {"version": version_on(alice, url), "why": ""}).status_code == 422
    alice.post(url, {"version": version_on(alice, url), "why": "The post is empty."})
    assert Verdict.objects.get().words == "The post is empty."
    assert "The post is empty." in page(alice, url)


def test_not_reported_though_something_was_sent(
    running: Running, alice: Client, answer: Answer
) -> None:
    url = address("item-not-reported", running.first.pk)
    alice.post(url, {"version": version_on(alice, url), "why": "In doubt."})
    assert Verdict.objects.get().kind == "not-reported"
    assert Answer.objects.filter(pk=answer.pk).exists()


def test_a_doubt_is_left_and_pointed_out_again(
    running: Running, alice: Client, answer: Answer
) -> None:
    url = address("round-doubt-leave", running.round.pk)
    key = f"answer:{answer.pk}:private-person"
    back = alice.post(url, {"doubt": key, "item": running.first.pk})
    assert back["Location"] == f"{address('item-read', running.first.pk)}#doubts"
    told = page(alice, address("round-review", running.round.pk))
    assert "Looked at, and left" in told and "by Alice Archer" in told
    alice.post(url, {"doubt": key, "again": "yes"})
    assert not Settled.objects.exists()
    assert alice.post(url, {"doubt": "answer:²:x", "item": "²"}).status_code == 302


def test_concerns_and_decisions(running: Running, alice: Client, answer: Answer) -> None:
    told = page(alice, address("round-raised", running.round.pk))
    assert "The team is at breaking point." in told and "Fund two posts?" in told
    decision = Raised.objects.get(kind="decision")
    url = address("raised", decision.pk)
    sent = {"version": "1", "decided": "confirmed", "for_the_board": "", "why": ""}
    assert alice.post(url, sent).status_code == 302
    decision.refresh_from_db()
    assert (decision.decided, decision.for_the_board) == ("confirmed", "Fund two posts?")
    assert alice.post(url, sent).status_code == 409
    concern = address("raised", Raised.objects.get(kind="concern").pk)
    refused = alice.post(concern, {"version": "1", "decided": "set-aside", "why": ""})
    assert refused.status_code == 422


def test_a_partners_answer_is_typed_for_them(running: Running, alice: Client) -> None:
    question = changes.ask_question(
        item=running.first, words="Have you the figures?", organisation=running.small.police, by=BY
    )
    url = address("question-answer", question.pk)
    alice.post(url, {"version": "0", "answered_by": "The hospital", "words": "Yes: 12."})
    question.refresh_from_db()
    assert (question.answer, question.answered_by) == ("Yes: 12.", "The hospital")
    assert "Yes: 12." in page(alice, address("round-raised", running.round.pk))
    other = changes.ask_question(
        item=running.first, words="And last year’s?", organisation=running.small.police, by=BY
    )
    alice.post(address("question-withdraw", other.pk))
    assert Question.objects.get(pk=other.pk).withdrawn_at


def test_a_strike_is_proposed_taken_back_and_decided(running: Running, alice: Client) -> None:
    action, raised = running.small.action, address("round-raised", running.round.pk)
    link = f"{address('round-strike', running.round.pk)}?promise={action.pk}"
    assert link in page(alice, address("item-read", running.second.pk)).replace(
        f"promise={running.second.action_id}", f"promise={action.pk}"
    )
    told = page(alice, link)
    assert "The promise 2.1" in told and "Patrol the high street" not in told
    assert "checked" not in told  # nobody's choice is made for them
    empty = alice.post(link, {"what": f"promise-{action.pk}", "why": ""})
    assert empty.status_code == 422
    for asked in ("", "?promise=²", "?promise=987654"):
        every = page(alice, f"{address('round-strike', running.round.pk)}{asked}")
        assert "Patrol the high street" in every
    sent = {"what": f"promise-{action.pk}", "why": "The scheme has ended."}
    assert alice.post(link, sent)["Location"] == f"{raised}#strikes"
    assert "The scheme has ended." in page(alice, raised)
    assert "The scheme has ended." in page(alice, address("item-read", running.first.pk))
    first = ProposedStrike.objects.get()
    alice.post(address("strike-withdraw", first.pk))
    assert "The scheme has ended." not in page(alice, raised)
    alice.post(link, {**sent, "what": f"outcome-{running.small.first.pk}"})
    url = address("strike", ProposedStrike.objects.get(withdrawn_at=None).pk)
    day = {"decided_on_day": "14", "decided_on_month": "7", "decided_on_year": "2026"}
    decision = {"verdict": "struck", "decided_by": "The board, minute 6", "why": "It ended.", **day}
    assert alice.post(url, {"version": version_on(alice, url), **decision}).status_code == 302
    running.small.first.refresh_from_db()
    assert running.small.first.state == "struck"
    assert "Struck by The board, minute 6 on 14 July 2026: It ended." in page(alice, raised)


def test_what_was_struck_in_the_plan_itself_waits_no_more(running: Running, alice: Client) -> None:
    action, raised = running.small.action, address("round-raised", running.round.pk)
    changes.propose_strike(round_=running.round, action=action, why="It ended.", by=BY)
    assert "Put down what the board decided" in page(alice, raised)
    plan_changes.strike_action(action=action, version=action.version, decision=decided(), by=BY)
    told = page(alice, raised)
    assert "Struck in the plan since." in told
    assert "Put down what the board decided" not in told


def test_the_record_tells_others_nothing_of_a_restricted_promise(
    running: Running, answer: Answer
) -> None:
    action, round_ = running.small.action, running.round
    made = changes.propose_strike(round_=round_, action=action, why="The informer left.", by=BY)
    changes.decide_strike(strike=made, decided="kept", decision=decided(), version=1, by=BY)
    board = signed_in(account("Bea Board", running.small.partnership, "board"))
    told = page(board, "/desk/marsh/record/")
    assert "The informer left." in told and "Mrs Vail thanked" in told
    Action.objects.filter(pk=action.pk).update(audience="restricted")
    told = page(board, "/desk/marsh/record/")
    for words in ("The informer left.", "Mrs Vail thanked", action.label):
        assert words not in told


def test_late_answers_are_taken_up(running: Running, alice: Client) -> None:
    running.frozen()
    late = changes.send_answer(item=running.first, given=running.given(), press="late", by=BY)
    url = address("round-review", running.round.pk)
    assert "came after the freeze" in page(alice, url)
    alice.post(address("answer-take-up", late.pk))
    assert Standing.objects.filter(outcome=running.small.first).exists()
    assert "came after the freeze" not in page(alice, url)


def test_nobody_but_a_coordinator_reads_it(
    running: Running, answer: Answer, rita: Client, charlie: Client
) -> None:
    raised = Raised.objects.first()
    assert raised
    for url in (
        address("round-review", running.round.pk),
        address("round-raised", running.round.pk),
        address("item-read", running.first.pk),
        address("item-not-reported", running.first.pk),
        address("answer-send-back", answer.pk),
        address("raised", raised.pk),
    ):
        assert rita.get(url).status_code == charlie.get(url).status_code == 404
        assert rita.post(url, {}).status_code == 404


def test_another_partnerships_rows_are_not_there(
    running: Running, answer: Answer, charlie: Client
) -> None:
    for name, pk in (
        ("round-review", running.round.pk),
        ("item-read", running.first.pk),
        ("answer-send-back", answer.pk),
    ):
        assert charlie.get(reverse(f"desk:{name}", args=["dale", pk])).status_code == 404
    taken = reverse("desk:answer-take-up", args=["dale", answer.pk])
    assert charlie.post(taken).status_code == 404


def test_news_of_october_is_kept_for_the_next_round(running: Running, alice: Client) -> None:
    given = running.given(words="On 9 October 2026 we went to the yard.")
    answer = changes.send_answer(item=running.first, given=given, press="one", by=BY)
    reading, keeping = address("item-read", running.first.pk), address("answer-keep", answer.pk)
    assert (
        page(alice, reading).count("Keep this for the next round") == 2
    )  # by the doubt, and below
    assert alice.post(keeping)["Location"] == reading
    told = page(alice, reading)
    assert "Kept for the next round by Alice Archer." in told
    review = page(alice, address("round-review", running.round.pk))
    assert "tells of a day outside this round" in review.split("Looked at, and left")[1]
    alice.post(keeping, {"no_more": "yes"})
    assert Kept.objects.get().undone_by == "Alice Archer"
    assert page(alice, reading).count("Keep this for the next round") == 2
