"""News of a day that the round does not speak of."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from frankpledge.language.sentences import quoted, sentences
from frankpledge.progress.doubts.model import Doubt, Said

RULE = "outside-the-period"
_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b\.?(?:,?\s+{_YEAR})?"
    ),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th))\b(?:,?\s+{_YEAR})?"),
    re.compile(r"\b(?P<day>\d{1,2})[/.](?P<number>\d{1,2})[/.](?P<year>(?:20)?\d\d)\b"),
    re.compile(rf"\b(?:[Ii]n|[Dd]uring|[Ee]arly|[Ll]ate)\s+{_MONTH}\b(?:\s+{_YEAR})?"),
)
# What is to come is told in every update, and so is what went before: neither is a slip.
_TO_COME = re.compile(
    r"\b(?:will|shall|(?-i:may)|"
    r"plan\w*|due|next|expect\w*|schedul\w*|to be|going to|aim\w*|intend\w*|"
    r"book\w*|upcoming|forthcoming|arrang\w*|set for|should|hope\w*|deadline|propos\w*|"
    r"to (?:start|begin|run|attend|hold|meet|report|take place)|invit\w*|"
    r"starts|begins|opens|ready for|in time for|(?:by|until|till|before|for) (?:the )?(?:end of )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))",
    re.IGNORECASE,
)
_GONE_BEFORE = re.compile(
    r"\b(?:since|from|after|following|began|begun|start\w*|launch\w*|last|previous\w*|earlier|"
    r"compar\w*|agreed|adopted|already|baseline|had|ago|between|against|than|approved|"
    r"published|expired|ended|appointed|dated)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Day:
    first: datetime.date
    last: datetime.date
    printed: str


def outside_the_period(said: Said) -> Iterator[Doubt]:
    found = next(_slips(said), None)
    if found:
        day, line = found
        which = "after" if day.first > said.ends else "before"
        yield Doubt(
            said.answer,
            RULE,
            "tells of a day outside this round",
            because=f"{day.printed} is {which} the period, which runs from "
            f"{_words(said.starts)} to {_words(said.ends)}.",
            quote=quoted(line),
            ask=f"You wrote of {day.printed}, which is {which} this period. Is that day right?",
        )
    elif said.said_on < said.starts:
        yield Doubt(
            said.answer,
            RULE,
            "is dated before this round’s period",
            because=f"Its news is of {_words(said.said_on)}; the period begins on "
            f"{_words(said.starts)}.",
            ask=f"Your news is dated {_words(said.said_on)}. Is there later news?",
        )


def _slips(said: Said) -> Iterator[tuple[Day, str]]:
    for line in sentences(said.news):
        for day in days_in(line, said.starts, said.ends):
            after = day.first > said.ends and not _TO_COME.search(line)
            # A month alone that is long past is background; a day is news.
            one_day = day.first == day.last
            before = day.last < said.starts and one_day and not _GONE_BEFORE.search(line)
            if after or before:
                yield day, line


def days_in(line: str, starts: datetime.date, ends: datetime.date) -> Iterator[Day]:
    middle = starts + (ends - starts) / 2
    for form in _FORMS:
        for match in form.finditer(line):
            parts = match.groupdict()
            day = _read(parts, middle, match.group())
            if day:
                yield day


def _read(parts: dict[str, str | None], middle: datetime.date, printed: str) -> Day | None:
    month = int(parts.get("number") or 0) or _MONTHS.index((parts["month"] or "")[:3].lower()) + 1
    year = int(parts.get("year") or 0)
    years = [year + 2000 if 0 < year < 100 else year] if year else _nearest(middle)
    number = int(parts.get("day") or 0)
    days = [day for one in years if (day := _day(one, month, number, printed))]
    return min(days, key=lambda day: abs((day.first - middle).days), default=None)


def _nearest(middle: datetime.date) -> list[int]:
    return [middle.year - 1, middle.year, middle.year + 1]


def _day(year: int, month: int, number: int, printed: str) -> Day | None:
    try:
        first = datetime.date(year, month, number or 1)
    except ValueError:
        return None
    if number:
        return Day(first, first, printed)
    later = datetime.date(year + month // 12, month % 12 + 1, 1)
    return Day(first, later - datetime.timedelta(days=1), printed)


def _words(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"
