"""Asking one lead: a link, a letter, and what is done when the letter does not arrive."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from frankpledge.asking import letters, links
from frankpledge.asking.models import Letter
from frankpledge.progress import mail
from frankpledge.progress.changes.steps import require_running, tell
from frankpledge.progress.changes.turns import change
from frankpledge.progress.models import Item, Request, Rhythm, Round
from frankpledge.progress.outstanding import outstanding
from frankpledge.record import lines
from frankpledge.record.errors import Refused

ARRIVES = ("waiting", "posting", "sent", "unknown")


def rhythm_of(round_: Round) -> Rhythm:
    return Rhythm.objects.filter(partnership=round_.partnership).first() or Rhythm()


def ask_all(round_: Round, by: lines.Author) -> list[Letter]:
    """Everybody who has something to answer, an address, and no letter on its way."""
    waiting, rhythm = outstanding(round_), rhythm_of(round_)
    found = Request.objects.filter(round=round_, pk__in=waiting, asked_at=None).exclude(email="")
    return [_ask(one, waiting[one.pk], rhythm, by) for one in _of(round_, found)]


def _of(round_: Round, found):  # type: ignore[no-untyped-def]
    for request in found.select_related("link"):
        request.round = round_
        yield request


def _ask(request: Request, items: Sequence[Item], rhythm: Rhythm, by: lines.Author) -> Letter:
    link = request.link
    if link is None or not link.is_live:
        link = links.make(
            partnership=request.round.partnership,
            opens=request.about,
            holder=request.called[:200],
            by=by,
        )
    request.link, request.asked_at, request.called_off_at = link, timezone.now(), None
    request.version += 1
    request.save(update_fields=["link", "asked_at", "called_off_at", "version"])
    subject, body = mail.ask(request, items, rhythm)
    return letters.queue(
        partnership=request.round.partnership,
        key=_next_key(request),
        about=request.about,
        kind="ask",
        to=request.email,
        subject=subject,
        body=body,
        by=by,
        link=link,
    )


def _next_key(request: Request) -> str:
    before = Letter.objects.filter(about=request.about, key__startswith=f"{request.about}:ask")
    count = before.count()
    return f"{request.about}:ask:{count + 1}" if count else f"{request.about}:ask"


@change
def send_again(*, request: Request, by: lines.Author, why: str = "") -> Letter:
    """A new link in a new letter. Whoever holds the old one can do nothing with it any more.

    Whoever was asked no more is asked again by it.
    """
    request = _now(request)
    require_running(request.round)
    if not request.email:
        raise Refused("There is no address to send it to. Add one first.", field="email")
    _revoke(request, by, why or "Sent again")
    letter = _ask(request, _theirs(request), rhythm_of(request.round), by)
    tell(request, "request.sent-again", by, why=why)
    return letter


@change
def revoke(*, request: Request, by: lines.Author, why: str) -> None:
    """The link opens nothing from now on, and nothing that comes through it is kept."""
    request = _now(request)
    if request.link is None or request.link.is_revoked:
        raise Refused("There is no link to take back.")
    if not why.strip():
        raise Refused("Say why the link is taken back.", field="why")
    _revoke(request, by, why)
    tell(request, "request.link-revoked", by, why=why)


def _revoke(request: Request, by: lines.Author, why: str) -> None:
    if request.link and not request.link.is_revoked:
        links.revoke(link=request.link, by=by, why=why)
    letters.call_off(
        partnership=request.round.partnership,
        about=request.about,
        kinds=("ask", "remind", "passed-on"),
    )


@change
def call_off(*, request: Request, by: lines.Author, why: str) -> None:
    """They are asked no more. What they have answered stays."""
    request = _now(request)
    require_running(request.round)
    if request.called_off_at:
        return
    _revoke(request, by, why or "Called off")
    request.called_off_at = timezone.now()
    request.version += 1
    request.save(update_fields=["called_off_at", "version"])
    tell(request, "request.called-off", by, why=why)


@change
def mend_address(*, request: Request, email: str, by: lines.Author) -> Letter | None:
    """Asked already: asked again there, and the link that went astray is taken back."""
    request, email = _now(request), email.strip()
    require_running(request.round)
    try:
        validate_email(email)
    except ValidationError as error:
        raise Refused("Type an address such as name@example.org.", field="email") from error
    was_asked = request.asked_at is not None or request.round.stage in ("asked", "review")
    if email == request.email:
        return None
    request.email = email
    request.version += 1
    request.save(update_fields=["email", "version"])
    tell(request, "request.address-mended", by)  # the address itself stays out of the record
    items = _theirs(request)
    if not was_asked or not items or request.called_off_at:
        return None
    _revoke(request, by, "Sent to another address")
    return _ask(request, items, rhythm_of(request.round), by)


@change
def bounced(*, letter: Letter, by: lines.Author) -> None:
    letters.mark_bounced(letter=letter, by=by)
    kind, _, pk = letter.about.partition(":")
    if kind == "request" and (found := Request.objects.filter(pk=pk).first()):
        tell(found, "request.letter-came-back", by)


def _now(request: Request) -> Request:
    found = Request.objects.select_related("round__partnership", "round__plan", "link")
    return found.get(pk=request.pk)


def _theirs(request: Request) -> list[Item]:
    own = Item.objects.filter(request=request, passed_to=None, dropped_at=None)
    items = list(own.select_related("action"))
    return outstanding(request.round).get(request.pk, items)
