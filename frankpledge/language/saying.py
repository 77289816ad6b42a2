"""Dates, numbers and rhythms as the product says them."""

from datetime import date

from frankpledge.language.meanings import Every
from frankpledge.language.wordlist import row

NAMES = {
    (1, "day"): "every day",
    (1, "week"): "every week",
    (2, "week"): "every two weeks",
    (1, "month"): "every month",
    (1, "quarter"): "every quarter",
    (6, "month"): "every half year",
    (1, "term"): "every term",
    (1, "year"): "every year",
    (1, "meeting"): "at every meeting",
}
SMALL = row("no one two three four five six seven eight nine ten")


def day(value: date) -> str:
    return f"{value.day} {value:%B} {value.year}"


def days(start: date | None, end: date | None) -> str:
    """A stretch of days: by its months where it fills them."""
    if start and end and start == end:
        return f"on {day(start)}"
    if start and end and _fills_months(start, end):
        return _months(start, end)
    if start and end:
        return f"{day(start)} to {day(end)}"
    if end:
        return f"by {day(end)}"
    return f"from {day(start)}" if start else ""


def _fills_months(start: date, end: date) -> bool:
    follows = date.fromordinal(min(end.toordinal() + 1, date.max.toordinal()))
    return start.day == 1 and follows.day == 1


def _months(start: date, end: date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%B} {start.year}"
    first = f"{start:%B}" if start.year == end.year else f"{start:%B} {start.year}"
    return f"{first} to {end:%B} {end.year}"


def number(value: float) -> str:
    """Figures as figures; a share with no more places than it has."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


def every(rhythm: Every) -> str:
    plain = NAMES.get((rhythm.n, rhythm.unit)) or f"every {_few(rhythm.n)} {rhythm.unit}s"
    if rhythm.times == 1:
        return plain
    times = "twice" if rhythm.times == 2 else f"{_few(rhythm.times)} times"
    return f"{times} {plain}"


def each(rhythm: Every) -> str:
    """As it follows a number: "2 each quarter"."""
    if rhythm.times != 1:
        return every(rhythm)
    return f"each {rhythm.unit}" if rhythm.n == 1 else f"every {_few(rhythm.n)} {rhythm.unit}s"


def length(rhythm: Every) -> str:
    unit = rhythm.unit if rhythm.n == 1 else f"{rhythm.unit}s"
    return f"{_few(rhythm.n)} {unit}"


def _few(n: int) -> str:
    return SMALL[n] if 0 < n < len(SMALL) else f"{n:,}"


def sentence(text: str) -> str:
    text = " ".join(text.split())
    return f"{text[:1].upper()}{text[1:]}" if text else ""
