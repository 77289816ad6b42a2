"""Freezes: rooms contribute named sections, the freeze hashes them and stands in the chain."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from frankpledge.record import digests, lines
from frankpledge.record.models import Freeze, Section
from frankpledge.record.told import lasting

Collect = Callable[[Any], Any]
_collectors: dict[str, dict[str, tuple[int, Collect]]] = {}


def contributes(kind: str, section: str, form: int = 1) -> Callable[[Collect], Collect]:
    """Registers a room's section for a kind of freeze. The lower room tells the upper one."""

    def register(collect: Collect) -> Collect:
        _collectors.setdefault(kind, {})[section] = (form, collect)
        return collect

    return register


def collected(kind: str, subject: Any) -> dict[str, tuple[int, Any]]:
    """What a freeze made now would hold: the same collectors serve previews."""
    found = _collectors.get(kind, {})
    return {
        name: (form, lasting(collect(subject))) for name, (form, collect) in sorted(found.items())
    }


def make(
    *,
    kind: str,
    subject: Any,
    subject_id: str,
    name: str,
    chain: str,
    by: lines.Author,
    why: str,
) -> Freeze:
    lines.hold(chain)  # or two at once would take the same version
    last = newest(chain=chain, kind=kind, subject_id=subject_id)
    freeze = Freeze(
        chain=chain,
        kind=kind,
        subject_id=subject_id,
        version=last.version + 1 if last else 1,
        name=name,
        at=timezone.now(),
        by_id=by.record_id,
        by_name=by.record_name,
        previous=last.hash if last else "",
    )
    sections = [_sealed(n, form, body) for n, (form, body) in collected(kind, subject).items()]
    freeze.hash = hash_of(freeze, sections)
    freeze.save(force_insert=True)
    for section in sections:
        section.freeze = freeze
        section.save(force_insert=True)
    lines.write(
        chain=chain,
        by=by,
        verb="freeze.made",
        subject=lines.Subject("freeze", str(freeze.pk), f"{name}, version {freeze.version}"),
        new={"hash": freeze.hash, "kind": kind, "version": freeze.version},
        why=why,
    )
    return freeze


def _sealed(name: str, form: int, body: Any) -> Section:
    salts = digests.salts_for(body)
    return Section(name=name, form=form, body=body, salts=salts, digest=digests.digest(body, salts))


def hash_of(freeze: Freeze, sections: list[Section]) -> str:
    return digests.sha256(
        digests.canonical(
            [
                freeze.chain,
                freeze.kind,
                freeze.subject_id,
                freeze.version,
                freeze.name,
                freeze.at.isoformat(timespec="microseconds"),
                freeze.by_id,
                freeze.previous,
                [[s.name, s.form, s.digest] for s in sorted(sections, key=lambda s: s.name)],
            ]
        )
    )


def newest(*, chain: str, kind: str, subject_id: str) -> Freeze | None:
    found = Freeze.objects.filter(chain=chain, kind=kind, subject_id=subject_id)
    return found.order_by("-version").first()


def section(freeze: Freeze, name: str) -> Any:
    return Section.objects.values_list("body", flat=True).get(freeze=freeze, name=name)
