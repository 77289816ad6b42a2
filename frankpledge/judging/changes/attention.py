"""Telling what needs attention, once a week; what was told is no news again while it lasts."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from frankpledge.asking import letters
from frankpledge.judging.attention import Attention, attention, words
from frankpledge.judging.models import Shown
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.reach import emails_of_coordinators
from frankpledge.record import lines

KEY = 160


def tell_attention(*, partnership: Partnership, by: lines.Author) -> Attention | None:
    """None where this week's letter has gone, there is nothing to tell, or nobody to tell it to.

    What is restricted stays out of it: a mail goes through many hands.
    """
    day, to = today(), emails_of_coordinators(partnership)
    if not to or _has_gone(partnership, day):
        return None
    # Looked for before anything is held: others write meanwhile.
    every = attention(partnership, day)
    found = every.without_restricted()
    return found if found.told and _told(partnership, day, to, every, found, by) else None


@transaction.atomic
def _told(
    partnership: Partnership,
    day: date,
    to: list[str],
    every: Attention,
    found: Attention,
    by: lines.Author,
) -> bool:
    lines.hold(partnership.chain)
    if _has_gone(partnership, day):
        return False
    _queue(partnership, day, to, found, by)
    _keep(partnership, every, found, day)
    _write(partnership, "attention.told", [each.matter.sentence for each in found.new], by)
    return True


def _has_gone(partnership: Partnership, day: date) -> bool:
    return bool(letters.letters_about(partnership, [_about(partnership, day)]))


def mark_seen(*, partnership: Partnership, keys: Iterable[str], by: lines.Author) -> int:
    """Of those that were on the page: what came since stays new."""
    wanted = set(keys)
    new = [each.matter for each in attention(partnership, today()).new if each.matter.key in wanted]
    with transaction.atomic():
        lines.hold(partnership.chain)
        known = set(Shown.objects.filter(partnership=partnership).values_list("key", flat=True))
        fresh = [each for each in new if each.key[:KEY] not in known]
        Shown.objects.bulk_create(
            Shown(partnership=partnership, key=each.key[:KEY], first_shown=today())
            for each in fresh
        )
        if fresh:
            _write(partnership, "attention.seen", [each.sentence for each in fresh], by)
    return len(fresh)


def _about(partnership: Partnership, day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"attention:{partnership.pk}:{year}-{week:02}"


def _queue(
    partnership: Partnership, day: date, to: list[str], found: Attention, by: lines.Author
) -> None:
    about = _about(partnership, day)
    address = f"{settings.ADDRESS}{reverse('desk:attention', args=[partnership.slug])}"
    for number, email in enumerate(to, 1):
        letters.queue(
            partnership=partnership,
            key=f"{about}:{number}",
            about=about,
            kind="told",
            to=email,
            subject=words.subject(partnership.name, found),
            body=words.body(found, address),
            by=by,
        )


def _keep(partnership: Partnership, every: Attention, found: Attention, day: date) -> None:
    """What has ended is forgotten here, so that it is news when it comes again."""
    here = {each.matter.key[:KEY] for each in every.told}
    Shown.objects.filter(partnership=partnership).exclude(key__in=here).delete()
    Shown.objects.bulk_create(
        Shown(partnership=partnership, key=each.matter.key[:KEY], first_shown=day)
        for each in found.new
    )


def _write(partnership: Partnership, verb: str, said: list[str], by: lines.Author) -> None:
    subject = lines.Subject("partnership", str(partnership.pk), partnership.name)
    lines.write(chain=partnership.chain, by=by, verb=verb, subject=subject, new={"new": said})
