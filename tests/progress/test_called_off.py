"""Who is asked no more, and what comes late and is taken up: both are counted as what they are."""

import pytest

from frankpledge.asking.models import Link
from frankpledge.progress import changes, queries
from frankpledge.progress.freshness import freshness_of as freshness
from frankpledge.progress.models import Answer
from frankpledge.progress.queries.asking import Asked
from tests.progress.rounds import ASKED_BY, Led
from tests.small import BY


def on_the_board(led: Led, called: str) -> Asked:
    page = queries.round_page(led.round)
    return next(one for one in page.asked if one.request.called.startswith(called))


def read_as(led: Led, ref: str) -> queries.PromiseRead:
    page = queries.review_page(led.round)
    return next(one for one in page.promises if one.action.ref == ref)


def call_off(led: Led, called: str) -> None:
    changes.call_off(request=led.request(called), by=ASKED_BY, why="He has left.")


def freeze(led: Led) -> None:
    if led.round.stage == "asked":
        changes.start_review(round_=led.round, by=ASKED_BY)
    changes.freeze(round_=led.round, by=ASKED_BY)


def test_whoever_is_asked_no_more_has_nothing_left_to_answer(led: Led) -> None:
    led.asked()
    before = queries.will_hold(led.round)
    call_off(led, "Ingrid")
    lead = on_the_board(led, "Ingrid")
    assert (lead.key, lead.of, lead.items) == ("called-off", 0, [])
    assert [item.action.ref for item in lead.given_up] == ["2.2"]
    assert queries.round_page(led.round).promises == before.promises - 1
    holds = queries.will_hold(led.round)
    assert (holds.promises, holds.missing) == (before.promises - 1, before.missing - 1)
    assert read_as(led, "2.2").key == "called-off"
    assert read_as(led, "2.3").key == "missing"


def test_what_they_answered_before_stays_and_counts(led: Led) -> None:
    led.asked().answer("Ingrid")
    call_off(led, "Ingrid")
    lead = on_the_board(led, "Ingrid")
    assert (lead.key, lead.of, lead.given_up) == ("answered", 1, [])
    assert read_as(led, "2.2").key == "unread"


def test_nobody_missed_what_they_were_no_longer_asked_for(led: Led) -> None:
    led.asked()
    call_off(led, "Ingrid")
    freeze(led)
    told = freshness(led.small.plan)
    assert told is not None
    keys = {ref: told[action.pk].key for ref, action in led.actions.items()}
    assert (keys["2.2"], keys["2.3"]) == ("not-asked", "missed")


def test_a_promise_that_another_still_leads_is_still_missing(led: Led) -> None:
    led.asked()
    request = led.request("Ingrid")
    changes.pass_on(
        request=request,
        items=list(request.items.all()),
        name="Nell Okafor",
        email="nell@police.example",
        why="",
        by=BY,
    )
    assert read_as(led, "2.2").key == "missing"
    call_off(led, "Nell")
    assert read_as(led, "2.2").key == "called-off"


def test_they_can_be_asked_again_by_a_new_link(led: Led) -> None:
    led.asked()
    old = led.request("Ingrid").link
    assert old is not None
    call_off(led, "Ingrid")
    changes.send_again(request=led.request("Ingrid"), by=ASKED_BY)
    again = led.request("Ingrid")
    assert again.called_off_at is None and again.link is not None and again.link.is_live
    assert Link.objects.get(pk=old.pk).is_revoked
    led.answer("Ingrid")
    assert on_the_board(led, "Ingrid").key == "answered"


@pytest.fixture
def late(led: Led) -> Answer:
    led.asked()
    freeze(led)
    led.answer("Ingrid")
    return Answer.objects.get()


def test_a_late_answer_counts_for_nothing_until_it_is_taken_up(led: Led, late: Answer) -> None:
    assert queries.will_hold(led.round).answered == 0
    assert [one.answer for _, one in queries.review_page(led.round).late] == [late]
    told = freshness(led.small.plan)
    assert told is not None and told[led.actions["2.2"].pk].key == "missed"


def test_taken_up_it_is_an_answer_of_the_reopened_round(led: Led, late: Answer) -> None:
    changes.take_up_late(answer=late, by=ASKED_BY)
    assert queries.review_page(led.round).late == []
    told = freshness(led.small.plan)
    assert told is not None and told[led.actions["2.2"].pk].key == "answered-late"
    assert queries.faults_of(led.round) == []
    changes.reopen(round_=led.round, by=ASKED_BY, why="It came.")
    holds = queries.will_hold(led.round)
    assert (holds.answered, holds.unread, holds.missing) == (1, 1, 3)
    assert on_the_board(led, "Ingrid").key == "answered"
    promise = read_as(led, "2.2")
    assert promise.key == "unread"
    changes.agree(answer=late, version=promise.version, is_public=True, by=ASKED_BY)
    assert queries.will_hold(led.round).read == 1
    freeze(led)
    assert queries.faults_of(led.round) == []
