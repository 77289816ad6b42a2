"""What the forms of this room offer."""

from collections.abc import Iterable

from frankpledge.delivery.models import LogMapping, Measure
from frankpledge.partnership.models import Area, Partnership
from frankpledge.plan.models import Outcome
from frankpledge.plan.queries import NotThere


def wards_of(partnership: Partnership) -> list[Area]:
    """Wards of today inside the partnership's own areas, by name. Two queries."""
    own = list(partnership.areas.values_list("code", flat=True))
    found = Area.objects.filter(kind="ward", parent__code__in=own, followed_by=None)
    newest: dict[str, Area] = {}
    for ward in found.order_by("vintage"):
        newest[ward.code] = ward
    return sorted(newest.values(), key=lambda ward: ward.name)


def outcomes_offered(
    partnership: Partnership, *, restricted: bool, also: Iterable[Outcome] = ()
) -> list[Outcome]:
    """Outcomes of plans that can still change, the plan in force first. Three queries."""
    found = Outcome.objects.filter(
        action__plan__partnership=partnership, action__plan__status__in=("draft", "adopted")
    )
    if not restricted:
        found = found.exclude(action__audience="restricted")
    listed = list(
        found.select_related("action__plan")
        .prefetch_related("action__placements__priority")
        .order_by(
            "action__plan__status", "action__plan_id", "action__ref", "action_id", "order", "pk"
        )
    )
    held = {one.pk for one in listed}
    return [*listed, *(one for one in also if one.pk not in held)]


def measures_of(partnership: Partnership, *, retired: bool = False) -> list[Measure]:
    """Two queries."""
    found = Measure.objects.filter(partnership=partnership)
    if not retired:
        found = found.filter(retired_on=None)
    return list(found.prefetch_related("outcomes__action__plan"))


def measure_in(partnership: Partnership, pk: int) -> Measure:
    found = Measure.objects.filter(partnership=partnership, pk=pk).select_related("partnership")
    measure = found.prefetch_related("outcomes__action__plan").first()
    if measure is None:
        raise NotThere
    return measure


def log_columns(partnership: Partnership) -> dict[str, str]:
    """The headings under which their own sheets were read last time."""
    held = LogMapping.objects.filter(partnership=partnership).first()
    return dict(held.columns) if held else {}
