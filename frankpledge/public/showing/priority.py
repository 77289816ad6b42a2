"""One priority: what it is about, what is promised under it, what it serves."""

import datetime
from dataclasses import dataclass
from typing import Any

from frankpledge.public.addresses import Addresses
from frankpledge.public.reading import date
from frankpledge.public.showing.headings import Heading, heading, in_order
from frankpledge.public.showing.sentences import how_it_stands

Doc = dict[str, Any]


@dataclass(frozen=True)
class PriorityPage:
    heading: Heading
    standing: str
    indicators: list[str]
    alignments: list[Doc]
    above: Heading | None
    below: list[Heading]


def has_priority(body: Doc, priority_id: int) -> bool:
    return any(each["id"] == priority_id for each in body["priorities"])


def priority_page(body: Doc, priority_id: int, to: Addresses) -> PriorityPage:
    as_at = date(body["as_at"])
    by_id = {each["id"]: each for each in body["priorities"]}
    here = by_id[priority_id]
    shown = heading(here, body, to, as_at)
    below = [each for each, _ in in_order(body["priorities"]) if each["parent"] == priority_id]
    return PriorityPage(
        heading=shown,
        standing=f"{how_it_stands(shown.counts)}." if shown.rows else "",
        indicators=[str(each) for each in here["indicators"]],
        alignments=here["alignments"],
        above=_heading(by_id.get(here["parent"]), body, to, as_at),
        below=[heading(each, body, to, as_at) for each in below],
    )


def _heading(
    priority: Doc | None, body: Doc, to: Addresses, as_at: datetime.date
) -> Heading | None:
    return heading(priority, body, to, as_at) if priority else None
