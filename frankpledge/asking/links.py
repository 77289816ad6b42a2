"""Doors without an account: made, known again by what is signed, taken back, ended."""

import secrets
from collections.abc import Sequence

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone

from frankpledge.asking.models import Link
from frankpledge.partnership.models import Partnership
from frankpledge.record import lines

SALT = "frankpledge.asking.link"


def make(*, partnership: Partnership, opens: str, holder: str, by: lines.Author) -> Link:
    return Link.objects.create(
        partnership=partnership,
        opens=opens,
        holder=holder,
        nonce=secrets.token_urlsafe(18),
        made_by=by.record_name[:160],
    )


def token_of(link: Link) -> str:
    """What stands in the address. Who has the row has not the key, and so cannot make it."""
    return _signer().sign(f"{link.pk}-{link.nonce}")


def link_by_token(token: str) -> Link | None:
    """Compared in constant time before any row is read; reading it changes nothing."""
    try:
        pk, _, nonce = _signer().unsign(token).partition("-")
    except BadSignature:
        return None
    return Link.objects.select_related("partnership").filter(pk=pk, nonce=nonce).first()


def _signer() -> Signer:
    return Signer(salt=SALT, sep="~")


def opened(link: Link) -> None:
    """Start was pressed."""
    now = timezone.now()
    Link.objects.filter(pk=link.pk).update(last_opened_at=now)
    Link.objects.filter(pk=link.pk, first_opened_at=None).update(first_opened_at=now)


def address_of(link: Link) -> str:
    return f"{settings.ADDRESS}{reverse('replying:door', args=[token_of(link)])}"


def revoke(*, link: Link, by: lines.Author, why: str) -> None:
    """Taken back at once: whatever comes through it from now on is not kept."""
    Link.objects.filter(pk=link.pk, revoked_at=None).update(
        revoked_at=timezone.now(), revoked_by=by.record_name[:160], revoked_why=why[:300]
    )
    link.refresh_from_db()


def end(*, partnership: Partnership, opens: Sequence[str]) -> int:
    """What they opened is closed. Ended is not revoked: late words are still taken."""
    live = Link.objects.filter(partnership=partnership, opens__in=opens, ended_at=None)
    return live.update(ended_at=timezone.now())


def renew(*, partnership: Partnership, opens: Sequence[str]) -> int:
    """What they opened is open again. Those that were revoked stay so."""
    ended = Link.objects.filter(partnership=partnership, opens__in=opens, revoked_at=None)
    return ended.update(ended_at=None)
