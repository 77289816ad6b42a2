"""Numbers, lists and dates as one would say them. Pure."""

import datetime
from collections.abc import Sequence

SMALL = [
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
]


def number(count: int) -> str:
    return SMALL[count] if count < len(SMALL) else f"{count:,}"


def opening(text: str) -> str:
    """The same words, as the first of a sentence."""
    return text[:1].upper() + text[1:]


def verb(count: int, one: str, many: str) -> str:
    return one if count == 1 else many


def promises(count: int) -> str:
    return f"{number(count)} {verb(count, 'promise', 'promises')}"


def listed(items: Sequence[str], last: str = "and") -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def long_day(day: datetime.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def near_day(day: datetime.date, *, seen_from: datetime.date) -> str:
    """Without its year where that is plain."""
    return f"{day.day} {day:%B}" if day.year == seen_from.year else long_day(day)


def near_month(day: datetime.date, *, seen_from: datetime.date) -> str:
    return f"{day:%B}" if day.year == seen_from.year else f"{day:%B} {day.year}"


def month(day: datetime.date) -> str:
    return f"{day:%B} {day.year}"


def shortened(text: str, most: int = 200) -> str:
    """The beginning of a long text, cut between words where there are any."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    head = flat[: most - 1]
    return f"{head.rpartition(' ')[0] or head}…"
