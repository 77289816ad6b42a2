"""By keyboard alone, at twice the size, and by thumb."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.steps import easy_to_hit, fits
from tests.universe import Universe

# What has the focus, in words, and whether anything shows that it has.
FOCUS = """() => {
  const one = document.activeElement, drawn = getComputedStyle(one);
  const label = one.labels?.[0] ? getComputedStyle(one.labels[0], '::before') : drawn;
  const seen = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    || style.boxShadow !== 'none';
  return [one.outerHTML.slice(0, 120), seen(drawn) || seen(label), one === document.body];
}"""
MOST = 400  # tabs; no page of the desk has so many places to stop at


def addresses(universe: Universe) -> list[str]:
    action = universe.action("2.1")
    plan = f"plans/{universe.plan.pk}/"
    pages = [
        "",
        "plan/",
        "plans/",
        f"{plan}order/",
        f"{plan}publish/",
        f"{plan}preview/",
        "record/",
    ]
    forms = [f"{plan}edit/", f"actions/{action.pk}/edit/", f"actions/{action.pk}/leads/"]
    saying = f"outcomes/{action.outcomes.all()[0].pk}/say/"
    tails = [*pages, *forms, f"actions/{action.pk}/", saying]
    return [f"/desk/marshwick/{tail}" for tail in tails]


def test_the_skip_link_comes_first_and_leads_past_the_navigation(alice: Page) -> None:
    alice.goto("/desk/marshwick/plan/")
    alice.keyboard.press("Tab")
    skip = alice.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    alice.keyboard.press("Enter")
    expect(alice.locator("#main")).to_be_focused()
    alice.keyboard.press("Tab")
    assert alice.evaluate("document.querySelector('#main').contains(document.activeElement)")


def tabbed_through(page: Page) -> tuple[int, list[str]]:
    """How many stops there are until the focus leaves the page, and those that do not show."""
    unseen = []
    for count in range(MOST):
        page.keyboard.press("Tab")
        what, shows, gone = page.evaluate(FOCUS)
        if gone:
            return count, unseen
        if not shows:
            unseen.append(what)
    pytest.fail(f"{page.url}: the focus is caught")


def test_the_focus_is_always_seen_and_never_caught(universe: Universe, alice: Page) -> None:
    promise = f"actions/{universe.action('2.1').pk}/"
    for tail in ("plan/", promise, f"{promise}edit/"):
        alice.goto(f"/desk/marshwick/{tail}")
        stops, unseen = tabbed_through(alice)
        assert stops > 10
        assert not unseen, "\n".join(unseen)


def test_at_twice_the_size_nothing_has_to_be_pushed_sideways(
    universe: Universe, alice: Page
) -> None:
    for address in addresses(universe):
        alice.goto(address)
        for width in (640, 320):  # 200 % and 400 % of 1280
            alice.set_viewport_size({"width": width, "height": 400})
            fits(alice)


def test_every_target_is_large_enough_to_hit(universe: Universe, alice: Page) -> None:
    for address in addresses(universe):
        alice.goto(address)
        for size in (DESK, PHONE):
            alice.set_viewport_size(size)
            easy_to_hit(alice)
