"""The components as they are drawn: nothing for axe, nothing wider than the screen."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Browser, Page, expect

from frankpledge.ui import build
from tests.ui.gallery import components, form_page
from tests.ui.test_form_pages import wrong

STATIC = Path(build.__file__).parent / "static" / "ui"
PAGES: dict[str, Callable[[], str]] = {
    "desk": components,
    "public": lambda: components("ui/layout_public.html"),
    "error": lambda: form_page(wrong()),
    "404": lambda: render_to_string("404.html", {}),
}


def opened(chromium: Browser, html: str, width: int) -> Page:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.set_content(re.sub(r'<link rel="(stylesheet|icon)"[^>]*>', "", html))
    for sheet in ("vendor/govuk-frontend.css", "frankpledge.css"):
        page.add_style_tag(content=(STATIC / sheet).read_text(encoding="utf-8"))
    return page


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(chromium: Browser, axe: Callable[[Page], None], name: str) -> None:
    page = opened(chromium, PAGES[name](), 1280)
    axe(page)
    page.close()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_a_small_phone(chromium: Browser, name: str) -> None:
    page = opened(chromium, PAGES[name](), 320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_an_error_summary_has_the_focus_without_any_script(chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=True)
    page = context.new_page()
    html = form_page(wrong())
    page.route(
        "http://page.test/", lambda route: route.fulfill(body=html, content_type="text/html")
    )
    page.route("http://page.test/static/**", lambda route: route.fulfill(body=""))
    page.goto("http://page.test/")
    assert "<script" not in html
    page.wait_for_function("document.activeElement.id === 'error-summary'")
    context.close()


def test_an_error_leads_the_keyboard_to_its_input(chromium: Browser) -> None:
    page = opened(chromium, form_page(wrong()), 1280)
    page.click('a[href="#id_number"]')
    expect(page.locator("#id_number")).to_be_focused()
    page.close()
