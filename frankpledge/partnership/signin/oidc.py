"""Sign-in with an organisation's own accounts (OpenID Connect), for people we already know."""

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.openid_connect import views
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class OrganisationAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        # An organisation vouches for its own addresses and for nobody else's.
        domains = login.provider.app.settings.get("domains", [])
        return email.rpartition("@")[2].lower() in domains


def go_on(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Leads to the organisation's own sign-in, by a page of ours.

    Our policy lets forms go to our own address only, also when the answer leads elsewhere.
    """
    response: HttpResponse = views.login(request, provider_id)
    onwards = response.headers.get("Location", "")
    if "://" not in onwards:
        return response
    page = render(request, "signin/onwards.html", {"onwards": onwards})
    page.headers["Refresh"] = f"0; url={onwards}"
    page.cookies = response.cookies
    return page


def organisations() -> list[dict[str, str]]:
    """Whose own sign-in can be used, for the sign-in page."""
    configured = getattr(settings, "SOCIALACCOUNT_PROVIDERS", {})
    found = configured.get("openid_connect", {}).get("APPS", [])
    return [{"id": app["provider_id"], "name": app["name"]} for app in found]
