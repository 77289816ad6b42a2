"""What the sign-in library asks of us: who may come in, which mails are sent, which words used."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.internal.cryptokit import UserCodeFormat
from django.contrib import messages
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme

from frankpledge.partnership.models import Account
from frankpledge.partnership.signin.links import link_for
from frankpledge.partnership.signin.post import post

CODE_FORMAT = UserCodeFormat(numeric=True, dashed=True, length=8)
LOGIN_CODE = "account/email/login_code"
UNKNOWN = "account/email/unknown_account"


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This sign-in has been closed. Ask your coordinator.",
        "incorrect_code": "This is not the code we sent. Type the eight figures of the last mail.",
        "rate_limited": "Too many tries. Wait a few minutes, then try again.",
        "too_many_login_attempts": "Too many tries. Wait a few minutes, then ask for a new code.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False  # coordinators let people in

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """One plain text. A mail that must not go costs the same work as one that does."""
        unknown = template_prefix == UNKNOWN
        template = LOGIN_CODE if unknown else template_prefix
        words = {**context, "email": email}
        if template == LOGIN_CODE:
            words |= self._ways_in(email, context)
        subject = " ".join(render_to_string(f"{template}_subject.txt", words).split())
        body = render_to_string(f"{template}_message.txt", words).strip() + "\n"
        post.enqueue(subject, body, email, hold_back=unknown)

    def _ways_in(self, email: str, given: dict[str, Any]) -> dict[str, str]:
        account = Account.objects.filter(email__iexact=email).first()
        link = link_for(account or Account(pk=0, email=email), self._onwards())
        return {"code": given.get("code") or self.generate_login_code(), "link": link}

    def _onwards(self) -> str:
        asked = str(context.request.POST.get("next", ""))
        return asked if asked and url_has_allowed_host_and_scheme(asked, None) else ""

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Our pages say themselves what has happened; only refusals are passed on."""
        if message and level >= messages.WARNING:
            messages.add_message(request, level, message)
