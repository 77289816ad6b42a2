"""A timescale or target as a plain sentence. The printed words always stand beside it."""

import datetime
from decimal import Decimal

from frankpledge.plan.models import Standing, Timescale


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


def figure_in_words(standing: Standing) -> str:
    """'31 of 38', '27'; nothing where nothing was counted."""
    if standing.figure is None:
        return ""
    counted = number_in_words(standing.figure)
    return counted if standing.of is None else f"{counted} of {number_in_words(standing.of)}"


def number_in_words(number: Decimal) -> str:
    plain = f"{number:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
