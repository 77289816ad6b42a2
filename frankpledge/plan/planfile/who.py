"""Whom a printed lead names, among those whom this partnership knows."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from frankpledge.language import read_leads
from frankpledge.partnership.models import (
    Contact,
    GroupPlace,
    Membership,
    Organisation,
    Partnership,
    Person,
    Post,
)
from frankpledge.plan.models import Lead
from frankpledge.plan.planfile.fitting import clipped

Printed = dict[str, Any]
Names = dict[str, set[Any]]


@dataclass
class Known:
    """Everybody of one partnership by every name it has for them. Four queries."""

    organisations: Names = field(default_factory=lambda: defaultdict(set))
    posts: Names = field(default_factory=lambda: defaultdict(set))
    people: Names = field(default_factory=lambda: defaultdict(set))
    groups: Names = field(default_factory=lambda: defaultdict(set))

    def organisation(self, name: str | None) -> Organisation | None:
        return _only(self.organisations, name)

    def post(self, name: str | None, of: Organisation | None) -> Post | None:
        """The post of this title; where several have it, that of the organisation named."""
        found = self.posts.get(_key(name), set())
        of_it = {post for post in found if of and post.organisation_id == of.pk}
        return _single(of_it) or _single(found)

    def person(self, name: str | None) -> Person | None:
        return _only(self.people, name)

    def group(self, name: str | None) -> GroupPlace | None:
        return _only(self.groups, name)

    @property
    def organisation_names(self) -> list[str]:
        return list(self.organisations)

    @property
    def group_names(self) -> list[str]:
        return list(self.groups)


def known(partnership: Partnership) -> Known:
    found = Known()
    members = Membership.objects.filter(partnership=partnership).select_related("organisation")
    for member in members:
        body = member.organisation
        _add(found.organisations, body, body.name, body.short_name, member.local_name)
        _add(found.organisations, body, *map(str, body.aliases))
    for post in Post.objects.filter(partnership=partnership, closed__isnull=True):
        _add(found.posts, post, post.title)
    for contact in Contact.objects.filter(partnership=partnership).select_related("person"):
        _add(found.people, contact.person, contact.person.name, contact.initials)
    places = GroupPlace.objects.filter(partnership=partnership).select_related("group")
    for place in places:
        if not place.is_over:
            _add(found.groups, place, place.local_name, place.abbreviation, place.group.name)
    return found


def _add(names: Names, row: Any, *called: str) -> None:
    for name in called:
        if _key(name):
            names[_key(name)].add(row)


def _key(name: str | None) -> str:
    return " ".join((name or "").casefold().replace(".", "").split())


def _only(names: Names, name: str | None) -> Any:
    return _single(names.get(_key(name), set())) if _key(name) else None


def _single(rows: set[Any]) -> Any:
    """A name that two go by says neither of them."""
    return next(iter(rows)) if len(rows) == 1 else None


def leads_of(printed: str | None, read: list[Printed], people: Known, part: str) -> list[Lead]:
    """A row for each lead; whoever is not known here stays in the words that were printed."""
    if not read and printed:
        found = read_leads(printed, people.organisation_names, people.group_names)
        read = [{**lead.to_dict(), "printed": lead.printed} for lead in found]
    if not read and printed:
        read = [{}]
    alone = printed if len(read) == 1 else None
    rows = [_lead(each, alone or _words(each), people, part) for each in read]
    return [row for row in rows if row is not None]


def _lead(each: Printed, printed: str, people: Known, part: str) -> Lead | None:
    body = people.organisation(each.get("organisation"))
    row = Lead(
        part=part,
        organisation=body,
        post=people.post(each.get("post"), body),
        person=people.person(each.get("person")),
        group=people.group(each.get("group")) or people.group(each.get("organisation")),
        everyone=bool(each.get("everyone")),
        printed=clipped(each.get("printed") or "", 300),
        name_is_public=bool(each.get("name_is_public")),
    )
    if row.group and each.get("post") and not row.post:
        row.group = None  # the chair of a group is not the group
    if "printed" not in each or not (_known_here(row) or row.printed):
        row.printed = clipped(printed, 300)
    return row if _known_here(row) or row.printed else None


def _known_here(row: Lead) -> bool:
    """A plan of ours says of a lead that it was chosen and not printed."""
    named = (row.organisation, row.post, row.person, row.group)
    return any(one is not None for one in named) or row.everyone


def _words(each: Printed) -> str:
    if each.get("everyone"):
        return "All partners"
    names = (each.get(name) for name in ("organisation", "group", "post", "person"))
    return ", ".join(dict.fromkeys(name for name in names if name))
