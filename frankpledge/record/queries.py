"""Reading the record. Everything asks for one chain, so that no partnership sees another's."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from frankpledge.record.models import Freeze, Line


def newest_lines(chain: str, *, before: int | None = None, most: int = 50) -> list[Line]:
    found = Line.objects.filter(chain=chain)
    if before is not None:
        found = found.filter(number__lt=before)
    return list(found.order_by("-number")[:most])


def lines_about(chain: str, subjects: Sequence[tuple[str, str]]) -> QuerySet[Line]:
    wanted = Q(pk__in=[])
    for kind in {kind for kind, _ in subjects}:
        ids = [pk for k, pk in subjects if k == kind]
        wanted |= Q(subject_kind=kind, subject_id__in=ids)
    return Line.objects.filter(wanted, chain=chain).order_by("-number")


def lines_since(chain: str, since: datetime) -> QuerySet[Line]:
    return Line.objects.filter(chain=chain, at__gte=since).order_by("-number")


def freezes_of(chain: str, kind: str, subject_id: str) -> list[Freeze]:
    found = Freeze.objects.filter(chain=chain, kind=kind, subject_id=subject_id)
    return list(found.order_by("-version"))
