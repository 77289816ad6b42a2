"""On which days reminders go out. Pure."""

import datetime

from frankpledge.progress.models import Rhythm


def reminder_days(rhythm: Rhythm, due: datetime.date) -> list[datetime.date]:
    """Before the due date, after it, then weekly to a stop."""
    after = sorted(rhythm.remind_after)
    last = max(after, default=0)
    weekly = range(last + 7, rhythm.then_weekly_until + 1, 7)
    days = [*(-before for before in rhythm.remind_before), *after, *weekly]
    return sorted({due + datetime.timedelta(days=day) for day in days})


def newest_due(rhythm: Rhythm, due: datetime.date, day: datetime.date) -> datetime.date | None:
    """Where the worker slept through several, only the newest is made up for."""
    return max((one for one in reminder_days(rhythm, due) if one <= day), default=None)


def next_due(rhythm: Rhythm, due: datetime.date, day: datetime.date) -> datetime.date | None:
    return min((one for one in reminder_days(rhythm, due) if one > day), default=None)


def board_is_told_on(rhythm: Rhythm, due: datetime.date) -> datetime.date | None:
    if not rhythm.tell_board_member:
        return None
    return due + datetime.timedelta(days=rhythm.tell_after)
