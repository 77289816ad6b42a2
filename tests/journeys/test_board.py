"""A board member reads the plan, finds what is off course, and checks that nothing was altered."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import settled
from tests.journeys.steps import Enter, Look, choose, follow, press
from tests.universe import Universe


@pytest.fixture
def dora(universe: Universe, enter: Enter) -> Page:
    page = enter(universe.dora)
    page.goto("/desk/marshwick/")
    return page


def choices(page: Page, name: str) -> list[str]:
    return page.locator(f"select[name={name}] option").all_inner_texts()[1:]


def shown(page: Page) -> int:
    """Promises, each once: one may stand under two priorities."""
    titles = page.locator(".fp-plan .fp-plan__title")
    return len(set(titles.evaluate_all("all => all.map(one => one.href)")))


def kept_by(page: Page, name: str, label: str, everything: int) -> int:
    choose(page, name, label)
    press(page, "Show")
    expect(page.locator(f"select[name={name}] option:checked")).to_have_text(label)
    kept = shown(page)
    expect(page.locator("#plan")).to_contain_text(f"{kept} of {everything} promises")
    return kept


def test_the_plan_is_filtered_in_each_way(dora: Page, look: Look) -> None:
    follow(dora, "Plan")
    everything = shown(dora)
    for name in ("priority", "lead", "delivery", "fresh", "due"):
        found = [kept_by(dora, name, label, everything) for label in choices(dora, name)[:3]]
        assert max(found) > 0, name
        assert min(found) < everything, name
        look(dora)
        follow(dora, "Show all")
        assert shown(dora) == everything


def test_a_count_over_the_table_leads_to_its_promises(dora: Page, look: Look) -> None:
    follow(dora, "Plan")
    look(dora)
    count = dora.get_by_role("region", name="Delivery").get_by_role("link", name="Slipping")
    wanted = int(re.findall(r"\d+", count.inner_text())[0])
    count.click()
    settled(dora)
    assert shown(dora) == wanted


def test_a_promise_its_history_and_the_record(dora: Page, look: Look) -> None:
    follow(dora, "Plan")
    dora.get_by_role("link", name="Visit every shop hit three times").first.click()
    history = dora.get_by_role("region", name="What was said and decided")
    expect(history).to_contain_text("within five working days")
    expect(history).to_contain_text("To match the hours the team has.")
    dora.get_by_text("Full record").click()
    expect(dora.locator(".fp-lines li").first).to_be_visible()
    expect(dora.get_by_role("link", name="Edit its words")).to_have_count(0)
    look(dora)
    follow(dora, "Record")
    dora.locator("summary").first.click()
    look(dora)
    follow(dora, "Check that nothing was altered")
    expect(dora.get_by_role("heading", level=1)).to_have_text("The record is whole")
    look(dora)


def test_older_lines_of_the_record_are_a_page_away(dora: Page, look: Look) -> None:
    follow(dora, "Record")
    first = dora.locator(".fp-lines > li").first.inner_text()
    follow(dora, "Older lines")
    expect(dora.locator(".fp-lines > li").first).not_to_have_text(first)
    look(dora)
    follow(dora, "The newest lines")
    expect(dora.locator(".fp-lines > li").first).to_contain_text(first.split("\n")[0])


def test_earlier_plans_are_still_read(dora: Page, look: Look) -> None:
    follow(dora, "Plan")
    follow(dora, "Every plan")
    look(dora)
    dora.get_by_role("row", name=re.compile("Closed")).get_by_role("link").click()
    expect(dora.locator(".fp-lede")).to_contain_text("Closed")
    look(dora)
