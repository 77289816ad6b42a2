"""A document becomes a live plan: brought in, mended by clicking, left, resumed, adopted."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from frankpledge.partnership.models import Account
from frankpledge.plan.models import Plan
from tests.desk.document import NAME, data
from tests.desk.people import account
from tests.journeys.steps import (
    Enter,
    Look,
    easy_to_hit,
    fill,
    fill_day,
    fits,
    follow,
    press,
    refused,
    saved,
)
from tests.reading.documents import word_banners
from tests.small import Small

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def coordinator(small: Small) -> Account:
    small.adopt()
    return account("Alice Archer", small.partnership, "coordinator")


@pytest.fixture
def desk(coordinator: Account, enter: Enter) -> Page:
    return enter(coordinator)


def bring_in(page: Page, name: str, body: bytes, kind: str = "text/plain") -> None:
    page.goto("/desk/marsh/plans/")
    follow(page, "Bring in a plan from a document")
    page.get_by_label("The document").set_input_files(
        {"name": name, "mimeType": kind, "buffer": body}
    )
    press(page, "Bring it in")


def test_last_years_document_becomes_next_years_plan(
    small: Small, desk: Page, look: Look, enter: Enter, coordinator: Account
) -> None:
    bring_in(desk, NAME, data())
    expect(desk.get_by_role("heading", level=1)).to_have_text(re.compile("^Safer Marsh"))
    expect(desk.locator(".fp-lede")).to_contain_text("3 promises")
    look(desk)
    mend_three_things(desk)
    desk.close()
    again = enter(coordinator)
    resume(again)
    name_it_after(again, small.plan)
    look(again)
    take_it_in(again, look)


def mend_three_things(page: Page) -> None:
    page.locator("summary", has_text="Write the lead").first.click()
    page.get_by_label("Write the lead").first.fill("Marsh Council")
    page.locator("form", has=page.get_by_label("Write the lead")).first.get_by_role(
        "button"
    ).click()
    saved(page, "Mended.")
    page.get_by_role("button", name=re.compile("^Leave it as it is")).last.click()
    saved(page, "Mended.")
    follow(page, "By priority")
    follow(page, "Light the path behind the mill")
    page.get_by_label("By when").fill("January 2030")
    press(page, "Save the words")
    saved(page, "Mended.")


def resume(page: Page) -> None:
    page.goto("/desk/marsh/plans/")
    page.locator("#drafts").get_by_role("link").click()
    follow(page, "What was mended")
    expect(page.locator(".fp-told > li")).to_have_count(3)
    follow(page, "Back to the draft")


def name_it_after(page: Page, plan: Plan) -> None:
    follow(page, "Its name and dates, and the plan it follows")
    page.get_by_label(f"The plan after ‘{plan.title}’").check()
    press(page, "Save")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Beside ‘{plan.title}’")
    expect(page.locator("ins").first).to_be_visible()


def take_it_in(page: Page, look: Look) -> None:
    follow(page, "Make it a plan")
    look(page)
    press(page, "Make a plan of 3 promises")
    saved(page, "The plan is here.")
    follow(page, "Preview and adopt")
    fill(page, decided_by="The board, minute 2")
    press(page, "Adopt and publish")
    saved(page, "The plan is adopted")
    expect(page.locator(".fp-plan")).to_contain_text("January 2030")
    expect(page.locator(".fp-plan")).to_contain_text("Marsh Council")


def test_every_page_of_a_draft_is_sound_on_a_desk_and_on_a_phone(desk: Page, look: Look) -> None:
    made = word_banners()
    bring_in(desk, made.name, made.data, WORD)
    expect(desk.locator("#doubts")).to_be_visible()
    base = desk.url
    tails = ["", "document/", "understood/", "columns/", "mended/", "facts/", "aside/", "take-in/"]
    tails += ["promises/a1/", "promises/a1/part/", "outcomes/a1.o1/", "priorities/p1/"]
    for tail in tails:
        answer = desk.goto(f"{base}{tail}")
        assert answer is not None
        assert answer.status == 200, tail
        look(desk)
        easy_to_hit(desk)
    for place in ("plans/", "drafts/new/", "drafts/remembered/"):
        desk.goto(f"/desk/marsh/{place}")
        look(desk)


def test_a_file_that_cannot_be_read_is_said_so_where_it_was_chosen(desk: Page, look: Look) -> None:
    bring_in(desk, "empty.docx", b"PK\x03\x04", WORD)
    refused(desk, "id_file")
    look(desk)


def test_without_any_script_a_document_comes_in_all_the_same(
    coordinator: Account, enter: Enter
) -> None:
    page = enter(coordinator, java_script_enabled=False)
    bring_in(page, NAME, data())
    expect(page.locator(".fp-lede")).to_contain_text("3 promises")
    page.get_by_role("button", name=re.compile("^Leave it as it is")).first.click()
    saved(page, "Mended.")
    fits(page)


def test_a_draft_is_mended_with_the_keyboard_alone(desk: Page) -> None:
    bring_in(desk, NAME, data())
    first = desk.get_by_role("button", name=re.compile("^Leave it as it is")).first
    first.focus()
    desk.keyboard.press("Enter")
    saved(desk, "Mended.")
    expect(desk).to_have_url(re.compile("#doubts$"))


def test_dates_that_run_backwards_are_refused_and_kept(desk: Page, look: Look) -> None:
    bring_in(desk, NAME, data())
    follow(desk, "Its name and dates, and the plan it follows")
    fill_day(desk, "ends", 1, 1, 2020)
    press(desk, "Save")
    refused(desk, "id_ends_day")
    look(desk)


def test_how_much_was_sent_is_shown_while_it_is_sent(desk: Page, look: Look) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        if route.request.method == "POST":
            held.append(route)
        else:
            route.continue_()

    desk.route("**/drafts/new/", hold)
    bring_in(desk, NAME, data())
    told = desk.locator(".fp-sending")
    expect(told.get_by_role("status")).to_contain_text("The document is being sent.")
    expect(told.get_by_role("progressbar")).to_be_visible()
    look(desk)
    held[0].continue_()
    expect(desk.locator("#doubts")).to_be_visible()
