"""Periods as tables of counts write them: 2021-04, Apr-21, April 2021, 01/04/2021, Q1 2021/22."""

import re
from datetime import date

from frankpledge.figures.periods import read_period

NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WORDED = re.compile(r"([A-Za-z]{3})[a-z]*\.?[ -]+(\d{4}|\d\d)\Z")
DAY = re.compile(r"\d{1,2}/(\d{1,2})/(\d{4})\Z")
QUARTER = re.compile(r"Q(?:uarter )?([1-4])[ ,]+(\d{4})/(\d\d|\d{4})\Z", re.IGNORECASE)
Read = tuple[date, int]


def read_any(text: str) -> Read | None:
    """The first day and how many months."""
    text = text.strip().removesuffix(" 00:00:00")
    found = read_period(text)
    if found:
        return _from(found.start, found.months)
    if match := WORDED.match(text):
        return _worded(*match.groups())
    if match := DAY.match(text):
        month, year = int(match.group(1)), int(match.group(2))
        return _from(year * 12 + month - 1, 1) if 1 <= month <= 12 else None
    if match := QUARTER.match(text):
        quarter, year = int(match.group(1)), int(match.group(2))
        return _from(year * 12 + quarter * 3, 3)
    return None


def _worded(name: str, year: str) -> Read | None:
    if name.lower() not in NAMES:
        return None
    century = 2000 if len(year) == 2 else 0
    return _from((int(year) + century) * 12 + NAMES.index(name.lower()), 1)


def _from(start: int, months: int) -> Read | None:
    year = start // 12
    return (date(year, start % 12 + 1, 1), months) if 1900 <= year <= 2200 else None
