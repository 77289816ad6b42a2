"""Whoever has just set up a second step has just shown it: they are not asked for it again."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.dispatch import receiver
from django.http import HttpRequest

from frankpledge.partnership.models import Account


@receiver(authenticator_added)
def count_as_shown(
    sender: Any, request: HttpRequest, user: Account, authenticator: Authenticator, **_: Any
) -> None:
    record_authentication(
        request,
        user,
        method="mfa",
        type=authenticator.type,
        id=authenticator.pk,
        reauthenticated=True,
    )
