"""The sentences that open a plan's page."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from frankpledge.public.showing.stands import GOOD, OVER, SHORT, TO_COME, Mark, total
from frankpledge.public.words import (
    listed,
    long_day,
    month,
    number,
    opening,
    promises,
    verb,
)

Doc = dict[str, Any]
# How residents call each kind of body: one of them, and several.
KINDS = {
    "council": ("the council", "the councils"),
    "police": ("the police", "the police"),
    "fire": ("the fire service", "the fire services"),
    "health": ("the health service", "the health service"),
    "probation": ("the probation service", "the probation service"),
    "oversight": ("the police commissioner's office", "those who oversee the police"),
    "housing": ("a housing provider", "housing providers"),
    "education": ("a school or college", "schools and colleges"),
    "business": ("local traders", "local traders"),
    "charity": ("a charity", "charities"),
    "other": ("others", "others"),
}


def kinds_that_lead(leads: Iterable[str], kind_of: dict[str, str]) -> list[str]:
    """The kinds of bodies behind the leads' names, in the order in which the list has them."""
    found: dict[str, set[str]] = {}
    for name in leads:
        body = _body(name, kind_of)
        if body:
            found.setdefault(kind_of[body], set()).add(body)
    return [KINDS[kind][len(found[kind]) > 1] for kind in KINDS if kind in found]


def _body(lead: str, kind_of: dict[str, str]) -> str:
    """'Police, Ingrid Penhaligon' is the police."""
    if lead in kind_of:
        return lead
    return next((name for name in kind_of if lead.startswith(f"{name}, ")), "")


def who_promised(
    kinds: Sequence[str], count: int, plan: Doc, ends: datetime.date, today: datetime.date
) -> str:
    who = opening(listed(kinds)) if 2 <= len(kinds) <= 7 else "We"
    together = " together" if count > 1 else ""
    due = "to be kept" if ends >= today else "which were to be kept"
    return f"{who} made {promises(count)}{together}, {due} by {month(ends)}."


def as_said(as_at: datetime.date) -> str:
    return f"This is what was said by {long_day(as_at)}."


def how_it_stands(counts: list[tuple[Mark, int]]) -> str:
    good, short = total(counts, GOOD), total(counts, SHORT)
    if not good and not short:
        return "It is too early to say how these stand" if counts else "Nothing is promised yet"
    well = f"{opening(number(good))} {verb(max(good, 1), 'is', 'are')} done or on track"
    if not short:
        return f"{well}. None is falling short" if good > 1 else f"{well}"
    badly = f"{opening(number(short))} {verb(short, 'is', 'are')} falling short"
    return f"{well}. {badly}"


def each_mark(counts: list[tuple[Mark, int]]) -> str:
    """The note under the marks: what the two numbers above leave out."""
    parts = ["Each mark is one promise."]
    for group, words in (
        (TO_COME, "{} not begun, or nobody has said yet."),
        (OVER, "{} given up or moved elsewhere, with the reason on {} page."),
    ):
        count = total(counts, group)
        if count:
            has = verb(
                count, "has" if group == TO_COME else "was", "have" if group == TO_COME else "were"
            )
            parts.append(
                words.format(f"{opening(number(count))} {has}", verb(count, "its", "each"))
            )
    return " ".join(parts)


def further(count: int) -> str:
    if count < 1:
        return ""
    return f"{opening(number(count))} more {verb(count, 'is', 'are')} among the promises below."


def gone_quiet(published: datetime.date, today: datetime.date) -> str:
    """Said plainly where nothing was published for half a year or more."""
    months = (today.year - published.year) * 12 + today.month - published.month
    if months < 6:
        return ""
    return (
        f"Nothing has been published for {number(months)} months, "
        "so what follows may no longer be so."
    )
