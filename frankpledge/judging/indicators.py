"""What is counted, by whom, and what to know before a target is held against it. Pure."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from frankpledge.figures.periods import read_period

Polarity = Literal["down", "up", "neither"]
POLARITIES = ("down", "up", "neither")
SOURCES = ("evidence", "counts", "log", "survey", "return")
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


@dataclass(frozen=True)
class Indicator:
    key: str
    name: str
    # As it stands in a sentence: thefts from shops.
    counts: str
    polarity: Polarity = "neither"
    source: str = "evidence"
    # Published types, 'data set/measure', a measure, a question or a return.
    of: tuple[str, ...] = ()
    denominator: str = ""
    unit: str = ""
    areas: str = "the partnership's area"
    period: str = "month"
    lag_months: int = 0
    provisional_months: int = 0
    # The month from which it is counted in another way, and why.
    breaks: Mapping[str, str] = field(default_factory=dict)
    suppress_below: int = 0
    author: str = ""
    checker: str = ""
    next_review: datetime.date | None = None
    retired: str = ""
    note: str = ""
    # A pattern of the words by which targets mean it: for suggestions and never more.
    said_as: str = ""
    # Whether the partnership added it; the library's are everybody's.
    own: bool = False

    @property
    def good(self) -> Literal["increase", "decrease", "neutral"]:
        if self.polarity == "neither":
            return "neutral"
        return "decrease" if self.polarity == "down" else "increase"

    def is_due(self, today: datetime.date) -> bool:
        return not self.retired and self.next_review is not None and self.next_review < today

    def fits(self, words: str) -> bool:
        wanted = rf"\b({self.said_as})"
        return bool(self.said_as) and re.search(wanted, words, re.IGNORECASE) is not None


def faults_of(one: Indicator) -> Iterator[str]:
    """What must be mended before anything is judged by it, each in a sentence."""
    if not KEY.match(one.key):
        yield "its key is not of small letters, figures and hyphens"
    for name in ("name", "counts", "author", "checker"):
        if not getattr(one, name).strip():
            yield f"it has no {name}"
    if one.polarity not in POLARITIES:
        yield f"{one.polarity} is no polarity: write down, up or neither"
    if one.source not in SOURCES:
        yield f"{one.source} is no source: there are {', '.join(SOURCES)}"
    if not one.retired:
        yield from _of_a_living(one)
    yield from _of_breaks(one)
    if one.author and one.author == one.checker:
        yield "its author cannot be its checker"


def _of_breaks(one: Indicator) -> Iterator[str]:
    for month, why in one.breaks.items():
        found = read_period(month)
        if found is None or found.months != 1:
            yield f"{month} is no month for a break: write it as 2026-04"
        elif not str(why).strip():
            yield f"its break at {month} has no reason"


def _of_a_living(one: Indicator) -> Iterator[str]:
    if not one.of:
        yield "it does not say what is counted of its source"
    if one.next_review is None:
        yield "it has no next review"
    if min(one.lag_months, one.provisional_months, one.suppress_below) < 0:
        yield "its months and its smallest number cannot be below nought"


def made(said: Mapping[str, Any], **more: Any) -> Indicator:
    """From a table of a file. What is not a field is refused by its name."""
    kept = {**said, **more}
    kept["of"] = tuple(str(each) for each in kept.get("of") or ())
    kept["breaks"] = {str(at): str(why) for at, why in (kept.get("breaks") or {}).items()}
    return Indicator(**kept)
