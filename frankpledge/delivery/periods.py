"""Months and the periods of a return. Pure."""

import datetime
from collections.abc import Iterator


def month_of(day: datetime.date) -> str:
    return f"{day:%Y-%m}"


def months_on(day: datetime.date, months: int) -> datetime.date:
    """The first day of the month that is so many on."""
    count = day.year * 12 + day.month - 1 + months
    return datetime.date(count // 12, count % 12 + 1, 1)


def periods(
    starts: datetime.date, grain: int, until: datetime.date
) -> Iterator[tuple[datetime.date, datetime.date]]:
    """Each period that is over on that day: its first day and its last."""
    first = starts
    while (after := months_on(first, grain)) <= until:
        yield first, after - datetime.timedelta(days=1)
        first = after


def in_words(starts: datetime.date, ends: datetime.date) -> str:
    """'July to September 2026'"""
    if (starts.year, starts.month) == (ends.year, ends.month):
        return f"{starts:%B %Y}"
    year = "" if starts.year == ends.year else f" {starts.year}"
    return f"{starts:%B}{year} to {ends:%B %Y}"


def day_words(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"
