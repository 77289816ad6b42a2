"""In a browser: a coordinator changes who holds what; axe finds nothing on any of these pages."""

from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from tests.desk.people import signed_in
from tests.desk.test_people_pages import EVERY_FORM, SEEN, World, address
from tests.makers import a_host

pytestmark = pytest.mark.django_db(transaction=True)
SETTINGS = ["", "name/", "colour/", "logo/", "sign-in/", "words/help/", "scale/", "scale/new/"]
SETTINGS += ["areas/"]
HOST = ["", "new/", "follow/", "wick/end/", "wick/coordinator/"]


@pytest.fixture
def world(live_server: object) -> World:
    return World()


def enter(page: Page, account: object, base: str) -> None:
    cookie = signed_in(account).cookies[settings.SESSION_COOKIE_NAME]  # type: ignore[arg-type]
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie.value, "url": base}]
    )


def test_axe_finds_nothing_on_the_pages_of_people_and_settings(
    page: Page, world: World, axe: Callable[[Page], None], live_server: object
) -> None:
    enter(page, world.coordinator, str(live_server))
    for path in [address(world, path) for path in [*SEEN, *EVERY_FORM]]:
        page.goto(path)
        axe(page)
    for path in SETTINGS:
        page.goto(f"/desk/wick/settings/{path}")
        axe(page)


def test_axe_finds_nothing_on_the_hosts_pages(
    page: Page, world: World, axe: Callable[[Page], None], live_server: object
) -> None:
    enter(page, a_host(), str(live_server))
    for path in HOST:
        page.goto(f"/desk/host/{path}")
        axe(page)


def test_a_post_changes_hands_after_an_error(
    page: Page, world: World, axe: Callable[[Page], None], live_server: object
) -> None:
    enter(page, world.coordinator, str(live_server))
    page.goto("/desk/wick/people/posts/")
    page.get_by_role("link", name="Inspector").click()
    page.get_by_role("link", name="Say who holds it").click()
    page.get_by_label("Day").fill("31")
    page.get_by_label("Month").fill("2")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    axe(page)
    page.get_by_label("Who holds it?").select_option("Bob Baker")
    page.get_by_label("Day").fill("1")
    page.get_by_label("Month").fill("6")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    expect(page.locator(".fp-lede")).to_contain_text("Bob Baker")
    axe(page)
