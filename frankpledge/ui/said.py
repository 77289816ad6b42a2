"""What people wrote, and dates and counts, as they are shown. Pure."""

import datetime
import re

from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

Day = datetime.date | datetime.datetime | None


def paragraphs(text: str | None) -> SafeString:
    """Escaped. An empty line parts paragraphs, other line breaks stay where they were."""
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n").strip()
    parts = [part.strip("\n") for part in re.split(r"\n\s*\n", lines) if part.strip()]
    return mark_safe(  # escaped here
        "".join(
            f'<p class="fp-said" dir="auto">{escape(part).replace(chr(10), "<br>")}</p>'
            for part in parts
        )
    )


def _local(day: datetime.date | datetime.datetime) -> datetime.date:
    if isinstance(day, datetime.datetime):
        return (timezone.localtime(day) if timezone.is_aware(day) else day).date()
    return day


def date_long(day: Day) -> str:
    """9 October 2026"""
    if not day:
        return ""
    on = _local(day)
    return f"{on.day} {on:%B} {on.year}"


def date_short(day: Day) -> str:
    """9 Oct, with its year unless that is the present one"""
    if not day:
        return ""
    on = _local(day)
    year = "" if on.year == timezone.localdate().year else f" {on.year}"
    return f"{on.day} {on:%b}{year}"


def date_day(day: Day) -> str:
    """Tuesday 20 October"""
    if not day:
        return ""
    on = _local(day)
    return f"{on:%A} {on.day} {on:%B}"


def month(day: Day) -> str:
    """October 2026"""
    return f"{_local(day):%B} {_local(day).year}" if day else ""


def moment(at: datetime.datetime | None) -> str:
    """9 October 2026, 2.05pm"""
    if not at:
        return ""
    here = timezone.localtime(at) if timezone.is_aware(at) else at
    minutes = f".{here:%M}" if here.minute else ""
    half = "am" if here.hour < 12 else "pm"
    return f"{date_long(here)}, {here.hour % 12 or 12}{minutes}{half}"


def count(number: int, words: str) -> str:
    """3 promises: from '3' and 'promise', or from 'person,people'"""
    one, _, many = words.partition(",")
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def thousands(number: int) -> str:
    """46,248: figures of five digits are not read without help."""
    return f"{number:,}"
