"""Adding a line to the record, inside the transaction of the change it tells of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import transaction
from django.utils import timezone

from frankpledge.record import digests
from frankpledge.record.models import HOST, Chain, Line


class Author(Protocol):
    """Whoever makes a change: a signed-in account, a command, or the demonstration."""

    @property
    def record_id(self) -> str: ...

    @property
    def record_name(self) -> str: ...


@dataclass(frozen=True)
class System:
    """A change made by a command or by the clock, not by a person at a screen."""

    record_name: str
    record_id: str = "system"


@dataclass(frozen=True)
class Subject:
    kind: str
    id: str
    label: str


def write(
    *,
    chain: str = HOST,
    by: Author,
    verb: str,
    subject: Subject,
    old: Mapping[str, Any] | None = None,
    new: Mapping[str, Any] | None = None,
    why: str = "",
) -> Line:
    """Add one line. Outside a transaction this refuses: a line stands or falls with its change."""
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        raise RuntimeError("A line of the record belongs in the transaction of its change.")
    content = {
        "by": by.record_name,
        "what": subject.label,
        "old": dict(old or {}),
        "new": dict(new or {}),
        "why": why,
    }
    return _append(chain, by.record_id, verb, subject, content)


def _append(chain: str, by_id: str, verb: str, subject: Subject, content: dict[str, Any]) -> Line:
    place = hold(chain)
    salts = digests.salts_for(content)
    line = Line(
        chain=chain,
        number=place.length + 1,
        at=timezone.now(),
        by_id=by_id,
        verb=verb,
        subject_kind=subject.kind,
        subject_id=subject.id,
        content=content,
        salts=salts,
        content_digest=digests.digest(content, salts),
        previous=place.head,
    )
    line.hash = hash_of(line)
    line.save(force_insert=True)
    Chain.objects.filter(pk=place.pk).update(length=line.number, head=line.hash)
    return line


def hold(key: str) -> Chain:
    """Nobody else adds to this chain until the transaction ends."""
    Chain.objects.get_or_create(key=key)
    return Chain.objects.select_for_update().get(key=key)


def hash_of(line: Line) -> str:
    return digests.sha256(
        digests.canonical(
            [
                line.chain,
                line.number,
                line.at.isoformat(timespec="microseconds"),
                line.by_id,
                line.verb,
                line.subject_kind,
                line.subject_id,
                line.content_digest,
                line.previous,
            ]
        )
    )
