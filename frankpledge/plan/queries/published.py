"""What has been published, newest first. Bodies are large, so they are read only when shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.fields.json import KeyTransform

from frankpledge.partnership.models import Partnership
from frankpledge.record.models import Freeze, Section


@dataclass(frozen=True)
class Publication:
    """One freeze of a plan, with the plan's own public words."""

    freeze: Freeze
    plan: dict[str, Any]


@dataclass(frozen=True)
class Standing:
    """Where a plan was said to stand when it was last published."""

    publication: Publication
    counts: list[dict[str, Any]]
    as_at: str


def publications(partnership: Partnership) -> list[Publication]:
    """Every freeze of every plan of the partnership."""
    found = _public().filter(freeze__chain=partnership.chain).order_by("-freeze__pk")
    return [
        Publication(section.freeze, plan)
        for section, plan in _with(found.only("freeze", "form"), "body__plan")
    ]


def published_body(publication: Publication) -> dict[str, Any]:
    body: dict[str, Any] = _public().values_list("body", flat=True).get(freeze=publication.freeze)
    return body


def published_bodies(publications: Iterable[Publication]) -> dict[int, dict[str, Any]]:
    """By freeze, in one query."""
    wanted = [publication.freeze.pk for publication in publications]
    found = _public().filter(freeze__in=wanted)
    return dict(found.values_list("freeze_id", "body"))


def rounds_told(publications: Iterable[Publication]) -> list[dict[str, Any]]:
    """The rounds that the newest freeze of each plan tells of, newest first. One query."""
    newest: dict[str, int] = {}
    for publication in publications:
        newest.setdefault(publication.freeze.subject_id, publication.freeze.pk)
    found = Section.objects.filter(freeze__in=newest.values(), name="rounds")
    told = [one for body in found.values_list("body", flat=True) for one in body]
    return sorted(told, key=lambda one: (one["ends"], one["starts"]), reverse=True)


def standings_of(partnerships: Iterable[Partnership]) -> dict[str, list[Standing]]:
    """By chain: how the newest freeze of each plan stands. One query for any number of them."""
    later = Freeze.objects.filter(
        chain=OuterRef("freeze__chain"),
        kind="plan",
        subject_id=OuterRef("freeze__subject_id"),
        version__gt=OuterRef("freeze__version"),
    )
    chains = [partnership.chain for partnership in partnerships]
    newest = _public().filter(~Exists(later), freeze__chain__in=chains)
    found: dict[str, list[Standing]] = {}
    parts = ("body__plan", "body__counts", "body__as_at")
    for section, plan, counts, as_at in _with(newest.only("freeze", "form"), *parts):
        standing = Standing(Publication(section.freeze, plan), counts, as_at)
        found.setdefault(section.freeze.chain, []).append(standing)
    return found


def _public() -> QuerySet[Section]:
    sections: QuerySet[Section] = Section.objects.filter(freeze__kind="plan", name="public")
    return sections.select_related("freeze")


def _with(sections: QuerySet[Section], *parts: str) -> list[tuple[Any, ...]]:
    """Sections without their bodies, each with these parts of its body."""
    taken = {f"part_{number}": part for number, part in enumerate(parts)}
    rows = sections.annotate(**{name: _part(part) for name, part in taken.items()})
    return [(row, *(getattr(row, name) for name in taken)) for row in rows]


def _part(path: str) -> Any:
    column, _, key = path.partition("__")
    return KeyTransform(key, column)
