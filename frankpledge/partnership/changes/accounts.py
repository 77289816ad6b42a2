"""What people sign in with. One account serves every partnership the person has a part in."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction

from frankpledge.partnership.changes.saving import chain_of, locked, save
from frankpledge.partnership.models import Account, Partnership, Person, RoleHolding
from frankpledge.record import lines
from frankpledge.record.errors import Refused

ELSEWHERE = "{name} also has a part in another partnership. Ask the host to change their sign-in."


@transaction.atomic
def open_account(
    *,
    person: Person,
    email: str,
    by: lines.Author,
    is_host: bool = False,
    partnership: Partnership | None = None,
    why: str = "",
) -> Account:
    """Lets somebody sign in, or lets them in again. `partnership`: on its coordinator's word."""
    address = email.strip().lower()
    _refuse_elsewhere(person, partnership)
    account = Account.objects.select_for_update().filter(person=person).first()
    if account and account.is_active and account.email == address:
        raise Refused(f"{person.name} can already sign in with this address.", field="email")
    if Account.objects.filter(email__iexact=address).exclude(person=person).exists():
        raise Refused("Somebody else signs in with this address.", field="email")
    old = {"email": account.email, "active": account.is_active} if account else {}
    account = account or Account(person=person, is_host=is_host)
    account.email, account.is_active = address, True
    account.set_unusable_password()
    save(account)
    _only_address(account)
    _tell(account, "account.opened", by, partnership, old, {"email": address}, why)
    return account


@transaction.atomic
def close_account(
    *, person: Person, by: lines.Author, partnership: Partnership | None = None, why: str = ""
) -> Account:
    """Nobody signs in with it until it is opened again. Sessions end at their next page."""
    _refuse_elsewhere(person, partnership)
    account = Account.objects.filter(person=person).first()
    if account is None or not account.is_active:
        raise Refused(f"{person.name} cannot sign in as it is.")
    account = locked(account)
    account.is_active = False
    save(account)
    _tell(account, "account.closed", by, partnership, {"email": account.email}, {}, why)
    return account


@transaction.atomic
def sign_out_everywhere(*, account: Account, by: lines.Author, why: str = "") -> Account:
    """Every session is bound to this secret, which is no password: a new one ends them all."""
    row = locked(account)
    row.set_unusable_password()
    row.save(update_fields=["password"])
    _tell(row, "account.signed-out-everywhere", by, None, {}, {}, why)
    return row


@transaction.atomic
def forget_second_factor(
    *, person: Person, by: lines.Author, partnership: Partnership | None = None, why: str = ""
) -> None:
    """For whoever has lost phone, key and recovery codes. Whoever asks has made sure who it is."""
    _refuse_elsewhere(person, partnership)
    removed, _ = Authenticator.objects.filter(user__person=person).delete()
    account = Account.objects.filter(person=person).first()
    if account is None or not removed:
        raise Refused(f"{person.name} has no second step set up.")
    account.set_unusable_password()  # ends every session
    account.save(update_fields=["password"])
    _tell(account, "account.second-step-removed", by, partnership, {}, {}, why)


def _refuse_elsewhere(person: Person, partnership: Partnership | None) -> None:
    # Otherwise one partnership's coordinator could take over a sign-in that opens another's desk.
    if partnership is None:
        return
    roles = RoleHolding.objects.filter(person=person, taken_at__isnull=True)
    elsewhere = roles.exclude(partnership=partnership).exists()
    if elsewhere or Account.objects.filter(person=person, is_host=True).exists():
        raise Refused(ELSEWHERE.format(name=person.name))


def _only_address(account: Account) -> None:
    # Whoever opens the account vouches for the address; the code sent to it proves the rest.
    EmailAddress.objects.filter(user=account).exclude(email=account.email).delete()
    EmailAddress.objects.update_or_create(
        user=account, email=account.email, defaults={"verified": True, "primary": True}
    )


def _tell(
    account: Account,
    verb: str,
    by: lines.Author,
    partnership: Partnership | None,
    old: dict[str, object],
    new: dict[str, object],
    why: str,
) -> None:
    lines.write(
        chain=chain_of(partnership),
        by=by,
        verb=verb,
        subject=lines.Subject("account", str(account.pk), account.person.name),
        old=old,
        new=new,
        why=why,
    )
