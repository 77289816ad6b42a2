"""Entries of the delivery log: added, followed by a correction, or withdrawn. Never edited."""

from typing import Any

from frankpledge.delivery.changes.fair import require_fair
from frankpledge.delivery.changes.telling import require_standing, required, take_out, tell
from frankpledge.delivery.changes.turns import change
from frankpledge.delivery.given import ActivityGiven, press_of
from frankpledge.delivery.models import Activity, LogImport, Part, Result
from frankpledge.partnership.models import Partnership
from frankpledge.plan.changes.decisions import created
from frankpledge.record import lines


@change
def log_activity(
    *, partnership: Partnership, given: ActivityGiven, press: str, by: lines.Author
) -> Activity:
    """The same press with the same words is the same entry."""
    stored = press_of(press, given.told)
    there = Activity.objects.filter(partnership=partnership, press=stored).first()
    if there:
        return there
    require_fair(partnership, given)
    activity = keep(partnership, given, by, press=stored)
    tell(activity, "activity.logged", by, new=given.told)
    return activity


@change
def correct_activity(
    *, activity: Activity, given: ActivityGiven, why: str, by: lines.Author
) -> Activity:
    """The new one counts; the old one stays beside it."""
    why = required(why, "Say what was wrong.")
    require_standing(activity)
    held = {result.measure_id for result in activity.results.all()}
    require_fair(activity.partnership, given, also=held)
    press = press_of(f"corrects:{activity.pk}")
    newer = keep(activity.partnership, given, by, press=press, corrects=activity, why=why)
    tell(newer, "activity.corrected", by, old=told_of(activity), new=given.told, why=why)
    return newer


@change
def withdraw_activity(*, activity: Activity, why: str, by: lines.Author) -> None:
    why = required(why, "Say why it should not count.")
    require_standing(activity)
    take_out(activity, why, by)
    tell(activity, "activity.withdrawn", by, old=told_of(activity), why=why)


def keep(
    partnership: Partnership,
    given: ActivityGiven,
    by: lines.Author,
    *,
    press: str,
    corrects: Activity | None = None,
    why: str = "",
    imported: LogImport | None = None,
    mark: str = "",
) -> Activity:
    activity = created(
        Activity,
        partnership=partnership,
        on=given.on,
        is_month=given.is_month,
        place=given.place,
        area=given.area,
        what=given.what,
        press=press,
        corrects=corrects,
        why=why,
        typed_by=by.record_name[:160],
        imported=imported,
        mark=mark,
    )
    for one in given.results:
        result = created(Result, activity=activity, measure=one.measure, count=one.count)
        for (kind, band), count in one.parts.items():
            created(Part, result=result, kind=kind, band=band, count=count)
    if given.organisations:
        activity.organisations.set(given.organisations)
    if given.outcomes:
        activity.outcomes.set(given.outcomes)
    return activity


def told_of(activity: Activity) -> dict[str, Any]:
    results = activity.results.select_related("measure")
    return {
        "on": activity.on.isoformat(),
        "place": activity.place,
        "what": activity.what,
        "counts": {one.measure.name: one.count for one in results},
    }
