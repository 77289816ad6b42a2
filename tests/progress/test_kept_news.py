"""'October' in the April to June round: kept, and offered when the next round asks."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from frankpledge.progress import changes, queries
from frankpledge.progress.forms.here import values_here
from frankpledge.progress.models import Answer, Item, Kept, Round, Settled
from frankpledge.progress.queries.replying import ItemHere
from frankpledge.record import freezes
from frankpledge.record.errors import Refused
from frankpledge.record.models import Line
from frankpledge.replying.forms.answer import initial_of
from tests.progress.rounds import ASKED_BY, Led

JANUARY = datetime.datetime(2027, 1, 4, 9, tzinfo=datetime.UTC)
DOUBT = "outside-the-period"


@pytest.fixture
def early(led: Led) -> Answer:
    """Told in October in the round of July to September."""
    led.asked().answer("Ingrid")
    changes.start_review(round_=led.round, by=ASKED_BY)
    Answer.objects.update(happened="On 2 October we trained nine.")
    return Answer.objects.get()


def next_round(led: Led, starts: datetime.date, ends: datetime.date) -> Round:
    round_ = changes.plan_round(
        partnership=led.partnership, plan=led.small.plan, starts=starts, ends=ends, by=ASKED_BY
    )
    changes.open_round(round_=round_, by=ASKED_BY)
    changes.ask(round_=round_, by=ASKED_BY)
    return round_


def here(led: Led, round_: Round) -> ItemHere:
    item = Item.objects.get(request__round=round_, action=led.actions["2.2"])
    return queries.asked_item(item.request, item.pk)


def winter(led: Led) -> Round:
    return next_round(led, datetime.date(2026, 10, 1), datetime.date(2026, 12, 31))


def test_it_is_offered_in_the_next_round_and_settles_the_doubt(led: Led, early: Answer) -> None:
    assert [doubt.rule for _, doubt in queries.review_page(led.round).doubts] == [DOUBT]
    changes.keep_for_next(answer=early, by=ASKED_BY)
    changes.keep_for_next(answer=early, by=ASKED_BY)
    page = queries.review_page(led.round)
    assert not page.doubts and page.settled[0][2].how == "Kept for the next round"
    assert Kept.objects.count() == 1
    assert Line.objects.filter(verb="answer.kept-for-the-next-round").count() == 1
    with time_machine.travel(JANUARY):
        found = here(led, winter(led))
        assert found.kept == [early]
        assert initial_of(found)["happened"] == early.happened
        assert values_here(found) == {"happened": early.happened}
    early.refresh_from_db()
    assert early.happened == "On 2 October we trained nine.", "the answer itself stays"


def test_once_a_round_has_its_answer_it_is_offered_no_more(led: Led, early: Answer) -> None:
    changes.keep_for_next(answer=early, by=ASKED_BY)
    with time_machine.travel(JANUARY):
        found = here(led, winter(led))
        led.answer_item(found.item, "winter")
        assert here(led, found.item.request.round).kept == [early], "still told beside it"
        spring = next_round(led, datetime.date(2027, 1, 1), datetime.date(2027, 3, 31))
        assert here(led, spring).kept == []


def test_taken_back_it_is_offered_to_nobody_and_doubted_again(led: Led, early: Answer) -> None:
    changes.keep_for_next(answer=early, by=ASKED_BY)
    changes.unsettle(round_=led.round, doubt=f"answer:{early.pk}:{DOUBT}", by=ASKED_BY)
    assert not Settled.objects.exists() and Kept.objects.get().undone_by == "Alice Archer"
    assert [doubt.rule for _, doubt in queries.review_page(led.round).doubts] == [DOUBT]
    changes.keep_for_next(answer=early, by=ASKED_BY)
    changes.keep_no_more(answer=early, by=ASKED_BY)
    assert Kept.objects.filter(undone_at=None).count() == 0
    with time_machine.travel(JANUARY):
        assert here(led, winter(led)).kept == []


def test_the_freeze_tells_of_it_and_nothing_is_kept_afterwards(led: Led, early: Answer) -> None:
    changes.keep_for_next(answer=early, by=ASKED_BY)
    changes.freeze(round_=led.round, by=ASKED_BY)
    freeze = queries.newest_freeze_of(led.round)
    assert freeze is not None
    told = freezes.section(freeze, "round")
    answers = [a for r in told["requests"] for i in r["items"] for a in i["answers"]]
    assert [one["kept_for_the_next_round"][0]["by"] for one in answers] == ["Alice Archer"]
    assert queries.faults_of(led.round) == []
    with pytest.raises(Refused):
        changes.keep_no_more(answer=early, by=ASKED_BY)


def test_a_form_of_many_promises_takes_as_many_queries(led: Led, early: Answer) -> None:
    changes.keep_for_next(answer=early, by=ASKED_BY)
    with time_machine.travel(JANUARY):
        round_ = winter(led)
        request = Item.objects.get(request__round=round_, action=led.actions["2.1"]).request
        with CaptureQueriesContext(connection) as few:
            queries.asked_items(request)
        for ref in ("2.2", "2.3", "2.4"):
            Item.objects.create(request=request, action=led.actions[ref])
        with CaptureQueriesContext(connection) as many:
            assert sum(len(one.kept) for one in queries.asked_items(request)) == 1
    assert len(many) <= len(few)
