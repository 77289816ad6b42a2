"""Who the liaison officer is, and where to write to them."""

from dataclasses import dataclass

from frankpledge.delivery.models import Return
from frankpledge.partnership.models import Contact, PostHolder

NOBODY = "Nobody is named"


@dataclass(frozen=True)
class Officer:
    called: str
    email: str


def officer_of(return_: Return) -> Officer:
    """A post's own mailbox, else whoever holds it today; else the person's address here."""
    organisation = return_.organisation
    body = organisation.called if organisation else ""
    if return_.post:
        called = ", ".join(filter(None, (return_.post.title, body)))
        return Officer(called, return_.post.mailbox or _holders(return_))
    if return_.person:
        called = ", ".join(filter(None, (return_.person.name, body)))
        return Officer(called, _address(return_, [return_.person.pk]))
    return Officer(body or NOBODY, "")


def _holders(return_: Return) -> str:
    held = PostHolder.objects.current().filter(post=return_.post_id)
    return _address(return_, list(held.values_list("person_id", flat=True)))


def _address(return_: Return, people: list[int]) -> str:
    known = Contact.objects.filter(partnership=return_.partnership_id, person__in=people)
    return known.exclude(email="").values_list("email", flat=True).first() or ""
