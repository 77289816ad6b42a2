"""The quarters of a period. Pure."""

import datetime

from frankpledge.plan.when import quarter_before, quarter_start


def quarters_in(starts: datetime.date, ends: datetime.date) -> list[datetime.date]:
    """First days of the quarters that it touches, oldest first."""
    found = [quarter_start(ends)]
    while found[0] > starts:
        found.insert(0, quarter_before(found[0]))
    return found


def months_on(day: datetime.date, months: int) -> datetime.date:
    """The first day of the month so many months later."""
    at = day.year * 12 + day.month - 1 + months
    return datetime.date(at // 12, at % 12 + 1, 1)


def day_words(day: datetime.date) -> str:
    return f"{day:%A} {day.day} {day:%B}"
