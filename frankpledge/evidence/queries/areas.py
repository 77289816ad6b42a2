"""Which areas are known."""

from typing import Any

from django.db.models import Count, QuerySet

from frankpledge.partnership.models import Area, Partnership


def area_counts() -> list[dict[str, Any]]:
    counted = Area.objects.values("kind", "vintage").annotate(count=Count("pk"))
    return [dict(each) for each in counted.order_by("kind", "vintage")]


def areas_of_kind(kind: str) -> list[dict[str, Any]]:
    found = Area.objects.filter(kind=kind).order_by("code", "vintage")
    return [dict(each) for each in found.values("code", "name", "vintage")]


def answerable() -> list[Area]:
    """Counties and districts of today, in their newest vintage: what a partnership answers for."""
    found = Area.objects.filter(kind__in=("county", "district"), followed_by=None)
    newest = {area.code: area for area in found.order_by("vintage", "pk")}
    return sorted(newest.values(), key=lambda area: (area.kind, area.name, area.code))


def areas_answered_for(partnership: Partnership) -> list[Area]:
    return list(partnership.areas.order_by("kind", "name", "code"))


def mergers() -> list[Area]:
    """Areas that are no more, each with the one that took its place."""
    gone = Area.objects.exclude(followed_by=None).select_related("followed_by")
    return list(gone.order_by("kind", "name", "code"))


def shapes_and_sizes() -> dict[tuple[str, int], tuple[int, int]]:
    """Of each kind and vintage, how many areas have an outline, and how many a size."""
    shaped = _counted(Area.objects.exclude(shape=None))
    sized = _counted(Area.objects.exclude(sizes=None))
    return {key: (shaped.get(key, 0), sized.get(key, 0)) for key in shaped | sized}


def _counted(rows: QuerySet[Area]) -> dict[tuple[str, int], int]:
    found = rows.values("kind", "vintage").annotate(many=Count("pk", distinct=True))
    return {(each["kind"], each["vintage"]): each["many"] for each in found}
