"""A coordinator's year: from signing in, over the first plan, to carrying on into the next."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.core.cache import cache
from playwright.sync_api import Page, expect

from frankpledge.partnership import changes as partnership
from tests.browser import settled
from tests.journeys.steps import (
    Enter,
    Look,
    choose,
    decide,
    fill,
    fill_day,
    fits,
    follow,
    press,
    refused,
    saved,
)
from tests.makers import CLERK, a_partnership, an_organisation, somebody
from tests.universe import Universe

SHOPS = "Visit every shop hit three times in a quarter within ten working days"
TYPED = "Long and careful words, which took the whole morning."
A4 = {"width": 1123, "height": 794}  # a sheet on its side, in points of the screen


# Signing in


@pytest.fixture
def post_box(live_server: object, settings: object) -> Callable[[], str]:
    """The newest mail."""
    cache.clear()
    settings.ADDRESS = str(live_server)  # type: ignore[attr-defined]
    return lambda: str(mail.outbox[-1].body)


def ask_to_sign_in(page: Page) -> None:
    page.get_by_label("Email address").fill("alice@example.org")
    press(page, "Send me a code")
    expect(page.get_by_label("Code")).to_be_visible()


def type_the_code(page: Page, body: str) -> None:
    page.get_by_label("Code").fill(re.findall(r"\d{4}-\d{4}", body)[0])
    press(page, "Sign in")


def test_signs_in_by_the_emailed_code(
    universe: Universe, page: Page, look: Look, post_box: Callable[[], str]
) -> None:
    page.goto("/desk/marshwick/plan/")
    look(page)
    ask_to_sign_in(page)
    look(page)
    type_the_code(page, post_box())
    expect(page).to_have_url(re.compile("/desk/marshwick/plan/$"))
    expect(page.locator(".fp-who__name")).to_have_text("Alice Archer")


def test_signs_in_by_the_emailed_link(
    universe: Universe, page: Page, look: Look, post_box: Callable[[], str]
) -> None:
    page.goto("/account/sign-in/")
    ask_to_sign_in(page)
    page.goto(re.findall(r"/account/sign-in/link/\S+", post_box())[0])
    look(page)
    press(page, "Sign in")
    expect(page.get_by_role("heading", level=1)).to_have_text("My work")
    look(page)


# The first plan, from nothing to adopted


@pytest.fixture
def wick(live_server: object, enter: Enter) -> Page:
    """A partnership that has a police post, and no plan."""
    here = a_partnership("wick", name="Safer Wick")
    police = an_organisation("Wick Police", kind="police")
    partnership.join(partnership=here, organisation=police, standing="responsible", by=CLERK)
    partnership.add_post(partnership=here, title="Town sergeant", organisation=police, by=CLERK)
    page = enter(somebody(here, "coordinator", "Ann Reeve", "ann@example.org"))
    page.goto("/desk/wick/")
    return page


def begin_a_plan(page: Page, look: Look) -> None:
    look(page)
    follow(page, "Begin a plan by hand")
    fill(page, title="The plan, 2026 to 2029")
    fill_day(page, "starts", 1, 4, 2026)
    fill_day(page, "ends", 31, 3, 2025)
    press(page, "Begin the plan")
    refused(page, "id_ends_day", kept=page.locator("#id_title"), text="The plan, 2026 to 2029")
    look(page)
    fill_day(page, "ends", 31, 3, 2029)
    press(page, "Begin the plan")
    saved(page, "The draft was begun.")
    look(page)


def add_a_priority(page: Page, ref: str, title: str) -> None:
    follow(page, "Add a priority")
    fill(page, ref=ref, title=title)
    press(page, "Add the priority")
    saved(page, "The priority was added.")


def add_a_promise(page: Page, under: str, ref: str, words: str) -> None:
    follow(page, f"Add a promise under {under}")
    fill(page, ref=ref, words=words)
    press(page, "Add the promise")
    saved(page, "The promise was added.")


def say_who_answers(page: Page, look: Look) -> None:
    follow(page, "Who answers, who helps")
    look(page)
    press(page, "Add them")
    refused(page, "id_who")
    choose(page, "who", "Town sergeant, Wick Police")
    press(page, "Add them")
    saved(page)
    follow(page, "That is all")
    expect(page.locator(".fp-facts")).to_contain_text("Town sergeant")


def say_by_when(page: Page, look: Look) -> None:
    follow(page, "By when")
    look(page)
    page.get_by_label("By when, as the plan prints it").fill("March 2027")
    press(page, "Continue")
    expect(page.locator(".fp-note")).to_contain_text("March 2027")
    expect(page.locator("#id_printed")).to_have_value("March 2027")
    expect(page.get_by_label("A date")).to_be_checked()
    for part, value in (("day", "31"), ("month", "3"), ("year", "2027")):
        expect(page.locator(f"[name=due_{part}]")).to_have_value(value)
    look(page)
    fill_day(page, "due", 31, 2, 2027)
    press(page, "Add it")
    refused(page, "id_due_day", kept=page.locator("#id_printed"), text="March 2027")
    fill_day(page, "due", 31, 3, 2027)
    press(page, "Add it")
    saved(page)
    follow(page, "That is all")
    expect(page.locator(".fp-facts")).to_contain_text("March 2027")


def add_an_outcome_with_its_target(page: Page, look: Look) -> None:
    follow(page, "Add an outcome")
    press(page, "Add the outcome")
    refused(page, "id_words", kept=page.locator("#id_number"), text="1")
    fill(page, words="At least 26 patrols each quarter")
    press(page, "Add the outcome")
    saved(page, "Does it have a target?")
    look(page)
    expect(page.locator("#printed")).to_have_value("At least 26 patrols each quarter")
    press(page, "Continue")
    expect(page.locator("#id_number")).to_have_value("26")
    look(page)
    fill(page, number="many")
    press(page, "Add it")
    refused(page, "id_number", kept=page.locator("#id_number"), text="many")
    fill(page, number="26")
    press(page, "Add it")
    follow(page, "That is all")
    expect(page.locator(".fp-outs__name")).to_contain_text("26 patrols")
    look(page)


def swap_by_keyboard_alone(page: Page, title: str, which: str) -> None:
    """Tabs from the top of the page until the button has the focus, then presses it."""
    wanted = f"{which}: {title}"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == wanted:
            break
    else:
        pytest.fail(f"the keyboard never came to '{wanted}'")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def preview_and_adopt(page: Page, look: Look) -> None:
    follow(page, "Preview and adopt")
    look(page)
    follow(page, "Preview every word the public will see")
    expect(page.get_by_role("main")).to_contain_text("Walk the harbour at night")
    look(page)
    follow(page, "Back")
    fill_day(page, "on", 1, 4, 2026)
    press(page, "Adopt and publish")
    refused(page, "id_decided_by", kept=page.locator("#id_on_year"), text="2026")
    look(page)
    fill(page, decided_by="The board, minute 4")
    press(page, "Adopt and publish")
    saved(page, "The plan is adopted")


def test_a_plan_from_nothing_until_the_public_reads_it(wick: Page, look: Look) -> None:
    page = wick
    begin_a_plan(page, look)
    add_a_priority(page, "1", "Safe at home")
    add_a_priority(page, "2", "Safe at night")
    look(page)
    add_a_promise(page, "2 Safe at night", "2.1", "Light the steps")
    follow(page, "Plan")
    add_a_promise(page, "2 Safe at night", "2.2", "Walk the harbour at night")
    say_who_answers(page, look)
    say_by_when(page, look)
    add_an_outcome_with_its_target(page, look)
    follow(page, "Plan")
    follow(page, "Reorder")
    look(page)
    swap_by_keyboard_alone(page, "2.2 Walk the harbour at night", "Up")
    swap_by_keyboard_alone(page, "2 Safe at night", "Up")
    order = [
        words.split(maxsplit=1)[0] for words in page.locator("h2, .fp-steps li").all_inner_texts()
    ]
    assert order == ["2", "2.2", "2.1", "1"]
    follow(page, "Back to the plan")
    preview_and_adopt(page, look)
    page.goto("/wick/")
    expect(page.get_by_role("main")).to_contain_text("Walk the harbour at night")


# Changing what was adopted


def open_promise(page: Page, words: str = SHOPS) -> None:
    page.goto("/desk/marshwick/plan/")
    page.get_by_role("link", name=words).first.click()
    settled(page)


def test_adopted_words_change_only_with_a_decision(alice: Page, look: Look) -> None:
    page = alice
    open_promise(page)
    look(page)
    follow(page, "Edit its words")
    look(page)
    fill(page, words=TYPED)
    press(page, "Save")
    refused(page, "id_decided_by", kept=page.locator("#id_words"), text=TYPED)
    look(page)
    decide(page, "The hours changed.")
    press(page, "Save")
    saved(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(TYPED)
    history = page.locator(".fp-time")
    expect(history).to_contain_text("The hours changed.")
    expect(history).to_contain_text(SHOPS)
    look(page)


def test_what_differs_under_another_priority_is_changed_in_one_part(alice: Page) -> None:
    page, aim = alice, "Fewer people hanging about the shops that are hit most."
    open_promise(page)
    follow(page, "What differs there: 4 Quiet streets")
    expect(page.locator("#id_aim")).to_have_value(aim)
    fill(page, timescale="Each month")
    decide(page, "The traders asked for it.")
    press(page, "Save")
    saved(page)
    for words in ("Each month", aim):
        expect(page.locator(".fp-facts")).to_contain_text(words)


def test_the_second_of_two_is_shown_both_texts_and_loses_nothing(
    universe: Universe, enter: Enter, look: Look
) -> None:
    address = f"/desk/marshwick/actions/{universe.action('2.1').pk}/edit/"
    other = universe.somebody(universe.marshwick, "coordinator", "Olive Owen", "olive@example.org")
    first, second = enter(universe.alice), enter(other)
    for page, words in ((first, "What Alice wrote"), (second, "What Olive wrote")):
        page.goto(address)
        fill(page, words=words)
        decide(page, "As agreed.")
    press(first, "Save")
    saved(first)
    press(second, "Save")
    expect(second).to_have_title(re.compile("^Error: "))
    expect(second.locator(".govuk-error-summary")).to_be_focused()
    both = second.locator(".fp-clashes", has_text="What is promised?")
    expect(both).to_contain_text("What Olive wrote")
    expect(both).to_contain_text("What Alice wrote")
    expect(second.locator("#id_words")).to_have_value("What Olive wrote")
    expect(second.locator("#id_why")).to_have_value("As agreed.")
    look(second)
    fill(second, words="What both agreed")
    press(second, "Save")
    saved(second)
    expect(second.get_by_role("heading", level=1)).to_have_text("What both agreed")
    expect(second.locator(".fp-time")).to_contain_text("What Alice wrote")


def end_the_session(page: Page) -> None:
    page.context.clear_cookies(name="sessionid")


@pytest.mark.parametrize("tail", ["edit/", "timescales/?printed=May+2027"])
def test_whoever_is_signed_out_in_the_middle_gets_their_words_back(
    universe: Universe, alice: Page, look: Look, post_box: Callable[[], str], tail: str
) -> None:
    page = alice
    field = "words" if tail == "edit/" else "condition"
    page.goto(f"/desk/marshwick/actions/{universe.action('2.1').pk}/{tail}")
    fill(page, **{field: TYPED})
    decide(page, "As agreed.")
    end_the_session(page)
    press(page, "Save" if tail == "edit/" else "Add it")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    look(page)
    ask_to_sign_in(page)
    type_the_code(page, post_box())
    expect(page.get_by_role("alert")).to_contain_text("You were signed out while typing")
    expect(page.locator(f"#id_{field}")).to_have_value(TYPED)
    expect(page.locator("#id_why")).to_have_value("As agreed.")
    look(page)
    press(page, "Save" if tail == "edit/" else "Add it")
    saved(page)


# What was said, and what the public reads of it


def say_how_an_outcome_stands(page: Page, look: Look, words: str) -> None:
    follow(page, "Say how it stands: outcome 1")
    look(page)
    fill(page, words=words, said_by="")
    press(page, "Save what was said")
    refused(page, "id_said_by", kept=page.locator("#id_words"), text=words)
    look(page)
    page.get_by_role("radio", name="On track").check()
    fill(page, said_by="Neighbourhood inspector")
    press(page, "Save what was said")
    saved(page, "What was said is saved.")
    expect(page.locator(".fp-time")).to_contain_text(words)


def let_the_public_read(page: Page, look: Look, words: str) -> None:
    page.get_by_role("link", name=re.compile("^Read .* for the public")).click()
    settled(page)
    look(page)
    page.locator(".fp-told > li", has_text=words).get_by_role("checkbox").check()
    press(page, "Save")
    saved(page)


def test_what_was_said_is_read_by_the_public_once_it_is_marked_and_published(
    universe: Universe, alice: Page, look: Look
) -> None:
    page, words = alice, "Every shop on Quay Street was seen within a week."
    public = f"/marshwick/promises/{universe.action('2.1').pk}/"
    open_promise(page)
    say_how_an_outcome_stands(page, look, words)
    follow(page, "Plan")
    follow(page, "Preview and publish")
    look(page)
    let_the_public_read(page, look, words)
    press(page, "Publish")
    refused(page, "id_why")
    look(page)
    fill(page, why="July to September, as agreed by the board")
    page.goto(public)
    expect(page.get_by_role("main")).not_to_contain_text(words)
    page.go_back()
    fill(page, why="July to September, as agreed by the board")
    press(page, "Publish")
    saved(page, "It is published.")
    page.goto(public)
    expect(page.get_by_role("main")).to_contain_text(words)


# How a promise ends


def test_a_promise_is_struck_and_stays_readable(alice: Page, look: Look) -> None:
    page = alice
    open_promise(page)
    follow(page, "Strike it, with the reason")
    look(page)
    fill(page, why="The traders do it themselves now.")
    press(page, "Strike the promise")
    refused(
        page,
        "id_decided_by",
        kept=page.locator("#id_why"),
        text="The traders do it themselves now.",
    )
    look(page)
    decide(page, "The traders do it themselves now.")
    press(page, "Strike the promise")
    saved(page, "The promise is struck.")
    expect(page.get_by_role("heading", level=1)).to_contain_text(SHOPS)
    expect(page.locator(".fp-three")).to_contain_text("The traders do it themselves now.")
    expect(page.get_by_role("link", name="Say how it stands")).to_have_count(0)
    look(page)


def test_a_promise_is_carried_into_the_next_draft(alice: Page, look: Look) -> None:
    page = alice
    open_promise(page)
    follow(page, "Carry it into the next plan")
    look(page)
    page.get_by_label("Carry it under which priority").select_option(index=1)
    fill(page, why="It works where it is done.")
    press(page, "Carry it forward")
    refused(page, "id_decided_by", kept=page.locator("#id_why"), text="It works where it is done.")
    look(page)
    decide(page, "It works where it is done.")
    press(page, "Carry it forward")
    saved(page, "The promise was carried into the draft.")
    expect(page.locator(".fp-time")).to_contain_text("Carried over from")
    look(page)
    page.locator(".fp-time").get_by_role("link").click()
    expect(page.locator(".fp-three")).to_contain_text("Carried forward")
    look(page)


# On paper


def test_the_plan_and_a_promise_are_printed(alice: Page) -> None:
    page = alice
    for go in (lambda: page.goto("/desk/marshwick/plan/"), lambda: open_promise(page)):
        go()
        page.emulate_media(media="print")
        page.set_viewport_size(A4)
        fits(page)
        for gone in (".fp-nav", ".fp-filter", ".fp-noprint", ".fp-who", ".govuk-skip-link"):
            expect(page.locator(gone).locator("visible=true")).to_have_count(0)
        assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
        assert not cut_off(page)
        page.emulate_media(media="screen")


def cut_off(page: Page) -> list[str]:
    """Cells whose words are wider than they are."""
    return page.evaluate(
        """() => [...document.querySelectorAll('th, td, dd, h1, h2, h3, p, li')]
            .filter(one => !one.closest('.govuk-visually-hidden') && one.checkVisibility())
            .filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth)
            .map(one => one.outerHTML.slice(0, 120))"""
    )
