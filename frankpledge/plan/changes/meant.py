"""Who is meant by the names that a plan prints."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from frankpledge.partnership import changes as people
from frankpledge.partnership.models import (
    Contact,
    GroupPlace,
    Organisation,
    Partnership,
    Person,
    Post,
)
from frankpledge.partnership.queries import person_signing_in_as
from frankpledge.plan.changes.decisions import require_open, touch, write_line
from frankpledge.plan.changes.details import LeadGiven, given_again
from frankpledge.plan.changes.turns import change
from frankpledge.plan.models import Action, Lead, Plan, Priority
from frankpledge.plan.planfile.who import known
from frankpledge.plan.printed_names import PrintedName, names_of, only_printed
from frankpledge.record import lines
from frankpledge.record.errors import Refused

CONTACT = "Contact"
WHO = ("post", "person", "group", "organisation", "everyone")


@dataclass(frozen=True)
class Meant:
    """Somebody known here, or somebody new: a person, a post, or a body and who speaks for it."""

    post: Post | None = None
    person: Person | None = None
    group: GroupPlace | None = None
    organisation: Organisation | None = None
    everyone: bool = False
    new: str = ""  # "person", "post" or "organisation"
    name: str = ""
    body: str = ""
    email: str = ""


@change
def say_who_is_meant(*, plan: Plan, meant: Mapping[str, Meant], by: lines.Author) -> int:
    """How many names were said. The printed words stay, so no words of the plan change.

    `meant` is by the key of a name. What somebody else has said in the meantime is left alone.
    """
    require_open(plan)
    here = {name.key: name for name in names_of(only_printed(plan))}
    said = 0
    for key in here.keys() & meant.keys():
        _lead_them(here[key], _somebody(plan.partnership, meant[key], by), by)
        said += 1
    return said


def _lead_them(name: PrintedName, who: LeadGiven, by: lines.Author) -> None:
    for lead in name.leads:
        old = given_again(LeadGiven, lead).says
        for part in WHO:
            setattr(lead, part, getattr(who, part))
        lead.save(update_fields=WHO)
        _tell(lead, old, by)


def _tell(lead: Lead, old: str, by: lines.Author) -> None:
    of: Action | Priority | None = lead.action or lead.priority
    if of is None:
        raise TypeError(f"{lead!r} belongs to nothing.")
    of.refresh_from_db(fields=["version"])  # two of its leads may have been named just now
    touch(of, version=None)
    new = given_again(LeadGiven, lead).says
    kind = type(of).__name__.lower()
    write_line(of, by=by, verb=f"{kind}.lead-named", old={"lead": old}, new={"lead": new})


def _somebody(partnership: Partnership, meant: Meant, by: lines.Author) -> LeadGiven:
    _require_here(partnership, meant)
    if meant.new == "organisation":
        return _of_a_body(partnership, meant, by)
    if meant.new == "post":
        return LeadGiven(post=_post(partnership, meant, by))
    if meant.new == "person":
        return LeadGiven(person=_person(partnership, meant, by))
    return LeadGiven(**{part: getattr(meant, part) for part in WHO})


def _of_a_body(partnership: Partnership, meant: Meant, by: lines.Author) -> LeadGiven:
    """A body has no address of its own: whoever reads its letters holds a post in it."""
    body = _body(partnership, meant.name, by)
    if not meant.email:
        return LeadGiven(organisation=body)
    contact = replace(meant, name=CONTACT, body=meant.name)
    return LeadGiven(organisation=body, post=_post(partnership, contact, by))


def _require_here(partnership: Partnership, meant: Meant) -> None:
    for row in (meant.post, meant.group):
        if row is not None and row.partnership_id != partnership.pk:
            raise Refused("A lead must belong to this partnership.")


def _person(partnership: Partnership, meant: Meant, by: lines.Author) -> Person:
    """Whoever is reached by this address already is not entered a second time."""
    if not meant.email:  # or it would be anybody whose address nobody knows
        raise Refused("Type an email address, so that they can be asked.")
    found = Contact.objects.filter(partnership=partnership, email__iexact=meant.email)
    contact = found.select_related("person").order_by("pk").first()
    if contact:
        return contact.person
    person = person_signing_in_as(meant.email) or people.add_person(
        name=meant.name,
        organisation=_body(partnership, meant.body, by),
        partnership=partnership,
        by=by,
    )
    people.set_contact(partnership=partnership, person=person, email=meant.email, by=by)
    return person


def _post(partnership: Partnership, meant: Meant, by: lines.Author) -> Post:
    body = _body(partnership, meant.body, by)
    found = Post.objects.filter(partnership=partnership, closed__isnull=True, organisation=body)
    same = found.filter(title__iexact=meant.name, mailbox__iexact=meant.email).first()
    return same or people.add_post(
        partnership=partnership,
        title=meant.name,
        organisation=body,
        mailbox=meant.email,
        by=by,
    )


def _body(partnership: Partnership, name: str, by: lines.Author) -> Organisation | None:
    """By any name that it has here. A new one takes part from now on.

    The printed name stays as an alias, so that next year's plan finds it whatever it is called.
    """
    if not name:
        return None
    body = known(partnership).organisation(name) or _elsewhere(name)
    if body is None:
        body = people.add_organisation(
            name=name, aliases=[name], kind="other", partnership=partnership, by=by
        )
    if not partnership.memberships.filter(organisation=body).exists():
        people.join(partnership=partnership, organisation=body, standing="participating", by=by)
    return body


def _elsewhere(name: str) -> Organisation | None:
    return Organisation.objects.filter(name__iexact=name).first()
