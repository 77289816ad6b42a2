"""What the clock does for returns: each period is owed once it is over, asked for, chased."""

import datetime

from django.utils import timezone

from frankpledge.asking import clock
from frankpledge.asking.letters import wanted_while
from frankpledge.delivery.changes.asking import (
    ask_for,
    may_remind,
    remind_of,
    still_wanted,
)
from frankpledge.delivery.changes.owing import end_old_link, owe_what_is_over
from frankpledge.delivery.changes.returns import owes_anew
from frankpledge.delivery.models import Owed, Return
from frankpledge.delivery.reached import officer_of
from frankpledge.delivery.states import MISSING_AFTER, newest_due
from frankpledge.partnership.models.dated import today
from frankpledge.record.errors import Refused
from frankpledge.record.lines import System

BY = System("The timetable of returns")
LINK_LIVES = datetime.timedelta(days=120)

wanted_while("return", still_wanted)


@clock.every(minutes=5)
def owe_what_is_due() -> None:
    """Looked at without holding anything; whoever finds something takes their turn."""
    for return_ in Return.objects.select_related("partnership"):
        if owes_anew(return_):
            owe_what_is_over(return_=return_, by=BY)


@clock.every(minutes=5)
def ask_what_is_due() -> None:
    """What is long past is asked by hand, so that a new return writes one letter and not ten."""
    for owed in _open().filter(asked_at=None, of__asks_by_itself=True):
        if not (owed.email or officer_of(owed.of).email):
            continue
        try:
            ask_for(owed=owed, by=BY)
        except Refused:
            continue  # another worker was first


@clock.every(minutes=5)
def remind_what_is_late() -> None:
    for owed in _open().filter(asked_at__isnull=False):
        day = newest_due(owed.of, owed.due_on, today())
        try:
            if day and may_remind(owed, day):
                remind_of(owed=owed, day=day, by=BY)
        except Refused:
            continue


@clock.every(minutes=60)
def end_what_is_old() -> None:
    """A door that nobody needs any more is no door: it ends some months after it was made."""
    before = timezone.now() - LINK_LIVES
    old = Owed.objects.filter(link__made_at__lt=before, link__ended_at=None, link__revoked_at=None)
    for owed in old.select_related("of__partnership", "link"):
        end_old_link(owed=owed, by=BY)


def _open():  # type: ignore[no-untyped-def]
    recent = today() - MISSING_AFTER - datetime.timedelta(days=1)
    found = Owed.objects.filter(due_on__gt=recent, replies=None, let_off_at=None)
    return found.select_related(
        "of__partnership", "of__organisation", "of__post", "of__person", "link"
    )
