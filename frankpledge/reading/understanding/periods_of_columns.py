"""Heads such as "Update (August 2010)" and "Q2 progress": of when, and for which period."""

import re
from functools import lru_cache

from frankpledge.language import Context, read_timescale

BRACKETED = re.compile(r"\(([^()]*)\)")
DATED = re.compile(r"(?:19|20)\d\d|\d{1,2}/\d{1,2}/\d{2,4}")
QUARTER = re.compile(
    r"\b(?:q(?:tr|uarter)? ?[1-4]|quarter (?:[1-4]|one|two|three|four)|"
    r"(?:first|second|third|fourth) quarter)\b",
    re.I,
)
MONTHS = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.*\b"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: (?:19|20)?\d\d)?",
    re.I,
)


@lru_cache(maxsize=256)
def as_at(head: str) -> str | None:
    """The day that the words in the head name; of a month the last."""
    bracketed = BRACKETED.search(head)
    text = bracketed.group(1) if bracketed else head
    if not DATED.search(text):
        return None
    parts = [part for part in read_timescale(text, Context()).parts if part.end]
    return parts[-1].end.isoformat() if parts and parts[-1].end else None


@lru_cache(maxsize=256)
def period_named(head: str) -> str | None:
    found = QUARTER.search(head) or MONTHS.search(head)
    return found.group() if found else None
