"""A resident, who has never heard of a partnership, reads what was promised to their town."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.universe import Universe

SHOPS = "Visit every shop hit three times in a quarter within ten working days"


def addresses(universe: Universe) -> list[str]:
    action = universe.action("2.1")
    priority = action.placements.get(is_base=True).priority_id
    paths = ["", f"priorities/{priority}/", f"promises/{action.pk}/", "record/", "privacy/"]
    return ["/", *(f"/marshwick/{path}" for path in [*paths, "accessibility/"]), "/privacy/"]


def test_from_the_county_to_one_promise_and_what_was_said_of_it(
    universe: Universe, page: Page
) -> None:
    page.goto("/")
    page.get_by_role("link", name="Safer Marshwick").click()
    expect(page).to_have_title("What we promised Marshwick, and how it stands - Safer Marshwick")
    expect(page.get_by_role("heading", name="Where we are falling short")).to_be_visible()
    page.get_by_role("link", name=SHOPS).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(SHOPS)
    expect(page.get_by_role("heading", name="When that was said")).to_be_visible()
    page.get_by_role("navigation", name="Breadcrumb").get_by_role("link").last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fair trade")


def test_an_earlier_version_is_found_and_known_for_one(universe: Universe, page: Page) -> None:
    page.goto("/marshwick/")
    page.get_by_role("link", name="How we keep our word").click()
    page.get_by_role("link", name="version 1, published").first.click()
    note = page.get_by_role("heading", name="An earlier version, published on")
    expect(note).to_be_visible()


@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_has_a_fault_that_axe_finds(
    universe: Universe, page: Page, axe: Callable[[Page], None], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in addresses(universe):
        page.goto(address)
        axe(page)


def test_at_320_points_nothing_has_to_be_pushed_sideways(universe: Universe, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for address in addresses(universe):
        page.goto(address)
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert over <= 0, address


def test_on_a_phone_each_priority_is_folded_and_one_step_away(
    universe: Universe, page: Page
) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/marshwick/")
    expect(page.locator(".fp-vows").first).to_be_hidden()
    page.get_by_role("link", name="promises under Fair trade").click()
    expect(page.get_by_role("link", name=SHOPS)).to_be_visible()


def test_the_whole_plan_is_printed(universe: Universe, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/marshwick/")
    page.emulate_media(media="print")
    expect(page.locator(".fp-vows").first).to_be_visible()
    expect(page.locator(".fp-nav")).to_be_hidden()


def test_everything_is_read_with_scripts_switched_off(
    universe: Universe, page: Page, chromium: Browser, live_server: object
) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=str(live_server))
    plain = context.new_page()
    plain.goto("/marshwick/")
    plain.get_by_role("link", name=SHOPS).first.click()
    expect(plain.get_by_role("heading", name="What was said and changed")).to_be_visible()
    plain.goto("/marshwick/record/")
    plain.locator("summary").first.click()
    expect(plain.locator(".fp-hash").first).to_be_visible()
    assert context.cookies() == []
    context.close()
