"""Signing in with a browser, a passkey among it; axe finds nothing on any page on the way."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.core.cache import cache
from playwright.sync_api import Page, expect

from frankpledge.partnership.models import Account
from frankpledge.partnership.secondfactor import has_second_factor
from tests.browser import settled
from tests.makers import a_partnership, somebody

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ann(live_server: object, settings: object) -> Account:
    cache.clear()
    settings.ADDRESS = str(live_server)  # type: ignore[attr-defined]
    return somebody(
        a_partnership("wick", name="Safer Wick"), "coordinator", "Ann Reeve", "ann@example.org"
    )


def ask_for_code(page: Page) -> str:
    page.goto("/account/sign-in/")
    page.get_by_label("Email address").fill("ann@example.org")
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_label("Code")).to_be_visible()
    return str(mail.outbox[-1].body)


def a_passkey_maker(page: Page) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_by_code_then_a_passkey_is_set_up_and_asked_for(
    page: Page, ann: Account, axe: Callable[[Page], None]
) -> None:
    a_passkey_maker(page)
    code = re.findall(r"\d{4}-\d{4}", ask_for_code(page))[0]
    axe(page)
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/desk/**")

    page.goto("/account/second-step/")
    axe(page)
    page.get_by_role("link", name="Add a passkey").click()
    settled(page)  # the button does what its script says
    expect(page.get_by_text("The passkey was not made")).to_be_hidden()
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.get_by_label("What to call it").fill("Work phone")
    axe(page)
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    axe(page)
    assert has_second_factor(ann)

    page.goto("/account/")
    axe(page)
    page.get_by_role("button", name="Sign out everywhere").click()
    _sign_in_by_link(page)
    expect(page.get_by_role("heading", name="Second step")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/desk/**")


def _sign_in_by_link(page: Page) -> None:
    found = re.search(r"/account/sign-in/link/\S+", ask_for_code(page))
    assert found
    page.goto(found[0])
    page.get_by_role("button", name="Sign in").click()


def test_an_error_takes_the_focus(page: Page, ann: Account, axe: Callable[[Page], None]) -> None:
    page.goto("/account/sign-in/")
    axe(page)
    page.get_by_label("Email address").fill("ann")
    page.get_by_role("button", name="Send me a code").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    axe(page)
