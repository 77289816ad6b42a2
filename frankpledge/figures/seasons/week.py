"""When in the week: counts by weekday and hour, and how many have no time to go by."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from frankpledge.figures import given
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.seasons.words import DAYS
from frankpledge.figures.wording import number, per_cent

HERE = ZoneInfo("Europe/London")
HOURS = 24
# More than this part at midnight to the minute, where one in 1,440 is due, is no night life.
SUSPECT = 0.02


@dataclass(frozen=True)
class Week:
    """Rows from Monday to Sunday, hours from midnight."""

    counts: tuple[tuple[int, ...], ...]
    untimed: int
    # Of those with a time, how many stand at midnight to the minute.
    midnight: int

    @property
    def timed(self) -> int:
        return sum(self.days)

    @property
    def total(self) -> int:
        return self.timed + self.untimed

    @property
    def days(self) -> tuple[int, ...]:
        return tuple(sum(row) for row in self.counts)

    @property
    def hours(self) -> tuple[int, ...]:
        return tuple(sum(column) for column in zip(*self.counts, strict=True))

    @property
    def sentence(self) -> str:
        if not self.timed:
            return f"None of {number(self.total)} has a time."
        day, hour = max(
            ((day, hour) for day in range(len(DAYS)) for hour in range(HOURS)),
            key=lambda at: self.counts[at[0]][at[1]],
        )
        most = self.counts[day][hour]
        return (
            f"Most in one hour of the week: {number(most)} of {number(self.timed)}, "
            f"{DAYS[day]} {hour:02d}:00 to {hour:02d}:59."
        )

    @property
    def notes(self) -> tuple[str, ...]:
        made = []
        if self.untimed:
            share = per_cent(100 * self.untimed / self.total)
            made.append(
                f"{number(self.untimed)} of {number(self.total)}, {share}, have no time and are "
                "left out."
            )
        if self.timed and self.midnight > SUSPECT * self.timed:
            made.append(
                f"{number(self.midnight)} stand at midnight to the minute: often that means the "
                "time was not known."
            )
        return tuple(made)

    @property
    def method(self) -> tuple[str, ...]:
        return ("counts by weekday and hour of Europe/London, in which clocks change",)

    def to_dict(self) -> dict[str, Any]:
        return {
            "counts": [list(row) for row in self.counts],
            "days": list(self.days),
            "hours": list(self.hours),
            "timed": self.timed,
            "untimed": self.untimed,
            "midnight": self.midnight,
            "method": list(self.method),
            "notes": list(self.notes),
            "sentence": self.sentence,
        }


def week(counts: Mapping[tuple[int, int], int], *, untimed: int = 0, midnight: int = 0) -> Week:
    """Counts under (weekday, hour), Monday being 0, as a query gives them."""
    for day, hour in counts:
        if not (0 <= day < len(DAYS) and 0 <= hour < HOURS):
            raise CannotWorkOut(f"Day {day}, hour {hour}: days are 0 to 6 and hours 0 to 23.")
    rows = tuple(
        tuple(given.count(counts.get((day, hour), 0)) for hour in range(HOURS))
        for day in range(len(DAYS))
    )
    made = Week(rows, given.count(untimed), given.count(midnight))
    if midnight > made.hours[0]:
        raise CannotWorkOut("More stand at midnight than in the hour after it.")
    return made


def week_of(moments: Iterable[datetime | date | None]) -> Week:
    """A date without a time, and None, have none; a moment with a zone is moved to ours."""
    counts: Counter[tuple[int, int]] = Counter()
    untimed = midnight = 0
    for moment in moments:
        if not isinstance(moment, datetime):
            untimed += 1
            continue
        here = moment.astimezone(HERE) if moment.tzinfo else moment
        counts[here.weekday(), here.hour] += 1
        midnight += here.hour == here.minute == here.second == 0
    return week(counts, untimed=untimed, midnight=midnight)
