"""Pages of sign-in that are our own: the mailed link, one's account, signing out everywhere."""

from typing import Any, cast

from allauth.account.utils import perform_login
from allauth.account.views import RequestLoginCodeView
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from frankpledge.partnership import changes
from frankpledge.partnership.models import Account
from frankpledge.partnership.secondfactor import has_second_factor
from frankpledge.partnership.signin.links import account_of
from frankpledge.partnership.signin.oidc import organisations
from frankpledge.partnership.signin.sessions import ENDED


class SignIn(RequestLoginCodeView):
    template_name = "signin/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        ended = self.request.session.get(ENDED, False)
        onwards = self.request.POST.get("next") or self.request.GET.get("next", "")
        return context | {"ended": ended, "organisations": organisations(), "onwards": onwards}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Looking at the page signs nobody in: the programs that check mail look at every link."""
    account = account_of(token)
    if account is None:
        return render(request, "signin/link_spent.html", status=410)
    if request.method != "POST":
        return render(request, "signin/link.html", {"email": account.email})
    if request.user.is_authenticated:
        logout(request)
    return cast(
        "HttpResponse",
        perform_login(request, account, redirect_url=_onwards(request), email=account.email),
    )


@login_required
def own_account(request: HttpRequest) -> HttpResponse:
    account = cast("Account", request.user)
    context = {"account": account, "has_second_factor": has_second_factor(account)}
    return render(request, "signin/account.html", context)


@login_required
@require_http_methods(["POST"])
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    account = cast("Account", request.user)
    changes.sign_out_everywhere(account=account, by=account)
    logout(request)
    return redirect("account_login")


def nothing(request: HttpRequest, **_: Any) -> HttpResponse:
    """What the library can do and we do not: passwords, signing up, changing one's address."""
    raise Http404


def _onwards(request: HttpRequest) -> str | None:
    asked = request.GET.get("next", "")
    return asked if url_has_allowed_host_and_scheme(asked, None) else None
