"""A paper as a web page, in a browser: for whoever listens to it, and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.writers import FORMATS
from tests.papers import made
from tests.papers.annexed import annex


@pytest.mark.parametrize("large", [False, True])
def test_each_paper_passes_the_rules_and_fits_a_phone(chromium: Browser, *, large: bool) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 800})
    for kind in papers().values():
        found = {**made.sections(), "annex": annex()}
        paper = compose(kind, made.source(found), large=large)
        page.set_content(FORMATS["html"].write(paper).data.decode())
        found = Axe().run(page).response["violations"]
        assert [one["id"] for one in found] == [], kind.key
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, kind.key
    page.close()
