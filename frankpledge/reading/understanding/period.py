"""The years a plan is for, its name and whose it is, from its opening lines."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

DASH = r"\s*(?:-|–|—|/|to)\s*"
YEARS = re.compile(rf"(?<![\d/])((?:19|20)\d\d){DASH}((?:19|20)?\d\d)(?![\d/])")
MONTH_YEARS = re.compile(
    rf"\b(?:1(?:st)? )?(April|January) ((?:19|20)\d\d){DASH}(?:\d+(?:st)? )?"
    r"(March|December) ((?:19|20)\d\d)",
    re.I,
)
ONE_YEAR = re.compile(r"(?<![\d/])((?:19|20)\d\d)(?![\d/])")
BODY = re.compile(
    r"\b((?:[A-Z][\w'’&-]* (?:and |of |& |upon |on )?){1,5}"
    r"(?:Community Safety|Crime and Disorder(?: Reduction)?|Safer|Safety) Partnership)\b"
)
ANY_BODY = re.compile(
    r"\b(?:community safety|safer|crime and disorder).*\bpartnership\b|\bCSP\b", re.I
)
PLAN = re.compile(r"\b(?:plan|strategy|update|programme|report|refresh)\b", re.I)
# What stands before or beside a plan, and is not its name.
BESIDE = re.compile(
    r"\W*(?:how (?:to|this)|guidance|instructions?|notes? (?:on|for|to)|about|read ?me|purpose|"
    r"report (?:of|by|to|from)|introduction|contents|foreword|minutes|agenda)\b",
    re.I,
)
LEADING = re.compile(r"(?:The|Our)\s+")


def period(text: str) -> dict[str, Any] | None:
    months = MONTH_YEARS.search(text)
    if months:
        calendar = months.group(1).lower() == "january"
        return _stretch(months.group(), int(months.group(2)), int(months.group(4)), calendar)
    years = YEARS.search(text)
    if years:
        first, last = years.groups()
        end = int(last) if len(last) == 4 else int(first[:2] + last)
        return _stretch(years.group(), int(first), end) if 0 < end - int(first) <= 15 else None
    return None


def _stretch(text: str, first: int, last: int, calendar: bool = False) -> dict[str, Any] | None:
    start = date(first, 1, 1) if calendar else date(first, 4, 1)
    end = date(last, 12, 31) if calendar else date(last, 3, 31)
    if end <= start:
        return None
    return {"text": text, "start": start.isoformat(), "end": end.isoformat()}


def bodies(texts: Iterable[str]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for text in texts:
        for name in BODY.findall(text):
            counted[LEADING.sub("", name)] += 1
    return counted


def names_a_body(text: str) -> bool:
    return bool(ANY_BODY.search(text)) and not PLAN.search(text)


def names_a_plan(text: str) -> bool:
    if BESIDE.match(text):
        return False
    return bool(PLAN.search(text)) or bool(YEARS.search(text) or ONE_YEAR.search(text))
