"""The browser that journeys use sees what a person's would, and axe and we find planted faults."""

import pytest
from playwright.sync_api import Page

from tests.browser import same_words_elsewhere


def test_pages_are_reached_and_answer(page: Page) -> None:
    answer = page.goto("/healthz")
    assert answer is not None
    assert answer.status == 200


def test_axe_finds_a_picture_without_words(page: Page, axe) -> None:  # type: ignore[no-untyped-def]
    page.set_content("<html lang=en><title>t</title><main><h1>h</h1><img src='data:,'></main>")
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


def test_two_links_with_the_same_words_and_different_ends_are_found(page: Page) -> None:
    page.set_content(
        "<a href='/a'>More</a> <a href='/b'>More</a> <a href='/c'>C</a> <a href='/c'>C</a>"
    )
    assert same_words_elsewhere(page) == ["More"]
