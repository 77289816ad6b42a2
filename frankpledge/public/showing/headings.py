"""Priorities as headings, in the order and the tree of the plan."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from frankpledge.public.addresses import Addresses
from frankpledge.public.reading import day
from frankpledge.public.showing.rows import Row, row_of
from frankpledge.public.showing.stands import Mark, counted
from frankpledge.public.words import listed, long_day

Doc = dict[str, Any]


@dataclass(frozen=True)
class Heading:
    id: int
    ref: str
    title: str
    about: str
    leads: str
    url: str
    level: int  # 2 under the page's own heading, 3 under another priority
    rows: list[Row]
    counts: list[tuple[Mark, int]]
    struck: str
    has_parts: bool


def headings(body: Doc, to: Addresses, as_at: datetime.date) -> list[Heading]:
    parents = {each["parent"] for each in body["priorities"]}
    return [
        heading(priority, body, to, as_at, level=level, has_parts=priority["id"] in parents)
        for priority, level in in_order(body["priorities"])
    ]


def heading(
    priority: Doc,
    body: Doc,
    to: Addresses,
    as_at: datetime.date,
    *,
    level: int = 2,
    has_parts: bool = False,
) -> Heading:
    rows = [
        row_of(body["actions"][str(placement["action"])], to, as_at, placement)
        for placement in priority["placements"]
    ]
    return Heading(
        id=priority["id"],
        ref=priority["ref"],
        title=priority["title"],
        about=priority["about"],
        leads=listed(priority["leads"]),
        url=to.priority(priority["id"]),
        level=level,
        rows=rows,
        counts=counted(row.mark for row in rows),
        struck=_struck(priority),
        has_parts=has_parts,
    )


def _struck(priority: Doc) -> str:
    on = day(priority["struck_on"])
    return f"Struck on {long_day(on)}. {priority['struck_why']}".strip() if on else ""


def in_order(priorities: list[Doc]) -> Iterator[tuple[Doc, int]]:
    """Each priority, followed by those under it. One whose parent is missing stands at the top."""
    known = {each["id"] for each in priorities}
    under: dict[int | None, list[Doc]] = {}
    for each in priorities:
        parent = each["parent"] if each["parent"] in known else None
        under.setdefault(parent, []).append(each)

    def walk(parent: int | None, level: int) -> Iterator[tuple[Doc, int]]:
        for each in under.get(parent, []):
            yield each, level
            yield from walk(each["id"], min(level + 1, 4))

    return walk(None, 2)
