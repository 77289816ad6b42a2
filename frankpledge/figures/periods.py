"""Months, and runs of months, that figures are counted over."""

import re
from calendar import month_name
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from frankpledge.figures.errors import CannotWorkOut

MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?\Z")
YEARS = re.compile(r"(\d{4})/(\d\d|\d{4})\Z")
YEAR_LONG = 12
YEAR = re.compile(r"\d{4}\Z")


@dataclass(frozen=True, order=True)
class Period:
    """`start` counts months from the year nought, so that periods add and subtract."""

    start: int
    months: int = 1

    @property
    def end(self) -> int:
        return self.start + self.months - 1

    @property
    def name(self) -> str:
        return f"{self.start // 12:04d}-{self.start % 12 + 1:02d}"

    @property
    def known(self) -> str:
        """As read_period reads it again: 2026-07, 2026-07..2026-09, 2025/26, 2026."""
        if self.months == 1:
            return self.name
        if self.months == YEAR_LONG and self.start % 12 in (0, 3):
            year = self.start // 12
            return f"{year}/{(year + 1) % 100:02d}" if self.start % 12 else f"{year:04d}"
        return f"{self.name}..{Period(self.end).name}"

    @property
    def words(self) -> str:
        first, last = self.start, self.end
        if first == last:
            return f"{month_name[first % 12 + 1]} {first // 12}"
        year = "" if first // 12 == last // 12 else f" {first // 12}"
        return f"{month_name[first % 12 + 1]}{year} to {month_name[last % 12 + 1]} {last // 12}"


@lru_cache(maxsize=4096)
def read_period(text: str) -> Period | None:
    """2026-07, 2026-07..2026-09, 2025/26 (April to March), 2026; None for other words."""
    if ".." in text:
        first, _, last = text.partition("..")
        one, other = _month(first), _month(last)
        if one is None or other is None or other < one:
            return None
        return Period(one, other - one + 1)
    month = _month(text)
    if month is not None:
        return Period(month)
    if YEAR.match(text.strip()):
        return Period(int(text) * 12, 12)
    return _financial_year(text.strip())


def period(text: str) -> Period:
    found = read_period(text)
    if found is None:
        raise CannotWorkOut(
            f"{text} is not a period: write a month as 2026-07, a run of months as "
            "2026-07..2026-09, a financial year as 2025/26."
        )
    return found


def _month(text: str) -> int | None:
    found = MONTH.match(text.strip())
    return int(found[1]) * 12 + int(found[2]) - 1 if found else None


def _financial_year(text: str) -> Period | None:
    found = YEARS.match(text)
    if not found or int(found[2]) % 100 != (int(found[1]) + 1) % 100:
        return None
    return Period(int(found[1]) * 12 + 3, 12)


def not_over(counted: Period, today: date) -> None:
    """Figures of a month that still runs, or has not begun, are refused."""
    if counted.end >= today.year * 12 + today.month - 1:
        raise CannotWorkOut(f"{counted.words} is not over yet: compare it when it is.")


def comparable(before: Period, after: Period) -> None:
    """Like with like: the same months of different years, one before the other."""
    pair = f"{before.words} and {after.words}"
    if after.start <= before.end:
        raise CannotWorkOut(f"{pair} overlap or stand the wrong way round: give the earlier first.")
    if before.months == after.months and before.months % 12 == 0:
        return
    if before.start % 12 != after.start % 12:
        sort = "month" if before.months == after.months == 1 else "part of a year"
        raise CannotWorkOut(
            f"{pair} are not compared, since seasons and the length of months would speak louder "
            f"than crime: compare a {sort} with the same {sort} of another year."
        )
