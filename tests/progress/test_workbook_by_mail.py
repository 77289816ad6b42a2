"""'Send me a workbook': enclosed in a letter, as it is on the day that it goes."""

import datetime

import pytest
import time_machine
from django.core import mail

from frankpledge.asking.models import Letter
from frankpledge.asking.posting import post_waiting
from frankpledge.plan import changes as plan_changes
from frankpledge.progress import changes, queries
from frankpledge.progress.forms.incoming import laid_over, read_form
from frankpledge.record.errors import Refused
from frankpledge.record.models import Line
from tests.progress.altering import Book
from tests.running import Running
from tests.small import BY

pytestmark = pytest.mark.django_db


def sent(running: Running) -> Letter:
    return changes.send_workbook(request=running.request, by=BY, link=running.link)


def posted() -> tuple[str, bytes]:
    post_waiting()
    message = mail.outbox[-1]
    (name, data, kind) = message.attachments[0]
    assert kind.endswith("spreadsheetml.sheet") and isinstance(data, bytes)
    assert "/answer/" in str(message.body)
    return str(name), data


def test_it_comes_filled_in_and_goes_back_like_any_other(running: Running) -> None:
    letter = sent(running)
    assert letter.to == "inspector@example.org"
    name, data = posted()
    assert name == f"answers-2026-07-{running.request.pk}.xlsx"
    book = Book(data)
    book.put("Nine in ten in time", "What happened?", "We went.")
    incoming = read_form(book.saved(), name)
    first = laid_over(incoming, queries.asked_items(running.request))[0][0]
    assert first.values()["happened"] == "We went."
    assert Line.objects.filter(verb="request.workbook-sent").count() == 1


def test_nothing_of_this_round_lies_in_a_mailbox(running: Running) -> None:
    running_words = running.given(words="Only for the round.")
    changes.send_answer(item=running.first, given=running_words, press="a", by=BY)
    changes.keep_typing(item=running.second, hand="x", values={"happened": "Half a thought"})
    sent(running)
    _, data = posted()
    told = str(Book(data).sheets)
    assert "Only for the round." not in told and "Half a thought" not in told
    incoming = read_form(data, "a.xlsx")
    merged, _ = laid_over(incoming, queries.asked_items(running.request))
    assert not any(one.is_new for one in merged), "and brought back as it was, it takes nothing"


def test_a_restricted_promise_is_in_no_letter(running: Running) -> None:
    action = running.second.action
    plan_changes.set_audience(action=action, audience="restricted", why="An address", by=BY)
    sent(running)
    _, data = posted()
    assert "Patrol the high street" not in str(Book(data).sheets)
    assert "Patrol the high street" not in str(mail.outbox[-1].body)


def test_a_double_press_sends_one_and_ten_minutes_on_another(running: Running) -> None:
    now = datetime.datetime.now(tz=datetime.UTC)
    assert sent(running) == sent(running)
    for number in range(1, 10):
        with time_machine.travel(now + datetime.timedelta(minutes=11 * number)):
            sent(running)
    letters = Letter.objects.filter(kind="workbook")
    assert letters.count() == 10
    with (
        time_machine.travel(now + datetime.timedelta(hours=3)),
        pytest.raises(Refused, match="10 times"),
    ):
        sent(running)


def test_who_cannot_be_reached_is_refused_in_words(running: Running) -> None:
    running.revoked()
    with pytest.raises(changes.Revoked):
        sent(running)
    with pytest.raises(Refused, match="no link"):
        changes.send_workbook(request=running.request, by=BY)


def test_what_cannot_be_made_holds_up_no_other_letter(running: Running) -> None:
    letter = sent(running)
    Letter.objects.filter(pk=letter.pk).update(encloses="a thing nobody makes")
    post_waiting()
    letter.refresh_from_db()
    assert letter.state == "refused" and "could not be made" in letter.said
    assert Letter.objects.exclude(pk=letter.pk).filter(state="sent").exists()


def test_the_round_closes_before_it_is_posted(running: Running) -> None:
    letter = sent(running)
    running.frozen()
    post_waiting()
    letter.refresh_from_db()
    assert letter.state == "called-off"
