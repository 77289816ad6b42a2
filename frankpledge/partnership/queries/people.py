"""People as one partnership knows them. Another partnership's contacts are never read here."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from frankpledge.partnership.models import (
    Account,
    Contact,
    GroupMember,
    Partnership,
    Person,
    PostHolder,
    RoleHolding,
)
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.roles import ROLES


@dataclass
class PersonHere:
    person: Person
    contact: Contact
    account: Account | None
    posts: list[PostHolder] = field(default_factory=list)
    roles: list[RoleHolding] = field(default_factory=list)

    @property
    def role_names(self) -> list[str]:
        return [ROLES[held.role].name for held in self.roles]

    @property
    def signs_in(self) -> bool:
        return self.account is not None and self.account.is_active


def people(partnership: Partnership) -> list[PersonHere]:
    """Everybody known here, by name, with what they hold today. Three queries."""
    contacts = _contacts(partnership).order_by("person__name", "person_id")
    found = {contact.person_id: _here(contact) for contact in contacts}
    for holding in _holdings(partnership):
        found[holding.person_id].posts.append(holding)
    for role in _roles(partnership):
        found[role.person_id].roles.append(role)
    return list(found.values())


def person_here(partnership: Partnership, person_id: int) -> PersonHere | None:
    contact = _contacts(partnership).filter(person=person_id).first()
    if contact is None:
        return None
    here = _here(contact)
    here.posts = list(_holdings(partnership).filter(person=person_id))
    here.roles = list(_roles(partnership).filter(person=person_id))
    return here


def role_here(partnership: Partnership, holding_id: int) -> RoleHolding | None:
    return _roles(partnership).filter(pk=holding_id).first()


def contacts_by_initials(partnership: Partnership) -> dict[str, Person]:
    found = Contact.objects.filter(partnership=partnership).exclude(initials="")
    return {contact.initials.upper(): contact.person for contact in found.select_related("person")}


def person_signing_in_as(email: str) -> Person | None:
    """Somebody the host already knows by the address they sign in with."""
    found = Account.objects.select_related("person").filter(email__iexact=email.strip())
    account = found.first()
    return account.person if account else None


def group_parts_of(partnership: Partnership, person: Person) -> list[GroupMember]:
    found = GroupMember.objects.current().filter(place__partnership=partnership, person=person)
    return list(found.select_related("place").order_by("place__local_name"))


def coordinators(partnership: Partnership) -> list[Person]:
    held = _roles(partnership).filter(role="coordinator", partnership=partnership)
    return [holding.person for holding in held]


def anybody_signs_in() -> bool:
    return Account.objects.exists()


def all_coordinators() -> dict[int, list[Person]]:
    """By partnership, for the host, who sees that none is without one. One query."""
    held = RoleHolding.objects.current().filter(role="coordinator", taken_at__isnull=True)
    found: dict[int, list[Person]] = defaultdict(list)
    for holding in held.select_related("person").order_by("person__name"):
        found[holding.partnership_id].append(holding.person)
    return found


def _here(contact: Contact) -> PersonHere:
    return PersonHere(contact.person, contact, getattr(contact.person, "account", None))


def _contacts(partnership: Partnership) -> QuerySet[Contact]:
    return Contact.objects.filter(partnership=partnership).select_related(
        "person__organisation", "person__account"
    )


def _holdings(partnership: Partnership) -> QuerySet[PostHolder]:
    held = PostHolder.objects.current().filter(post__partnership=partnership)
    return held.select_related("post", "person").order_by("post__title")


def _roles(partnership: Partnership) -> QuerySet[RoleHolding]:
    # One that begins later is shown as well, so that it can be taken back before it does.
    running = Q(ends__isnull=True) | Q(ends__gte=today())
    held = RoleHolding.objects.filter(running, partnership=partnership, taken_at__isnull=True)
    return held.select_related("person", "partnership").order_by("role", "person__name")
