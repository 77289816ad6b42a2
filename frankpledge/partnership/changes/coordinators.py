"""The first coordinator of a partnership, by whom everybody else is let in."""

from django.db import transaction

from frankpledge.partnership.changes.accounts import open_account
from frankpledge.partnership.changes.hosts import add_person
from frankpledge.partnership.changes.roles import give_role
from frankpledge.partnership.changes.saving import locked
from frankpledge.partnership.models import Account, Partnership, RoleHolding
from frankpledge.partnership.roles import Coordinator
from frankpledge.record import lines


@transaction.atomic
def appoint_coordinator(
    *, partnership: Partnership, name: str, email: str, by: lines.Author, why: str = ""
) -> RoleHolding:
    """Enters the person, opens a sign-in and gives the role, each with its line in the record."""
    locked(partnership)  # before the record is held: everybody waits in the same order
    account = Account.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if account is None:
        person = add_person(name=name, partnership=partnership, by=by, why=why)
        account = open_account(person=person, email=email, by=by, why=why)
    return give_role(
        partnership=partnership, person=account.person, role=Coordinator.key, by=by, why=why
    )
