"""Asking for what is owed: a link, a letter, reminders that end, and taking back."""

import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from frankpledge.asking import letters, links
from frankpledge.asking.models import Letter
from frankpledge.delivery import mail
from frankpledge.delivery.changes.telling import required, tell
from frankpledge.delivery.changes.turns import change
from frankpledge.delivery.models import Owed
from frankpledge.delivery.reached import officer_of
from frankpledge.partnership.models.dated import today
from frankpledge.record import lines
from frankpledge.record.errors import Refused

WRITTEN = ("ask", "remind")
DEAD = ("bounced", "refused")


@change
def ask_for(*, owed: Owed, by: lines.Author) -> Letter:
    """To whoever is the liaison officer today."""
    owed = _now(owed)
    _require_wanted(owed)
    if owed.asked_at and owed.link and owed.link.is_live:
        raise Refused("They were asked already. Remind them, or send a new link.")
    officer = officer_of(owed.of)
    owed.called = officer.called[:300]
    owed.email = owed.email or officer.email
    letter = _ask(owed, by)
    tell(owed, "return-owed.asked", by, new={"who": owed.called})
    return letter


@change
def send_link_again(*, owed: Owed, by: lines.Author, why: str = "") -> Letter:
    """A new link in a new letter. Whoever holds the old one can do nothing with it any more."""
    owed = _now(owed)
    if not owed.asked_at:
        raise Refused("They were not asked yet.")
    _revoke(owed, by, why or "Sent again")
    letter = _ask(owed, by)
    tell(owed, "return-owed.sent-again", by, why=why)
    return letter


@change
def revoke_link(*, owed: Owed, why: str, by: lines.Author) -> None:
    """It opens nothing from now on, and nothing that comes through it is kept."""
    owed = _now(owed)
    why = required(why, "Say why the link is taken back.")
    if owed.link is None or owed.link.is_revoked:
        raise Refused("There is no link to take back.")
    _revoke(owed, by, why)
    _touch(owed)
    tell(owed, "return-owed.link-revoked", by, why=why)


@change
def mend_owed_address(*, owed: Owed, email: str, by: lines.Author) -> Letter | None:
    """Asked already: asked again there, and the link that went astray is taken back."""
    owed, email = _now(owed), email.strip()
    try:
        validate_email(email)
    except ValidationError as error:
        raise Refused("Type an address such as name@example.org.", field="email") from error
    if email == owed.email:
        return None
    owed.email = email
    _touch(owed, "email")
    tell(owed, "return-owed.address-mended", by)  # the address itself stays out of the record
    if not owed.asked_at or owed.let_off_at:
        return None
    _revoke(owed, by, "Sent to another address")
    return _ask(owed, by)


@change
def let_off(*, owed: Owed, why: str, by: lines.Author) -> None:
    """These figures are not wanted after all. What came stays."""
    owed = _now(owed)
    why = required(why, "Say why it is not wanted.")
    if owed.let_off_at:
        raise Refused("This is not wanted any more already.")
    _revoke(owed, by, why)
    owed.let_off_at, owed.let_off_why = timezone.now(), why[:300]
    _touch(owed, "let_off_at", "let_off_why")
    tell(owed, "return-owed.let-off", by, why=why)


@change
def remind_of(*, owed: Owed, by: lines.Author, day: datetime.date | None = None) -> Letter:
    """At most one letter a day, and none where the figures came or the letter came back."""
    owed = _now(owed)
    day = day or today()
    if not may_remind(owed, day):
        raise Refused("They have answered, cannot be reached, or were written to today already.")
    subject, body = mail.remind(owed, _figures(owed), today())
    letter = _queue(owed, f"{owed.about}:remind:{day.isoformat()}", "remind", subject, body, by)
    tell(owed, "return-owed.reminded", by)
    return letter


def may_remind(owed: Owed, day: datetime.date) -> bool:
    live = owed.link is not None and owed.link.is_live
    if not live or not owed.email or owed.let_off_at or owed.replies.exists():
        return False
    written = Letter.objects.filter(about=owed.about, kind__in=WRITTEN, to=owed.email)
    newest_first = list(written)
    if newest_first and newest_first[0].state in DEAD:
        return False
    live_ones = [one for one in newest_first if one.state != "called-off"]
    return all(timezone.localdate(one.made_at) < day for one in live_ones)


@change
def letter_came_back(*, letter: Letter, by: lines.Author) -> None:
    letters.mark_bounced(letter=letter, by=by)
    tell(owed_of(letter), "return-owed.letter-came-back", by)


def owed_of(letter: Letter) -> Owed:
    kind, _, pk = letter.about.partition(":")
    if kind != "return":
        raise Refused("This letter is not about a return.")
    return Owed.objects.select_related("of__partnership", "link").get(pk=pk)


def still_wanted(letter: Letter) -> bool:
    """Between the writing and the posting of a letter the figures may have come."""
    owed = Owed.objects.filter(pk=letter.about.partition(":")[2]).first()
    if owed is None or owed.let_off_at:
        return False
    return letter.kind != "remind" or not owed.replies.exists()


def _ask(owed: Owed, by: lines.Author) -> Letter:
    if not owed.email:
        raise Refused("There is no address to write to. Add one first.", field="email")
    figures = _figures(owed)
    link = owed.link
    if link is None or not link.is_live:
        link = links.make(
            partnership=owed.partnership, opens=owed.about, holder=owed.called[:200], by=by
        )
    owed.link, owed.asked_at = link, timezone.now()
    _touch(owed, "called", "email", "link", "asked_at")
    subject, body = mail.ask(owed, figures)
    asked = Letter.objects.filter(about=owed.about, kind="ask").count()
    return _queue(owed, f"{owed.about}:ask:{asked + 1}", "ask", subject, body, by)


def _queue(owed: Owed, key: str, kind: str, subject: str, body: str, by: lines.Author) -> Letter:
    return letters.queue(
        partnership=owed.partnership,
        key=key,
        about=owed.about,
        kind=kind,
        to=owed.email,
        subject=subject,
        body=body,
        by=by,
        link=owed.link,
    )


def _figures(owed: Owed) -> list[str]:
    return [one.name for one in owed.of.figures.filter(retired_on=None)]


def _revoke(owed: Owed, by: lines.Author, why: str) -> None:
    if owed.link and not owed.link.is_revoked:
        links.revoke(link=owed.link, by=by, why=why)
    letters.call_off(partnership=owed.partnership, about=owed.about, kinds=WRITTEN)


def _require_wanted(owed: Owed) -> None:
    if owed.let_off_at:
        raise Refused("These figures are not wanted any more.")


def _touch(owed: Owed, *fields: str) -> None:
    owed.version += 1
    owed.save(update_fields=[*fields, "version"])


def _now(owed: Owed) -> Owed:
    found = Owed.objects.select_related(
        "of__partnership", "of__organisation", "of__post", "of__person", "link"
    )
    return found.get(pk=owed.pk)
