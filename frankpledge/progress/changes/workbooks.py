"""'Send me a workbook': the questions as a file, enclosed in a letter."""

import datetime

from django.utils import timezone

from frankpledge.asking import letters
from frankpledge.asking.models import Letter, Link
from frankpledge.progress import mail
from frankpledge.progress.changes.doors import refuse_if_revoked
from frankpledge.progress.changes.steps import require_running, tell
from frankpledge.progress.changes.turns import change
from frankpledge.progress.models import Item, Request
from frankpledge.record import lines
from frankpledge.record.errors import Refused

KIND = "workbook"
SOON = datetime.timedelta(minutes=10)
MOST = 10  # in one round: whoever holds a link cannot fill somebody's mailbox


@change
def send_workbook(*, request: Request, by: lines.Author, link: Link | None = None) -> Letter:
    """To the address that they were asked at, and to no other. A double press sends one."""
    refuse_if_revoked(link)
    request = Request.objects.select_related("round__partnership", "link").get(pk=request.pk)
    require_running(request.round)
    _require_reached(request)
    before = Letter.objects.filter(about=request.about, kind=KIND)
    newest = before.first()
    if newest and newest.made_at > timezone.now() - SOON:
        return newest
    if before.count() >= MOST:
        raise Refused(f"It was sent {MOST} times already. Fetch the workbook here instead.")
    subject, body = mail.workbook(request, _items(request))
    letter = letters.queue(
        partnership=request.round.partnership,
        key=f"{request.about}:{KIND}:{before.count() + 1}",
        about=request.about,
        kind=KIND,
        to=request.email,
        subject=subject,
        body=body,
        by=by,
        link=request.link,
        encloses=KIND,
    )
    tell(request, "request.workbook-sent", by)
    return letter


def _require_reached(request: Request) -> None:
    if not request.email:
        raise Refused("There is no address to send it to. Add one first.")
    if request.link is None or not request.link.is_live:
        raise Refused("They have no link at present. Ask them first.")
    if not _items(request):
        raise Refused("They are asked for nothing that can be sent by mail.")


def _items(request: Request) -> list[Item]:
    """A restricted promise is not named in a mail."""
    own = Item.objects.filter(request=request, passed_to=None, dropped_at=None)
    return list(own.exclude(action__audience="restricted").select_related("action"))
