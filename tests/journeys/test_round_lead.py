"""A lead answers for two promises by a link, on a phone, and is done in a dozen presses."""

import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from frankpledge.progress.models import Answer, Typing
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.steps import Look, easy_to_hit, fits, refused
from tests.running import Running, said_before

MOST_PRESSES = 12
WORDS = "We visited 31 of 38 shops inside ten days."


class Lead:
    """A person with a thumb: every press is counted, typing is not."""

    def __init__(self, page: Page) -> None:
        self.page, self.presses = page, 0

    def press(self, what: Locator) -> None:
        what.tap()
        self.presses += 1

    def sees(self, title: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def button(self, name: str) -> None:
        self.press(self.page.get_by_role("button", name=name, exact=True))

    def link(self, name: str) -> None:
        self.press(self.page.get_by_role("link", name=name))

    def choose(self, label: str, outcome: int = 0) -> None:
        asked = self.page.locator("fieldset.fp-fieldset").nth(outcome)
        self.press(asked.get_by_role("radio", name=re.compile(f"^{label}")))

    def type(self, label: str, words: str) -> None:
        self.page.get_by_label(label).fill(words)


def browse(chromium: Browser, live_server: object, **how: object) -> Page:
    given = {"viewport": PHONE, "has_touch": True, "is_mobile": True, **how}
    context = chromium.new_context(base_url=str(live_server), locale="en-GB", **given)  # type: ignore[arg-type]
    return context.new_page()


@pytest.fixture
def phone(chromium: Browser, live_server: object) -> Iterator[Page]:
    page = browse(chromium, live_server)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if "Policy" in line.text else None)
    with closing(page.context):
        yield page
    assert not faults


def test_two_promises_in_a_dozen_presses(running: Running, phone: Page, look: Look) -> None:
    said_before(running)
    lead = Lead(phone)
    phone.goto(running.url)
    look(phone)
    easy_to_hit(phone)
    lead.button("Start")
    lead.sees("Two promises to answer for")
    look(phone)
    easy_to_hit(phone)
    lead.link("2.1 Visit every shop hit three times")
    lead.sees("2.1 Visit every shop hit three times")
    look(phone)
    easy_to_hit(phone)
    lead.choose("On track", 0)
    lead.type("How many shops visited in time?", "31")
    lead.type("Out of how many shops?", "38")
    lead.choose("On track", 1)
    lead.type("What happened this quarter?", WORDS)
    lead.button("Send this answer")
    lead.sees("2.2 Patrol the high street")
    look(phone)
    lead.button("No change since last time")
    lead.sees("Thank you: all is sent")
    expect(phone.locator("main")).to_contain_text("31 of 38")
    look(phone)
    easy_to_hit(phone)
    assert lead.presses <= MOST_PRESSES, lead.presses
    assert Answer.objects.count() == 2 and not Typing.objects.exists()


def test_an_error_leads_to_its_field_and_loses_nothing(
    running: Running, phone: Page, look: Look
) -> None:
    lead = Lead(phone)
    phone.goto(running.url)
    lead.button("Start")
    lead.link("2.1 Visit every shop hit three times")
    lead.choose("On track", 0)
    lead.choose("On track", 1)
    lead.type("What happened this quarter?", WORDS)
    lead.button("Send this answer")
    kept = phone.get_by_label("What happened this quarter?")
    refused(phone, f"id_figure-{running.small.first.pk}", kept=kept, text=WORDS)
    look(phone)
    phone.keyboard.type("0")
    lead.type("Out of how many shops?", "38")
    lead.button("Send this answer")
    lead.sees("2.2 Patrol the high street")


def test_what_is_typed_is_saved_by_itself_and_there_on_another_device(
    running: Running, phone: Page, chromium: Browser, live_server: object
) -> None:
    lead = Lead(phone)
    phone.goto(running.url)
    lead.button("Start")
    lead.link("2.1 Visit every shop hit three times")
    lead.choose("Stuck", 1)
    phone.get_by_label("What happened this quarter?").press_sequentially("Half a sentence")
    expect(phone.get_by_role("status")).to_contain_text(re.compile(r"Saved at \d\d\.\d\d"))
    desk = browse(chromium, live_server, viewport=DESK, has_touch=False, is_mobile=False)
    with closing(desk.context):
        desk.goto(running.url)
        desk.get_by_role("button", name="Start").click()
        expect(desk.locator("main")).to_contain_text("Begun, not sent")
        desk.get_by_role("link", name="2.1 Visit").click()
        expect(desk.get_by_label("What happened this quarter?")).to_have_value("Half a sentence")
        second = desk.locator("fieldset.fp-fieldset").nth(1)
        expect(second.get_by_role("radio", name="Stuck")).to_be_checked()
    assert not Answer.objects.exists()


def test_by_keyboard_alone_and_without_script(
    running: Running, chromium: Browser, live_server: object
) -> None:
    page = browse(
        chromium,
        live_server,
        viewport=DESK,
        has_touch=False,
        is_mobile=False,
        java_script_enabled=False,
    )
    with closing(page.context):
        page.goto(running.url)
        page.get_by_role("button", name="Start").press("Enter")
        page.get_by_role("link", name="2.2 Patrol the high street").press("Enter")
        page.keyboard.press("Tab")
        radios = page.get_by_role("radio")
        radios.first.focus()
        page.keyboard.press("ArrowDown")
        expect(radios.nth(1)).to_be_checked()
        page.get_by_label("What happened this quarter?").focus()
        page.keyboard.type("Twice a week.")
        page.get_by_role("button", name="Save, and send it another time").press("Enter")
        expect(page.locator("main")).to_contain_text("Begun, not sent")
        page.get_by_role("link", name="2.2 Patrol the high street").press("Enter")
        expect(page.get_by_label("What happened this quarter?")).to_have_value("Twice a week.")
        page.get_by_role("button", name="Send this answer").press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text("2.1 Visit every shop")
    assert Answer.objects.get().happened == "Twice a week."


def test_passing_on_and_asking_a_partner(running: Running, phone: Page, look: Look) -> None:
    lead = Lead(phone)
    phone.goto(running.url)
    lead.button("Start")
    lead.link("2.2 Patrol the high street")
    lead.link("Ask a partner a question")
    lead.sees("Ask a partner a question")
    look(phone)
    phone.get_by_label("Whom do you ask?").select_option(label="Neighbourhood inspector, Police")
    lead.type("Your question", "Who holds the rota?")
    lead.button("Send the question")
    expect(phone.locator("#questions")).to_contain_text("Who holds the rota?")
    look(phone)
    lead.link("All you answer for")
    lead.link("Pass one or more to a colleague")
    lead.sees("Pass to a colleague")
    look(phone)
    easy_to_hit(phone)
    lead.press(phone.get_by_label("2.2 Patrol the high street"))
    lead.type("Your colleague's name or post", "Nia Okafor")
    lead.type("Their email address", "nia@example.org")
    lead.button("Pass it on")
    expect(phone.locator("main")).to_contain_text("They have not answered yet.")
    look(phone)
    fits(phone)
