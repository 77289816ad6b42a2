"""Which areas are known."""

from typing import Any

from django.db.models import Count

from frankpledge.partnership.models import Area


def area_counts() -> list[dict[str, Any]]:
    counted = Area.objects.values("kind", "vintage").annotate(count=Count("pk"))
    return [dict(each) for each in counted.order_by("kind", "vintage")]


def areas_of_kind(kind: str) -> list[dict[str, Any]]:
    found = Area.objects.filter(kind=kind).order_by("code", "vintage")
    return [dict(each) for each in found.values("code", "name", "vintage")]
