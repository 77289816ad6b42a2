"""Posting what waits. Each letter is claimed first, so that of many workers one posts it."""

import datetime
import logging
from contextlib import suppress
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.db.models import F, Q
from django.utils import timezone
from django_tasks import task

from frankpledge.asking import links
from frankpledge.asking.enclosures import enclosed_in
from frankpledge.asking.letters import is_wanted
from frankpledge.asking.models import Letter
from frankpledge.asking.refusals import Outcome, outcome_of

logger = logging.getLogger(__name__)
WAITS = [1, 5, 15, 30, 60, 120, 240, 480, 720, 1440]  # minutes, after each try that failed
GIVEN_UP_ON = datetime.timedelta(minutes=15)  # longer than any mail server keeps us waiting


@task()
def post_in_a_while() -> None:
    post_waiting()


def post_soon() -> None:
    post_in_a_while.enqueue()


def post_waiting() -> int:
    """Every letter that waits and may go now, oldest first."""
    doubt_the_lost()
    posted, wire = 0, Wire()
    try:
        for pk in list(_due().order_by("pk").values_list("pk", flat=True)):
            posted += _post(pk, wire)
    finally:
        wire.close()
    return posted


def _due() -> Any:
    now = timezone.now()
    return Letter.objects.filter(Q(not_before=None) | Q(not_before__lte=now), state="waiting")


def doubt_the_lost() -> int:
    """A worker was killed while posting: nobody knows whether it went, so nobody sends it again."""
    lost = Letter.objects.filter(state="posting", tried_at__lt=timezone.now() - GIVEN_UP_ON)
    return lost.update(state="unknown", said="The sending was cut short.")


def _post(pk: int, wire: "Wire") -> bool:
    letter = Letter.objects.select_related("link", "partnership").get(pk=pk)
    waiting = Letter.objects.filter(pk=pk, state="waiting")
    if not is_wanted(letter):
        waiting.update(state="called-off")
        return False
    message = _made(letter)
    if message is None:
        waiting.update(state="refused", said="What it encloses could not be made.")
        return False
    if not waiting.update(state="posting", tries=F("tries") + 1, tried_at=timezone.now()):
        return False  # another worker has it
    outcome = wire.send(message)
    _keep(letter, outcome)
    return outcome.state == "sent"


def _made(letter: Letter) -> EmailMessage | None:
    """One letter that cannot be made keeps no other from going."""
    try:
        return _message(letter)
    except Exception:
        logger.exception("What letter %s encloses could not be made.", letter.pk)
        return None


def _message(letter: Letter) -> EmailMessage:
    body = letter.body
    if letter.link:
        body = body.replace("{link}", links.address_of(letter.link))
    # Away-messages must not answer a machine.
    headers = {"Auto-Submitted": "auto-generated"}
    message = EmailMessage(letter.subject, body, None, [letter.to], headers=headers)
    for enclosure in enclosed_in(letter):
        message.attach(*enclosure)
    return message


def _keep(letter: Letter, outcome: Outcome) -> None:
    now = timezone.now()
    fields: dict[str, Any] = {"state": outcome.state, "said": outcome.said[:300]}
    if outcome.state == "sent":
        fields["sent_at"] = now
    elif outcome.state == "waiting":
        fields |= _again(letter, outcome, now)
    # It may have been doubted meanwhile, by a worker with less patience: we know better.
    Letter.objects.filter(pk=letter.pk, state__in=("posting", "unknown")).update(**fields)


def _again(letter: Letter, outcome: Outcome, now: datetime.datetime) -> dict[str, Any]:
    if letter.tries >= len(WAITS):
        said = f"Given up after {letter.tries + 1} tries. The last: {outcome.said}"
        return {"state": "refused", "said": said[:300]}
    return {"not_before": now + datetime.timedelta(minutes=WAITS[letter.tries])}


class Wire:
    """One connection for many letters. After a fault the next letter gets a new one."""

    def __init__(self) -> None:
        self._connection: Any = None
        self.handing_over = False

    def send(self, message: EmailMessage) -> Outcome:
        self.handing_over = False
        try:
            connection = self._open()
            connection.send_messages([message])
        except Exception as error:
            self.close()
            return outcome_of(error, handing_over=self.handing_over)
        return Outcome("sent")

    def _open(self) -> Any:
        if self._connection is None:
            self._connection = get_connection()
            self._connection.open()
            self._watch(getattr(self._connection, "connection", None))
        return self._connection

    def _watch(self, smtp: Any) -> None:
        """From when the words are handed over, a broken line leaves it open whether they came."""
        if smtp is None or not hasattr(smtp, "data"):
            return
        hand_over = smtp.data

        def data(message: Any) -> Any:
            self.handing_over = True
            return hand_over(message)

        smtp.data = data

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(Exception):  # a line that is down already
                connection.close()
