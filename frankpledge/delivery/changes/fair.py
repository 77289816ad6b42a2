"""What may stand in the log: every count a number of something that this partnership counts."""

import datetime
from collections import Counter
from collections.abc import Collection

from frankpledge.delivery.given import ActivityGiven, Counted
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Outcome
from frankpledge.record.errors import Refused

FIRST = datetime.date(1990, 1, 1)
MOST = 10_000_000


def require_fair(
    partnership: Partnership, given: ActivityGiven, *, also: Collection[int] = ()
) -> None:
    """`also`: retired measures that a correction may still name."""
    wrong = wrong_day(given.on)
    if wrong:
        raise Refused(wrong, field="on")
    if not given.results:
        raise Refused("Say how many of something. Nought is a number.", field="count")
    measures = [one.measure.pk for one in given.results]
    if len(set(measures)) < len(measures):
        raise Refused("The same is counted twice here.", field="count")
    for counted in given.results:
        _require_counted(partnership, counted, also)
    _require_towards(partnership, given)


def wrong_day(on: datetime.date) -> str:
    if on > today():
        return "This day is still to come: log it once it is done."
    return "" if on >= FIRST else f"The log begins in {FIRST.year}: check the year."


def _require_counted(partnership: Partnership, given: Counted, also: Collection[int]) -> None:
    measure = given.measure
    if measure.partnership_id != partnership.pk:
        raise Refused("Choose what was counted from the list.", field="measure")
    if measure.retired_on and measure.pk not in also:
        raise Refused(f"{measure.name} is no longer counted.", field="measure")
    if not 0 <= given.count <= MOST:
        raise Refused(f"The number must be from 0 to {MOST:,}.", field="count")
    by_kind: Counter[str] = Counter()
    for (kind, band), count in given.parts.items():
        breakdown = measure.breakdown(kind)
        if breakdown is None or band not in breakdown["bands"]:
            raise Refused(f"{measure.name} is not broken down into ‘{band}’.", field="count")
        if count < 0:
            raise Refused("No part can be less than nought.", field="count")
        by_kind[kind] += count
    for kind, total in by_kind.items():
        if total > given.count:
            named = (measure.breakdown(kind) or {})["name"]
            raise Refused(
                f"{named}: the parts come to {total:,}, which is more than the {given.count:,} "
                "that were counted.",
                field="count",
            )


def _require_towards(partnership: Partnership, given: ActivityGiven) -> None:
    if not given.outcomes:
        return
    measures = [one.measure.pk for one in given.results]
    can = Outcome.objects.filter(
        measures__in=measures, action__plan__partnership=partnership
    ).values_list("pk", flat=True)
    if not {one.pk for one in given.outcomes} <= set(can):
        raise Refused(
            "What was counted does not count towards one of these outcomes.", field="outcomes"
        )
