"""Days and months as sheets write them. Pure."""

import datetime
import re

from frankpledge.evidence.loading.periods import read_any

_FORMS = ("%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%d-%b-%y")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DAY = re.compile(r"\d+[/.-]\d+[/.-]\d+|\d+ \w+ \d+")
_TIME = re.compile(r"[ T]\d\d:\d\d(:\d\d)?(\.\d+)?$")


def day_of(text: str) -> datetime.date | None:
    text = _TIME.sub("", " ".join(text.split()))
    try:
        if _ISO.fullmatch(text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        return None
    for form in _FORMS:
        try:
            return datetime.datetime.strptime(text, form).replace(tzinfo=datetime.UTC).date()
        except ValueError:
            continue
    return None


def day_or_month(text: str) -> tuple[datetime.date, bool] | str:
    """The day, and whether all of its month is meant; or why it cannot be taken."""
    if not text:
        return "it has no date"
    day = day_of(text)
    if day:
        return day, False
    # What is written as a day and is none, such as 31/02, does not stand for its month.
    period = None if _DAY.fullmatch(text) else read_any(text)
    if period is None:
        return "its date cannot be read"
    return (period[0], True) if period[1] == 1 else "it covers more than a month"
