"""Browsers with somebody signed in, and one look that each page of a journey has to pass."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, ViewportSize

from frankpledge.partnership.models import Account
from tests.journeys.steps import Enter, Look, fits
from tests.universe import Universe, signed_in

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}


@pytest.fixture
def look(axe: Callable[[Page], None]) -> Look:
    """axe finds nothing, and on a phone nothing has to be pushed sideways."""

    def look_over(page: Page) -> None:
        axe(page)
        before = page.viewport_size
        page.set_viewport_size(PHONE)
        fits(page)
        page.set_viewport_size(before or DESK)

    return look_over


@pytest.fixture
def enter(chromium: Browser, live_server: object) -> Iterator[Enter]:
    """A browser of their own for each person; its faults are the test's."""
    faults: list[str] = []

    def open_for(account: Account, **how: Any) -> Page:
        context = chromium.new_context(
            base_url=str(live_server), locale="en-GB", **{"viewport": DESK, **how}
        )
        opened.enter_context(closing(context))
        context.add_cookies([session_cookie(account, str(live_server))])
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda line: _note(faults, line.text))
        return page

    with ExitStack() as opened:
        yield open_for
    assert not faults, f"the browser complained: {faults}"


def _note(faults: list[str], line: str) -> None:
    if "Content Security Policy" in line:
        faults.append(line)


def session_cookie(account: Account, address: str) -> Any:
    held = signed_in(account).cookies[settings.SESSION_COOKIE_NAME]
    return {"name": settings.SESSION_COOKIE_NAME, "value": held.value, "url": address}


@pytest.fixture
def alice(universe: Universe, enter: Enter) -> Page:
    """The coordinator of Marshwick, on her desk."""
    page = enter(universe.alice)
    page.goto("/desk/marshwick/")
    return page
