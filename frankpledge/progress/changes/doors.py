"""Whether what came through a link may be kept."""

from frankpledge.asking.models import Link
from frankpledge.progress.models import Item
from frankpledge.record.errors import Refused


class Revoked(Refused):
    """The link was taken back: nothing that comes through it is kept."""


def refuse_if_revoked(link: Link | None) -> None:
    """Asked again inside the change: it may have been revoked since the page was opened."""
    if link and Link.objects.filter(pk=link.pk, revoked_at__isnull=False).exists():
        raise Revoked("This link was taken back, so nothing was kept. Ring the coordinator.")


def require_theirs(item: Item) -> None:
    request = item.request
    if item.passed_to:
        raise Refused(f"This was passed to {item.passed_to.called}, who answers it now.")
    if request.called_off_at or request.round.stage == "planned":
        raise Refused("This is not asked at present. Ring the coordinator if you have news.")
