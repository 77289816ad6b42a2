"""A paper as a web page, in a browser: for whoever listens to it, and on a phone."""

import pytest
from playwright.sync_api import Browser

from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.writers import FORMATS
from tests.browser import axe_faults
from tests.papers import made
from tests.papers.annexed import annex

# Tables of words whose rows are blocks on a phone, and that would have to be moved all the same.
MOVED_SIDEWAYS = """[...document.querySelectorAll('.paper-scroll:has(.paper-blocks)')]
  .filter(one => one.scrollWidth > one.clientWidth).map(one => one.ariaLabel)"""


@pytest.mark.parametrize("large", [False, True])
def test_each_paper_passes_the_rules_and_fits_a_phone(chromium: Browser, *, large: bool) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 800})
    for kind in papers().values():
        found = {**made.sections(), "annex": annex()}
        paper = compose(kind, made.source(found), large=large)
        page.set_content(FORMATS["html"].write(paper).data.decode())
        assert axe_faults(page) == [], kind.key
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, kind.key
        assert page.evaluate(MOVED_SIDEWAYS) == [], kind.key
    page.close()
