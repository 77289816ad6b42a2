"""What the partnerships share: areas, organisations and people."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from frankpledge.partnership.changes.saving import chain_of, edit, facts, only, save, subject
from frankpledge.partnership.models import Area, Contact, Organisation, Partnership, Person
from frankpledge.record import lines
from frankpledge.record.errors import Refused

ORGANISATION_FIELDS = frozenset(
    {"name", "short_name", "aliases", "kind", "opened", "closed", "follows"}
)
PERSON_FIELDS = frozenset({"name", "organisation"})
CONTACT_FIELDS = frozenset({"email", "phone", "initials"})


@transaction.atomic
def add_area(
    *,
    code: str,
    kind: str,
    vintage: int,
    name: str,
    by: lines.Author,
    parent: Area | None = None,
    why: str = "",
) -> Area:
    area = save(Area(code=code, kind=kind, vintage=vintage, name=name, parent=parent))
    new = facts(area, ("code", "kind", "vintage", "name", "parent"))
    lines.write(by=by, verb="area.added", subject=subject(area), new=new, why=why)
    return area


@transaction.atomic
def add_organisation(
    *,
    name: str,
    kind: str,
    by: lines.Author,
    short_name: str = "",
    aliases: Sequence[str] = (),
    opened: Any = None,
    closed: Any = None,
    follows: Organisation | None = None,
    partnership: Partnership | None = None,
    why: str = "",
) -> Organisation:
    if Organisation.objects.filter(name__iexact=name.strip()).exists():
        raise Refused(f"'{name}' is already known. Choose it from the list.", field="name")
    row = save(
        Organisation(
            name=name,
            kind=kind,
            short_name=short_name,
            aliases=list(aliases),
            opened=opened,
            closed=closed,
            follows=follows,
        )
    )
    new = facts(row, sorted(ORGANISATION_FIELDS))
    _tell(partnership, "organisation.added", row, by, {}, new, why)
    return row


@transaction.atomic
def change_organisation(
    *,
    organisation: Organisation,
    by: lines.Author,
    version: int | None = None,
    partnership: Partnership | None = None,
    why: str = "",
    **changed: Any,
) -> Organisation:
    lines.hold(chain_of(partnership))  # a name is a key: whoever leads holds the record first
    _refuse_what_others_have(partnership, organisation)
    wanted = only(changed, ORGANISATION_FIELDS)
    name = str(wanted.get("name", "")).strip()
    others = Organisation.objects.exclude(pk=organisation.pk)
    if name and others.filter(name__iexact=name).exists():
        raise Refused(f"Another organisation is already called '{name}'.", field="name")
    row, old, new = edit(organisation, wanted, version=version)
    if new:
        _tell(partnership, "organisation.changed", row, by, old, new, why)
    return row


def _refuse_what_others_have(partnership: Partnership | None, body: Organisation) -> None:
    """A partnership changes what is its alone; what is shared, the host."""
    if partnership and body.memberships.exclude(partnership=partnership).exists():
        raise Refused(
            f"Other partnerships have {body.called} as a member too. Say what you call it here: "
            "that is yours alone.",
            field="name",
        )


@transaction.atomic
def add_person(
    *,
    name: str,
    by: lines.Author,
    organisation: Organisation | None = None,
    partnership: Partnership | None = None,
    why: str = "",
) -> Person:
    """With a partnership, the person is known there from now on."""
    row = save(Person(name=name, organisation=organisation))
    if partnership:
        known_in(partnership, row)
    _tell(partnership, "person.added", row, by, {}, facts(row, sorted(PERSON_FIELDS)), why)
    return row


@transaction.atomic
def change_person(
    *,
    person: Person,
    by: lines.Author,
    version: int | None = None,
    partnership: Partnership | None = None,
    why: str = "",
    **changed: Any,
) -> Person:
    row, old, new = edit(person, only(changed, PERSON_FIELDS), version=version)
    if new:
        _tell(partnership, "person.changed", row, by, old, new, why)
    return row


@transaction.atomic
def set_contact(
    *,
    partnership: Partnership,
    person: Person,
    by: lines.Author,
    version: int | None = None,
    why: str = "",
    **changed: Any,
) -> Contact:
    """How this partnership alone reaches somebody."""
    wanted = only(changed, CONTACT_FIELDS)
    row, old, new = edit(known_in(partnership, person), wanted, version=version)
    if new:
        label = subject(row, person.name)
        lines.write(
            chain=partnership.chain,
            by=by,
            verb="contact.set",
            subject=label,
            old=old,
            new=new,
            why=why,
        )
    return row


def known_in(partnership: Partnership, person: Person) -> Contact:
    """Whoever has a part here is known here; the line of that part tells of it."""
    return Contact.objects.get_or_create(partnership=partnership, person=person)[0]


def _tell(
    partnership: Partnership | None,
    verb: str,
    row: Organisation | Person,
    by: lines.Author,
    old: dict[str, Any],
    new: dict[str, Any],
    why: str,
) -> None:
    lines.write(
        chain=chain_of(partnership),
        by=by,
        verb=verb,
        subject=subject(row),
        old=old,
        new=new,
        why=why,
    )
