"""Days, months, seasons and years as stretches of days."""

from collections.abc import Mapping
from datetime import date, timedelta

Stretch = tuple[date, date]
MONTHS_IN = {"month": 1, "quarter": 3, "term": 4, "year": 12}
ONE_DAY = timedelta(days=1)

# School terms differ from place to place; these are the usual bounds.
TERMS: Mapping[str, tuple[int, int]] = {"autumn": (9, 4), "spring": (1, 3), "summer": (4, 4)}
EVENTS: Mapping[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "halloween": ((10, 31), (10, 31)),
    "hallowe'en": ((10, 31), (10, 31)),
    "bonfire": ((11, 5), (11, 5)),
    "christmas": ((12, 1), (12, 25)),
    "xmas": ((12, 1), (12, 25)),
    "new year": ((12, 31), (12, 31)),
}
# School breaks differ from place to place; these are the days most schools are closed.
BREAKS: Mapping[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "autumn half term": ((10, 20), (10, 31)),
    "spring half term": ((2, 10), (2, 24)),
    "summer half term": ((5, 24), (6, 2)),
    "summer": ((7, 21), (8, 31)),
    "christmas": ((12, 20), (1, 4)),
}
WEEKS = {"first week": 0, "second week": 1, "third week": 2, "fourth week": 3}


def day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def months(year: int, first: int, count: int) -> Stretch:
    """`count` whole months from the first of one; `first` may run past December."""
    start_index = year * 12 + first - 1
    end_index = start_index + count
    start = date(start_index // 12, start_index % 12 + 1, 1)
    return start, date(end_index // 12, end_index % 12 + 1, 1) - ONE_DAY


def easter(year: int) -> Stretch:
    """Good Friday to Easter Monday (the Gregorian rule, by the anonymous method)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = 19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    epact %= 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, number = divmod(epact + weekday - 7 * late + 114, 31)
    sunday = date(year, month, number + 1)
    return sunday - 2 * ONE_DAY, sunday + ONE_DAY


def event(name: str, year: int) -> Stretch:
    if name == "easter":
        return easter(year)
    (first_month, first), (last_month, last) = EVENTS[name]
    return date(year, first_month, first), date(year, last_month, last)


def school_break(name: str, year: int) -> Stretch:
    if name == "easter":
        friday, monday = easter(year)
        return friday - 7 * ONE_DAY, monday + 5 * ONE_DAY
    (first_month, first), (last_month, last) = BREAKS[name]
    over = year + (last_month < first_month)
    return date(year, first_month, first), date(over, last_month, last)


def overlap(one: Stretch, other: Stretch) -> int:
    """Days in common; less than nought says how far apart."""
    return (min(one[1], other[1]) - max(one[0], other[0])).days + 1


def part(stretch: Stretch, edge: str) -> Stretch:
    """The start, end, early, middle or late part of a stretch."""
    start, end = stretch
    if edge in WEEKS:
        first = start + 7 * WEEKS[edge] * ONE_DAY
        return first, min(first + 6 * ONE_DAY, end)
    third = (end - start) // 3
    return {
        "start": (start, start),
        "end": (end, end),
        "early": (start, start + third),
        "middle": (start + third, end - third),
        "late": (end - third, end),
        "week": (start, start + 6 * ONE_DAY),
        "week end": (end - 6 * ONE_DAY, end),
        "last week": (end - 6 * ONE_DAY, end),
    }.get(edge, stretch)


def later(start: date, n: int, unit: str) -> date | None:
    """The last day of `n` units that begin on this day."""
    moved = shifted(start, n, unit)
    return moved - ONE_DAY if moved else None


def earlier(start: date, n: int, unit: str) -> date | None:
    """The first day of `n` units that end before this day."""
    return shifted(start, -n, unit)


def shifted(start: date, n: int, unit: str) -> date | None:
    try:
        if unit in {"day", "week"}:
            return start + timedelta(days=n * (7 if unit == "week" else 1))
        each = MONTHS_IN.get(unit)
        if each is None:
            return None
        year, month = divmod(start.year * 12 + start.month - 1 + n * each, 12)
        last = months(year, month + 1, 1)[1].day
        return date(year, month + 1, min(start.day, last))
    except (ValueError, OverflowError):
        return None
