"""A partnership may ask a second step of those who can change everything in it."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest

from frankpledge.partnership.models import Account
from frankpledge.partnership.roles import Coordinator
from frankpledge.partnership.rules import Access

STEPS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_second_factor(account: Account) -> bool:
    return is_mfa_enabled(account, STEPS)


def needs_second_factor(request: HttpRequest, access: Access) -> bool:
    """Must this person set one up before the desk opens? Those who have one were asked for it."""
    asked_of = Coordinator.key in access.roles or access.account.is_host
    asked = access.partnership.second_factor and asked_of
    return asked and not has_second_factor(access.account)
