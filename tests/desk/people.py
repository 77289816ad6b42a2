"""Alice coordinates, Bob leads, Rita reads; Charlie coordinates somewhere else."""

from django.test import Client

from frankpledge.partnership.models import Account, Contact, Partnership, Person, RoleHolding

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def account(name: str, partnership: Partnership, role: str) -> Account:
    person = Person.objects.create(name=name)
    email = f"{name.split(maxsplit=1)[0].lower()}@example.org"
    Contact.objects.create(partnership=partnership, person=person, email=email)
    RoleHolding.objects.create(partnership=partnership, person=person, role=role)
    return Account.objects.create(email=email, person=person)


def signed_in(one: Account) -> Client:
    client = Client()
    client.force_login(one, backend=BACKEND)
    return client
