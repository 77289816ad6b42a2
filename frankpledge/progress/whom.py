"""Whom to ask for a promise, from whoever the plan says leads it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from frankpledge.partnership.models import (
    Contact,
    GroupMember,
    GroupPlace,
    Organisation,
    Partnership,
    Person,
    Post,
    PostHolder,
)
from frankpledge.plan.loading import Loaded
from frankpledge.plan.models import Action, Lead
from frankpledge.plan.naming import named

NOBODY = "Nobody is named"


@dataclass(frozen=True)
class Whom:
    """One lead, however many promises they have. Two leads are one where these are alike."""

    called: str
    post: Post | None = None
    person: Person | None = None
    group: GroupPlace | None = None
    organisation: Organisation | None = None

    @property
    def parts(self) -> dict[str, Any]:
        return {
            "post": self.post,
            "person": self.person,
            "group": self.group,
            "organisation": self.organisation,
            "called": self.called,
        }


def whom_of(lead: Lead) -> Whom:
    if lead.post:
        name = named(lead)
        return Whom(", ".join(filter(None, (name.who, name.organisation))), post=lead.post)
    if lead.person:
        return Whom(str(lead.person), person=lead.person)
    if lead.group:
        return Whom(str(lead.group), group=lead.group)
    if lead.organisation:
        return Whom(lead.organisation.called, organisation=lead.organisation)
    name = named(lead)
    return Whom(name.who or name.organisation or NOBODY)


def asked_of(loaded: Loaded) -> Iterator[tuple[Action, list[Whom]]]:
    """Every open promise in the plan's own order, with those who lead it."""
    seen: set[int] = set()
    for priority in loaded.priorities:
        for placement in loaded.placements.get(priority.pk, []):
            action = placement.action
            if action.pk in seen or not loaded.shown[action.pk].is_open:
                continue
            seen.add(action.pk)
            yield action, _leads(loaded, action, priority.pk)


def _leads(loaded: Loaded, action: Action, priority: int) -> list[Whom]:
    """Its own; where none are named, those of its priority, but never for a restricted one."""
    own = _those_who_lead(loaded.leads.get(action.pk, []))
    if not own and action.audience != "restricted":
        own = _those_who_lead(loaded.priority_leads.get(priority, []))
    return own or [Whom(NOBODY)]


def _those_who_lead(leads: Iterable[Lead]) -> list[Whom]:
    return list(dict.fromkeys(whom_of(lead) for lead in leads if lead.part == "lead"))


class Addresses:
    """How everybody in a partnership is reached. Three queries, however many are looked up."""

    def __init__(self, partnership: Partnership) -> None:
        contacts = Contact.objects.filter(partnership=partnership).exclude(email="")
        self._people = dict(contacts.values_list("person_id", "email"))
        held = PostHolder.objects.current().filter(post__partnership=partnership)
        self._holders = defaultdict(list)
        for post, person in held.values_list("post_id", "person_id"):
            self._holders[post].append(person)
        members = GroupMember.objects.current().filter(place__partnership=partnership)
        self._members = list(members.select_related("post", "person", "organisation"))

    def of(self, whom: Whom) -> str:
        if whom.post:
            return self.of_post(whom.post)
        if whom.person:
            return self._people.get(whom.person.pk, "")
        return self._of_group(whom.group) if whom.group else ""

    def of_post(self, post: Post) -> str:
        held = (self._people.get(pk, "") for pk in self._holders.get(post.pk, []))
        return post.mailbox or next(filter(None, held), "")

    def _of_group(self, group: GroupPlace) -> str:
        """Its secretary, else whoever chairs it."""
        for part in ("secretary", "chair"):
            here = [m for m in self._members if m.place_id == group.pk and m.part == part]
            if found := next(filter(None, map(self.of_member, here)), ""):
                return found
        return ""

    def of_member(self, member: GroupMember) -> str:
        own = self._people.get(member.person_id or 0, "")
        return own or (self.of_post(member.post) if member.post else "")

    def board_member_of(self, organisation: Organisation, boards: set[int]) -> tuple[str, str]:
        """Who sits on the board for a body: what they are called, and their address."""
        for member in self._members:
            speaks = member.place_id in boards and organisation.pk in _bodies(member)
            if speaks and (email := self.of_member(member)):
                return member.called, email
        return "", ""


def _bodies(member: GroupMember) -> set[int | None]:
    post = member.post.organisation_id if member.post else None
    person = member.person.organisation_id if member.person else None
    return {member.organisation_id, post, person}
