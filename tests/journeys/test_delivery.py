"""What was done is logged on a phone, and a partner gives figures by a link."""

import pytest
from playwright.sync_api import Browser, Page, expect

from frankpledge.asking.links import token_of
from frankpledge.delivery.models import (
    Activity,
    Asked,
    LogImport,
    Owed,
    Reply,
    Return,
    SurveyQuestion,
)
from tests.delivery.counting import put_counts_in
from tests.desk.people import account
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.steps import Enter, Look, easy_to_hit, fits
from tests.small import Small


@pytest.fixture
def counting(small: Small) -> Small:
    small.adopt()
    put_counts_in(small.partnership)
    return small


def places() -> list[str]:
    entry, owed = Activity.objects.get().pk, Owed.objects.exclude(asked_at=None).get().pk
    question, return_ = SurveyQuestion.objects.get().pk, Return.objects.get().pk
    found = ["log/", "log/new/", "log/import/", f"log/imports/{LogImport.objects.get().pk}/"]
    found += [f"log/{entry}/", f"log/{entry}/correct/", "log/measures/", "log/measures/new/"]
    found += ["surveys/", "surveys/new/", f"surveys/{question}/", f"surveys/{question}/waves/new/"]
    found += ["returns/", "returns/new/", f"returns/{return_}/", f"returns/{return_}/edit/"]
    found.append(f"returns/figures/{Asked.objects.get().pk}/")
    return [*found, f"returns/owed/{owed}/", f"returns/owed/{owed}/type/"]


def test_no_page_has_a_fault_that_axe_finds(counting: Small, enter: Enter, axe: Look) -> None:
    page = enter(account("Alice Archer", counting.partnership, "coordinator"))
    for place in places():
        answer = page.goto(f"/desk/marsh/{place}")
        assert answer is not None and answer.status == 200, place
        for size in (DESK, PHONE):
            page.set_viewport_size(size)
            axe(page)
            fits(page)
            easy_to_hit(page)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_lead_logs_three_walks_on_a_phone(counting: Small, enter: Enter, scripts: bool) -> None:
    bob = account("Bob Brewer", counting.partnership, "lead")
    page = enter(bob, viewport=PHONE, java_script_enabled=scripts)
    page.goto("/desk/marsh/log/new/")
    for _ in range(3):
        page.get_by_role("button", name="One more: Walks").click()
    expect(page.get_by_role("textbox", name="Walks", exact=True)).to_have_value("3")
    page.get_by_label("Where?").fill("The Green")
    page.get_by_role("button", name="Save and add another").click()
    expect(page.get_by_text("It is in the log.")).to_be_visible()
    expect(page.get_by_label("Where?")).to_have_value("The Green")
    page.get_by_role("textbox", name="Walks", exact=True).fill("2")
    page.get_by_role("textbox", name="Walks", exact=True).press("Enter")
    expect(page.get_by_role("textbox", name="Walks", exact=True)).to_have_value("")
    counts = Activity.objects.filter(typed_by="Bob Brewer").values_list("results__count", flat=True)
    assert sorted(counts) == [2, 3]


def test_a_partner_gives_figures_by_a_link(
    counting: Small, chromium: Browser, live_server: object, axe: Look
) -> None:
    owed = Owed.objects.exclude(asked_at=None).select_related("link").get()
    assert owed.link is not None
    context = chromium.new_context(base_url=str(live_server), viewport=PHONE)
    page: Page = context.new_page()
    page.goto(f"/answer/{token_of(owed.link)}/")
    axe(page)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Send the figures").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    axe(page)
    fits(page)
    page.locator("input[name^='n-']").first.fill("0")
    page.get_by_role("button", name="Send the figures").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you: your figures are sent")
    axe(page)
    fits(page)
    context.close()
    assert Reply.objects.get().figures.get().count == 0
