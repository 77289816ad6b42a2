"""One writer at a time, onto the draft as they saw it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from frankpledge.drafting.models import Draft
from frankpledge.drafting.present import Present, present
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale

CLOSED = {
    "adopted": "This draft was already made into a plan.",
    "put-aside": "This draft was put aside. Take it up again first.",
}


@contextmanager
def in_turn(draft: Draft, version: int, *, state: str = "open") -> Iterator[Draft]:
    """The draft, held until the transaction ends; its version is counted at the end."""
    with transaction.atomic():
        lines.hold(draft.partnership.chain)
        partnership = draft.partnership
        draft.refresh_from_db()
        draft.partnership = partnership
        if draft.state != state:
            raise Refused(CLOSED.get(draft.state, "This draft is open already."))
        if draft.version != version:
            raise Stale(version=draft.version, current={"title": draft.title})
        yield draft
        draft.version += 1
        draft.save()


def counted(draft: Draft) -> Present:
    """Counts again what is left to look at, for the list of drafts."""
    now = present(draft)
    draft.left, draft.promises = now.left, len(now.file["actions"])
    return now


def subject_of(draft: Draft) -> lines.Subject:
    return lines.Subject("draft", str(draft.pk), draft.title)
