"""The demonstration's calendar: days counted from the running quarter and year. Pure.

The county's files say 'q-1+13' (the fourteenth day of the quarter before this one) or 'y1/3/31'
(31 March of the plan year after this one), so that Loamshire is always halfway through its work.
"""

import datetime
import re
from collections.abc import Callable
from typing import Any

from frankpledge.plan.when import quarter_start, quarter_words

_QUARTER_DAY = re.compile(r"q(-?\d+)\+(\d+)")
_YEAR_DAY = re.compile(r"y(-?\d+)/(\d+)/(\d+)")
_MARK = re.compile(r"\{([yq]-?\d+(?:\+\d+|:[123])?)\}")


# Leads answer in the first weeks of a quarter. Until those are over, the county's newest quarter is
# the one before, so that there is never a day on which nobody has said anything yet.
WEEKS_OF_ANSWERS = datetime.timedelta(days=30)


class Days:
    def __init__(self, today: datetime.date) -> None:
        self.today = today
        self._now = today - WEEKS_OF_ANSWERS
        self._year = self._now.year if self._now.month >= 4 else self._now.year - 1

    def day(self, written: str | datetime.date) -> datetime.date:
        if isinstance(written, datetime.date):
            return written
        if found := _QUARTER_DAY.fullmatch(written):
            quarter, days = map(int, found.groups())
            return self._quarter(quarter) + datetime.timedelta(days=days)
        if found := _YEAR_DAY.fullmatch(written):
            year, month, day = map(int, found.groups())
            return datetime.date(self._year + year, month, day)
        return datetime.date.fromisoformat(written)

    def _quarter(self, away: int) -> datetime.date:
        start = quarter_start(self._now)
        months = start.year * 12 + start.month - 1 + 3 * away
        return datetime.date(months // 12, months % 12 + 1, 1)

    def text(self, written: str) -> str:
        """Fills in {y1} (a year), {q-1} (a quarter), {q-1:3} (its last month), {q0+8} (a day)."""
        return _MARK.sub(lambda found: self._in_words(found[1]), written)

    def _in_words(self, mark: str) -> str:
        if mark.startswith("y"):
            return str(self._year + int(mark[1:]))
        if "+" in mark:
            day = self.day(mark)
            return f"{day.day} {day:%B}"
        quarter, _, month = mark[1:].partition(":")
        start = self._quarter(int(quarter))
        if not month:
            return quarter_words(start).rpartition(" ")[0]
        return f"{start.replace(month=start.month + int(month) - 1):%B}"


def filled_in(content: Any, text: Callable[[str], str]) -> Any:
    """The same content with every text in it passed through `text`."""
    if isinstance(content, str):
        return text(content)
    if isinstance(content, list):
        return [filled_in(item, text) for item in content]
    if isinstance(content, dict):
        return {key: filled_in(value, text) for key, value in content.items()}
    return content
