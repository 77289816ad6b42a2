"""What the small partnership counts, and entries of its log, through the room's own changes."""

import datetime
from typing import Any

from frankpledge.delivery import changes
from frankpledge.delivery.given import ActivityGiven, Counted
from frankpledge.delivery.models import Activity, Measure
from tests.small import BY, Small

DAY = datetime.date(2026, 7, 14)


def a_measure(small: Small, name: str = "Patrols", **more: Any) -> Measure:
    given = {"unit": name.lower(), "outcomes": [small.second], **more}
    return changes.add_measure(partnership=small.partnership, name=name, by=BY, **given)


def entry(measure: Measure, count: int = 3, on: datetime.date = DAY, **more: Any) -> ActivityGiven:
    parts = more.pop("parts", {})
    return ActivityGiven(on=on, results=[Counted(measure, count, parts)], **more)


def logged(measure: Measure, count: int = 3, on: datetime.date = DAY, **more: Any) -> Activity:
    press = more.pop("press", f"{on}{count}")
    return changes.log_activity(
        partnership=measure.partnership,
        given=entry(measure, count, on, **more),
        press=press,
        by=BY,
    )
