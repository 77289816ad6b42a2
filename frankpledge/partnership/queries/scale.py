"""A partnership's rating scale."""

from frankpledge.partnership.models import Partnership, Rating


def ratings(partnership: Partnership) -> list[Rating]:
    """Those that can be chosen now, worst first."""
    return list(Rating.objects.filter(partnership=partnership, ends__isnull=True))


def retired_ratings(partnership: Partnership) -> list[Rating]:
    found = Rating.objects.filter(partnership=partnership, ends__isnull=False)
    return list(found.order_by("-ends", "label"))


def rating_here(partnership: Partnership, rating_id: int) -> Rating | None:
    found = Rating.objects.filter(partnership=partnership, pk=rating_id)
    return found.select_related("partnership").first()
