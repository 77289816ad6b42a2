"""Leads who are only printed: nobody here goes by the name, so nobody can be asked."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q

from frankpledge.language import read_leads
from frankpledge.plan.models import Lead, Plan

MOST_WORDS = 5  # of one body's or team's name


@dataclass(frozen=True)
class PrintedName:
    """One name, however often and in however many ways the plan prints it."""

    key: str
    name: str
    body: str  # whom they work for, as printed
    kind: str  # what it seems to be: "person", "post", "organisation" or "several"
    leads: tuple[Lead, ...]

    @property
    def printed(self) -> list[str]:
        return list(dict.fromkeys(lead.printed for lead in self.leads))

    @property
    def promises(self) -> int:
        return len({lead.action_id for lead in self.leads if lead.action_id})

    @property
    def headings(self) -> int:
        return len({lead.priority_id for lead in self.leads if lead.priority_id})


def names_of(leads: Iterable[Lead]) -> list[PrintedName]:
    """By name, in the order in which the plan prints them."""
    found: dict[str, list[tuple[_Read, Lead]]] = {}
    for lead in leads:
        read = _read(lead.printed)
        found.setdefault(_folded(read.name), []).append((read, lead))
    bodies = {read.body for rows in found.values() for read, _ in rows if read.body}
    return [_name(folded, rows, bodies) for folded, rows in found.items()]


def is_only_printed(lead: Lead) -> bool:
    """'All partners' is somebody, so it is not among them."""
    known = (lead.organisation_id, lead.post_id, lead.person_id, lead.group_id)
    return not (lead.everyone or any(known))


def only_printed(plan: Plan) -> list[Lead]:
    """In one query."""
    leads = Lead.objects.filter(Q(action__plan=plan) | Q(priority__plan=plan))
    of = ("action__plan__partnership", "priority__plan__partnership")
    found = leads.select_related(*of).order_by("action__pk", "order", "pk")
    return [lead for lead in found if is_only_printed(lead)]


@dataclass(frozen=True)
class _Read:
    name: str
    body: str
    kind: str


@lru_cache(maxsize=4096)
def _read(printed: str) -> _Read:
    """The one person whom these words name; where that is not clear, the words themselves."""
    read = read_leads(printed)
    people = [one.person for one in read if one.person]
    body = next((one.organisation for one in read if one.organisation), "") or ""
    if len(people) == 1 and people[0]:
        return _Read(people[0], body, "person")
    if len(people) > 1 or len(printed.split()) > MOST_WORDS:
        return _Read(printed, "", "several")
    if len(read) == 1 and body and not (people or read[0].post):
        return _Read(printed, printed, "organisation")
    return _Read(printed, "", "post")


def _name(folded: str, rows: list[tuple[_Read, Lead]], bodies: set[str]) -> PrintedName:
    first = rows[0][0]
    body = next((read.body for read, _ in rows if read.body), "")
    kind = first.kind
    if kind == "organisation" and (above := _part_of(first.name, bodies)):
        body, kind = above, "post"
    return PrintedName(
        key=hashlib.sha256(folded.encode()).hexdigest()[:16],
        name=first.name,
        body=body if kind != "organisation" else "",
        kind=kind,
        leads=tuple(lead for _, lead in rows),
    )


def _part_of(name: str, bodies: set[str]) -> str:
    """'SBC Licensing' is a team of SBC where the plan prints SBC as well."""
    return max((body for body in bodies if name.startswith(f"{body} ")), key=len, default="")


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace(".", "").split())
