"""A timescale or target as a plain sentence. The printed words always stand beside it."""

import datetime

from frankpledge.plan.models import Timescale


def day_words(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"


def timescale_in_words(item: Timescale) -> str:
    if item.kind == "every":
        return f"Every {_interval(item)}"
    if item.kind == "meeting" and item.group:
        return f"At each meeting of {item.group.local_name}"
    if item.kind == "span" and item.starts and item.due:
        return f"From {day_words(item.starts)} to {day_words(item.due)}"
    if item.kind == "on-demand":
        return f"When {item.condition}" if item.condition else "When needed"
    if item.kind == "open":
        return "No end was set"
    return f"By {day_words(item.due)}" if item.due else item.printed


def _interval(item: Timescale) -> str:
    unit = item.unit or "month"
    return unit if (item.every or 1) == 1 else f"{item.every} {unit}s"
