"""Letters wait in the database until the worker posts them."""

import datetime
from collections.abc import Callable, Sequence

from django.db import transaction
from django.utils import timezone

from frankpledge.asking.models import Letter, Link
from frankpledge.partnership.models import Partnership
from frankpledge.record import lines
from frankpledge.record.errors import Refused

StillWanted = Callable[[Letter], bool]
_still_wanted: dict[str, StillWanted] = {}


def queue(
    *,
    partnership: Partnership,
    key: str,
    about: str,
    kind: str,
    to: str,
    subject: str,
    body: str,
    by: lines.Author,
    link: Link | None = None,
    not_before: datetime.datetime | None = None,
    encloses: str = "",
) -> Letter:
    """The same key is the same letter, however often it is asked for."""
    letter, is_new = Letter.objects.get_or_create(
        key=key,
        defaults={
            "partnership": partnership,
            "about": about,
            "kind": kind,
            "link": link,
            "to": to,
            "subject": " ".join(subject.split())[:200],
            "body": body,
            "not_before": not_before,
            "encloses": encloses,
            "made_by": by.record_name[:160],
        },
    )
    if is_new:
        _post_soon()
    return letter


def _post_soon() -> None:
    """Once for each transaction. Were this lost, the clock would post the letters anyway."""
    from frankpledge.asking.posting import post_soon

    waiting = transaction.get_connection().run_on_commit
    if not any(one[1] is post_soon for one in waiting):
        transaction.on_commit(post_soon)


def call_off(*, partnership: Partnership, about: str, kinds: Sequence[str] = ()) -> int:
    """Those that have not gone yet stay where they are."""
    found = Letter.objects.filter(partnership=partnership, about=about, state="waiting")
    if kinds:
        found = found.filter(kind__in=kinds)
    return found.update(state="called-off")


def mark_bounced(*, letter: Letter, by: lines.Author) -> None:
    """Told by hand, from the mail that came back to the sender's box."""
    gone = Letter.objects.filter(pk=letter.pk, state__in=("sent", "unknown"))
    if not gone.update(state="bounced", bounced_by=by.record_name[:160]):
        raise Refused("Only a letter that was sent can have come back.")
    letter.refresh_from_db()


def letters_about(partnership: Partnership, about: Sequence[str]) -> list[Letter]:
    return list(Letter.objects.filter(partnership=partnership, about__in=about))


def wanted_while(kind: str, still: StillWanted) -> None:
    """`kind` is what letters are about: 'request'. Asked just before such a letter is posted."""
    _still_wanted[kind] = still


def is_wanted(letter: Letter) -> bool:
    if letter.link and not letter.link.is_live:
        return False
    still = _still_wanted.get(letter.about.partition(":")[0])
    return still is None or still(letter)


def state_at(letter: Letter) -> datetime.datetime:
    """When it came to be what it is, as far as is known."""
    return letter.sent_at or letter.tried_at or letter.made_at or timezone.now()
