"""However many workers and coordinators are at it, each thing is done once."""

import datetime
import threading
from collections.abc import Callable

import pytest
import time_machine
from django.core import mail
from django.db import connections

from frankpledge.asking.models import Letter
from frankpledge.asking.posting import post_waiting
from frankpledge.progress import changes
from frankpledge.progress.models import Item, Step
from frankpledge.progress.timetable import open_what_is_due, remind_what_is_due
from frankpledge.record import checks
from tests.progress.rounds import Led
from tests.small import BY


def at_once(work: Callable[[], object], many: int = 4) -> None:
    faults: list[BaseException] = []

    def one() -> None:
        try:
            work()
        except BaseException as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    workers = [threading.Thread(target=one) for _ in range(many)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert faults == []


@pytest.mark.django_db(transaction=True)
def test_four_workers_open_ask_and_remind_once(
    transactional_db: None, request: pytest.FixtureRequest
) -> None:
    led: Led = request.getfixturevalue("led")
    version = led.round.version
    changes.change_round(round_=led.round, version=version, by=BY, opens_by_itself=True)
    at_once(open_what_is_due)
    assert Step.objects.filter(kind="asked").count() == 1
    assert (Item.objects.count(), Letter.objects.count()) == (4, 3)
    with time_machine.travel(datetime.datetime(2026, 10, 15, 9, tzinfo=datetime.UTC)):
        at_once(remind_what_is_due)
        at_once(post_waiting)
    assert Letter.objects.filter(kind="remind").count() == 3
    assert len(mail.outbox) == 6
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}
    assert checks.verify(led.partnership.chain) == []


def test_an_answer_that_comes_before_its_reminder_is_posted_calls_it_off(led: Led) -> None:
    led.asked()
    Letter.objects.update(state="sent")
    with time_machine.travel(datetime.datetime(2026, 10, 15, 9, tzinfo=datetime.UTC)):
        remind_what_is_due()
        led.answer("Ingrid")
        post_waiting()
    states = Letter.objects.filter(kind="remind").values_list("to", "state")
    assert dict(states) == {
        "ingrid@police.example": "called-off",
        "inspector@police.example": "sent",
        "sefton@group.example": "sent",
    }
