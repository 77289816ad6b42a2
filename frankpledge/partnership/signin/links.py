"""The link in the sign-in mail. It opens a page with a button, since mail scanners open links."""

import datetime
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core import signing
from django.urls import reverse

from frankpledge.partnership.models import Account

SALT = "frankpledge.signin.link"
LIFE = datetime.timedelta(minutes=15)


def link_for(account: Account, onwards: str = "") -> str:
    # The configured address, never the one a request claims to have come to.
    path = reverse("signin_link", args=[token_for(account)])
    return f"{settings.ADDRESS}{path}" + (f"?next={quote(onwards)}" if onwards else "")


def token_for(account: Account) -> str:
    return signing.dumps(_marks_of(account), salt=SALT)


def account_of(token: str) -> Account | None:
    """Whose link it is, while it may be used: for a quarter of an hour, and once."""
    try:
        marks = signing.loads(token, salt=SALT, max_age=LIFE)
        account = Account.objects.filter(pk=marks["account"], is_active=True).first()
    except (signing.BadSignature, KeyError, TypeError):
        return None
    return account if account and _marks_of(account) == marks else None


def _marks_of(account: Account) -> dict[str, Any]:
    # Signing in moves the last sign-in on, and with it every link made before is spent.
    last = account.last_login.isoformat() if account.last_login else ""
    return {"account": account.pk, "email": account.email, "last": last}
