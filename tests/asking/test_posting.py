"""A letter is posted once, tried again where that may help, and what became of it is told."""

import datetime
import threading
from collections.abc import Callable

import pytest
import time_machine
from django.db import connection, connections
from django.utils import timezone

from frankpledge.asking import letters, links
from frankpledge.asking.models import Letter
from frankpledge.asking.posting import GIVEN_UP_ON, WAITS, post_waiting
from frankpledge.record.errors import Refused
from tests.asking.mailserver import MailServer, free_port, over_smtp
from tests.small import BY

Write = Callable[..., Letter]


def after(letter: Letter) -> Letter:
    letter.refresh_from_db()
    return letter


def test_a_letter_arrives_with_the_address_of_its_link(
    write: Write, mail_server: MailServer
) -> None:
    letter = write()
    assert post_waiting() == 1
    (taken,) = mail_server.taken
    assert taken["To"] == "ann@example.org" and taken["Subject"] == "Two promises"
    assert letter.link is not None
    assert links.address_of(letter.link) in taken.get_content()
    assert after(letter).state == "sent" and letter.sent_at and letter.tries == 1
    assert post_waiting() == 0 and len(mail_server.taken) == 1


def test_the_same_key_is_one_letter(write: Write, mail_server: MailServer) -> None:
    assert write() == write()
    post_waiting()
    assert write().state == "sent"
    post_waiting()
    assert len(mail_server.taken) == 1


def test_what_the_server_will_never_take_is_refused_in_its_own_words(
    write: Write, mail_server: MailServer
) -> None:
    mail_server.on_rcpt = "550 No such box"
    letter = write()
    post_waiting()
    assert (after(letter).state, letter.said) == ("refused", "550 No such box")


@pytest.mark.parametrize("when", ["on_rcpt", "on_data"])
def test_a_full_disk_at_the_mail_server_is_waited_for(
    write: Write, mail_server: MailServer, when: str
) -> None:
    setattr(mail_server, when, "452 Insufficient system storage")
    letter = write()
    post_waiting()
    assert (after(letter).state, letter.said) == ("waiting", "452 Insufficient system storage")
    setattr(mail_server, when, "")
    assert post_waiting() == 0  # not yet
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=WAITS[0], seconds=5)):
        assert post_waiting() == 1
    assert after(letter).state == "sent" and letter.tries == 2


def test_one_refusal_keeps_no_other_letter_from_going(
    write: Write, mail_server: MailServer
) -> None:
    bad, good = write("thing:1:ask"), write("thing:2:ask")
    Letter.objects.filter(pk=bad.pk).update(to="gone@example.org")
    mail_server.unknown.add("gone@example.org")
    post_waiting()
    assert (after(bad).state, after(good).state) == ("refused", "sent")


def test_no_mail_server_at_all_is_waited_for_ever_longer_and_then_given_up(write: Write) -> None:
    letter = write()
    now = timezone.now()
    waits = []
    with over_smtp(free_port()):
        for _ in range(len(WAITS) + 1):
            with time_machine.travel(now, tick=False):
                post_waiting()
                after(letter)
                if letter.not_before and letter.state == "waiting":
                    waits.append((letter.not_before - now).total_seconds() / 60)
                    now = letter.not_before
    assert waits == WAITS
    assert letter.state == "refused" and letter.said.startswith("Given up after 11 tries")


@pytest.mark.parametrize("how", ["dies", "stalls"])
def test_a_line_that_breaks_while_the_words_are_handed_over_leaves_it_unknown(
    write: Write, mail_server: MailServer, how: str
) -> None:
    setattr(mail_server, how, True)
    letter = write()
    with over_smtp(mail_server.port, timeout=2.0):  # it stalls for three
        post_waiting()
    assert after(letter).state == "unknown"
    setattr(mail_server, how, False)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=2)):
        assert post_waiting() == 0  # never by itself
    assert after(letter).state == "unknown"


def test_a_letter_whose_worker_was_killed_is_doubted_and_never_posted_again(
    write: Write, mail_server: MailServer
) -> None:
    letter = write()
    Letter.objects.filter(pk=letter.pk).update(state="posting", tried_at=timezone.now())
    assert post_waiting() == 0 and after(letter).state == "posting"
    with time_machine.travel(timezone.now() + GIVEN_UP_ON + datetime.timedelta(seconds=5)):
        post_waiting()
    assert after(letter).state == "unknown" and mail_server.taken == []


def test_a_letter_with_a_link_that_was_taken_back_does_not_go(
    write: Write, mail_server: MailServer
) -> None:
    letter = write()
    assert letter.link is not None
    links.revoke(link=letter.link, by=BY, why="Wrong person")
    post_waiting()
    assert after(letter).state == "called-off" and mail_server.taken == []


def test_what_is_called_off_does_not_go(write: Write, mail_server: MailServer) -> None:
    letter = write()
    assert letters.call_off(partnership=letter.partnership, about="thing:1", kinds=["ask"]) == 1
    post_waiting()
    assert mail_server.taken == []


def test_only_what_was_sent_can_come_back(write: Write, mail_server: MailServer) -> None:
    letter = write()
    with pytest.raises(Refused):
        letters.mark_bounced(letter=letter, by=BY)
    post_waiting()
    letters.mark_bounced(letter=letter, by=BY)
    assert (letter.state, letter.bounced_by) == ("bounced", "Alice Archer")


@pytest.mark.django_db(transaction=True)
def test_many_workers_post_each_letter_once(
    transactional_db: None, request: pytest.FixtureRequest, mail_server: MailServer
) -> None:
    write: Write = request.getfixturevalue("write")
    for number in range(12):
        write(f"thing:{number}:ask")
    # Those were posted as they were written, by the task that each transaction leaves behind.
    assert Letter.objects.filter(state="sent").count() == 12
    mail_server.taken.clear()
    Letter.objects.update(state="waiting")
    faults: list[BaseException] = []

    def work() -> None:
        try:
            post_waiting()
        except BaseException as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert faults == []
    assert len(mail_server.taken) == 12
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}
    assert connection.vendor in ("sqlite", "postgresql")
