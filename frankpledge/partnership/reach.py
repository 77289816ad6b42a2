"""How the coordinators of a partnership are reached."""

from frankpledge.partnership.models import Account, Contact, Partnership
from frankpledge.partnership.queries import coordinators


def emails_of_coordinators(partnership: Partnership) -> list[str]:
    """By what this partnership knows, or by what they sign in with."""
    people = [person.pk for person in coordinators(partnership)]
    contacts = Contact.objects.filter(partnership=partnership, person__in=people)
    known = {contact.person_id: contact.email for contact in contacts if contact.email}
    accounts = Account.objects.filter(is_active=True, person__in=people)
    signed = {account.person_id: account.email for account in accounts}
    found = [known.get(one) or signed.get(one) or "" for one in people]
    return list(dict.fromkeys(email for email in found if email))
