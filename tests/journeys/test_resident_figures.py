"""A resident finds their ward, sees what was reported there, and what is promised."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Browser, Page, expect

from frankpledge.evidence import changes
from frankpledge.evidence.store import reading
from frankpledge.partnership.models import Area
from tests.makers import CLERK
from tests.public import town_figures as county
from tests.universe import Universe

HOME = "/marshwick/figures/"
PAGES = [HOME, f"{HOME}kinds/burglary/", f"{HOME}kinds/robbery/"]
PAGES += [f"{HOME}wards/{county.CODES['Saltby']}/"]


@pytest.fixture
def shown(universe: Universe, settings: LazySettings, tmp_path: Path) -> Iterator[None]:
    settings.HOME = tmp_path / "home"
    changes.load_areas(paths=county.areas(tmp_path), by=CLERK)
    changes.load_evidence(paths=[county.crimes(tmp_path / "files")], by=CLERK)
    universe.marshwick.areas.set(Area.objects.filter(code=county.DISTRICT))
    changes.show_to_public(partnership=universe.marshwick, by=CLERK)
    yield
    for connection in reading._mine.__dict__.pop("held", {}).values():
        connection.close()


def test_from_the_promises_to_their_ward_and_back(shown: None, page: Page) -> None:
    page.goto("/marshwick/")
    page.get_by_role("link", name="Is it true, and does it work? The figures").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What was reported in Marshwick")
    page.get_by_role("listitem").get_by_role("link", name="Saltby").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Saltby")
    expect(page.get_by_role("img", name="Saltby is in the")).to_be_visible()
    page.get_by_role("rowheader", name="Burglary").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Burglary in Marshwick")
    page.get_by_role("link", name="Our promises").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What we promised")


def test_no_page_of_the_figures_has_a_fault_that_axe_finds(
    shown: None, page: Page, axe: Callable[[Page], None]
) -> None:
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for address in PAGES:
            page.goto(address)
            axe(page)


def test_figures_fit_at_320_points_and_in_print_and_need_no_script(
    shown: None, chromium: Browser, live_server: object
) -> None:
    context = chromium.new_context(java_script_enabled=True, base_url=str(live_server))
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    for address in PAGES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, address
        assert not page.locator("script").count()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="How we count")).to_be_visible()
    expect(page.locator(".fp-nav")).to_be_hidden()
    assert context.cookies() == []
    context.close()
