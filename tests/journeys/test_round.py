"""A whole round: 27 promises, 57 outcomes and 14 leads, from planning to the public page."""

import datetime
import re
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core import mail
from playwright.sync_api import Browser, Page, expect

from frankpledge.partnership.models import Post
from frankpledge.partnership.models.dated import today
from frankpledge.plan import changes as plan_changes
from frankpledge.plan.models import Action, Outcome
from frankpledge.progress.models import Answer, Item, Request, Round
from tests.browser import settled
from tests.desk.people import account
from tests.journeys.steps import Enter, Look, fill, fill_day, follow, press, saved
from tests.journeys.test_round_lead import Lead, browse
from tests.progress.altering import Book
from tests.small import BY, Small

LEADS = 14
WORDS = "Nine visits were made, and each owner has changed something."
BY_BOOK = "As written in the workbook, on a train."
TYPED = "She says the training is done."
LATE = "Sent on the day after, from a train."
SPRING = datetime.date(2026, 4, 3)


@dataclass
class Whole:
    """Lead 1 is the inspector; each of the 14 leads two promises, the last of them one."""

    small: Small
    actions: list[Action]
    round: Round | None = None

    def of(self, lead: int) -> list[Action]:
        return [one for at, one in enumerate(self.actions) if at % LEADS == lead - 1]


@pytest.fixture
def whole(small: Small) -> Whole:
    actions = [small.action]
    for number in range(2, 28):
        action = plan_changes.add_action(
            plan=small.plan, priority=small.priority, ref=f"3.{number}", words=f"Do {number}", by=BY
        )
        actions.append(action)
        for outcome in range(1, 4 if number < 5 else 3):
            words = f"Outcome {outcome} of {number}"
            plan_changes.add_outcome(action=action, number=outcome, words=words, by=BY)
    found = Whole(small, actions)
    for lead in range(1, LEADS + 1):
        post = _post(small, lead)
        for action in found.of(lead):
            given = plan_changes.LeadGiven(post=post)
            plan_changes.set_leads(of=action, leads=[given], by=BY)
    small.adopt()
    for one in Outcome.objects.all():
        plan_changes.say(
            of=one, rating=small.good, said_by="The lead", said_on=SPRING, words="Begun.", by=BY
        )
    return found


def _post(small: Small, lead: int) -> Post:
    if lead == 1:
        Post.objects.filter(pk=small.inspector.pk).update(mailbox="lead1@lead.example")
        return small.inspector
    return Post.objects.create(
        partnership=small.partnership,
        title=f"Lead {lead}",
        organisation=small.police,
        mailbox=f"lead{lead}@lead.example",
    )


class Phones:
    """A phone for each person who opens a link."""

    def __init__(self, chromium: Browser, live_server: object, opened: ExitStack) -> None:
        self._made = lambda: browse(chromium, live_server)
        self._opened = opened

    def open(self, email: str) -> Lead:
        """By the newest mail to that address, as somebody would."""
        page = self._made()
        self._opened.enter_context(closing(page.context))
        page.goto(link_to(email))
        lead = Lead(page)
        lead.button("Start")
        return lead


def link_to(email: str) -> str:
    body = next(one.body for one in reversed(mail.outbox) if one.to == [email])
    found = re.search(r"/answer/\S+/", str(body))
    assert found, body
    return found[0]


@pytest.fixture
def phones(chromium: Browser, live_server: object) -> Iterator[Phones]:
    with ExitStack() as opened:
        yield Phones(chromium, live_server, opened)


@pytest.fixture
def desk(whole: Whole, enter: Enter) -> Page:
    return enter(account("Alice Archer", whole.small.partnership, "coordinator"))


@pytest.mark.db  # on PostgreSQL as well
def test_a_round_from_its_planning_to_the_public_page(
    whole: Whole, desk: Page, phones: Phones, look: Look, tmp_path: Path
) -> None:
    assert len(whole.actions) == 27 and Outcome.objects.count() == 57
    plan_and_ask(desk, look)
    answered_on_a_phone(whole, phones)
    came_back_and_was_mended(desk, phones, look)
    typed_by_the_coordinator(whole, desk, look)
    passed_to_a_colleague(phones)
    two_at_once(whole, phones)
    late = begun_and_not_sent(phones)
    by_workbook(whole, phones, look, tmp_path)
    for number in range(8, LEADS + 1):
        no_change(phones.open(f"lead{number}@lead.example"))
    board_before_the_review(desk, look)
    all_is_read(desk, look)
    frozen(desk, look)
    came_too_late(late, desk)
    published(whole, desk, look)


def plan_and_ask(desk: Page, look: Look) -> None:
    desk.goto("/desk/marsh/rounds/")
    follow(desk, "Plan the next round")
    look(desk)
    due = today() + datetime.timedelta(days=5)
    for name, day in (("opens_on", today()), ("due_on", due)):
        fill_day(desk, name, day.day, day.month, day.year)
    press(desk, "Plan this round")
    saved(desk, "The round is planned.")
    press(desk, "Open the round")
    saved(desk, "The round is open.")
    look(desk)
    assert not mail.outbox
    follow(desk, "Preview the letters and ask")
    expect(desk.locator("main")).to_contain_text("2 promises to answer for")
    look(desk)
    press(desk, "Send 14 letters now")
    saved(desk, "They are asked.")
    assert len(mail.outbox) == LEADS


def answered_on_a_phone(whole: Whole, phones: Phones) -> None:
    lead = phones.open("lead1@lead.example")
    lead.sees("Two promises to answer for")
    lead.link("2.1 Visit every shop hit three times")
    lead.choose("On track", 0)
    lead.choose("On track", 1)
    lead.type("What happened this quarter?", WORDS)
    onwards(lead.page, "Send this answer")
    lead.button("No change since last time")
    lead.sees("Thank you: all is sent")
    assert lead.presses <= 12


def no_change(lead: Lead) -> None:
    rows = lead.page.locator(".fp-tasks a")
    expect(rows.first).to_be_visible()
    settled(lead.page)
    many = rows.count()
    lead.press(rows.first)
    for _ in range(many):
        onwards(lead.page, "No change since last time")
    lead.sees("Thank you: all is sent")


def onwards(page: Page, button: str) -> None:
    """Pressed, and the next page is there: it has the same buttons."""
    expect(page.get_by_role("button", name=button, exact=True)).to_be_visible()
    title = page.locator("h1").inner_text()
    press(page, button)
    expect(page.locator("h1")).not_to_have_text(title)


def came_back_and_was_mended(desk: Page, phones: Phones, look: Look) -> None:
    old = link_to("lead2@lead.example")
    desk.get_by_role("link", name="Lead 2, Police").click()
    desk.get_by_role("link", name=re.compile("2 promises to answer for")).click()
    look(desk)
    press(desk, "Mark it as come back")
    saved(desk, "Marked as come back.")
    follow(desk, "Mend the address")
    fill(desk, email="second@lead.example")
    press(desk, "Save")
    saved(desk)
    no_change(phones.open("second@lead.example"))
    answer = desk.request.get(old)
    assert answer.status == 410


def typed_by_the_coordinator(whole: Whole, desk: Page, look: Look) -> None:
    to_the_board(desk)
    desk.get_by_role("link", name="Lead 3, Police").click()
    look(desk)
    for at, action in enumerate(whole.of(3)):
        desk.get_by_role("link", name=re.compile("^Type it for them")).nth(at).click()
        for outcome in range(action.outcomes.count()):
            asked = desk.locator("fieldset.fp-fieldset").nth(outcome)
            asked.get_by_role("radio", name=re.compile("^On track")).check()
        desk.get_by_label("What happened this quarter?").fill(TYPED)
        look(desk)
        press(desk, "Send it as theirs")
        saved(desk, "typed by you")
    typed = Answer.objects.filter(via="typed")
    assert {one.typed_by for one in typed} == {"Alice Archer"} and len(typed) == 2


def to_the_board(desk: Page) -> None:
    desk.goto(f"/desk/marsh/rounds/{Round.objects.get().pk}/")


def passed_to_a_colleague(phones: Phones) -> None:
    lead = phones.open("lead4@lead.example")
    lead.link("Pass one or more to a colleague")
    lead.page.locator("input[name=items]").first.check()
    lead.type("Your colleague's name or post", "Nell Okafor")
    lead.type("Their email address", "nell@lead.example")
    lead.button("Pass it on")
    no_change(lead)
    no_change(phones.open("nell@lead.example"))
    assert Request.objects.get(called="Nell Okafor").passed_from


def two_at_once(whole: Whole, phones: Phones) -> None:
    """Both have the page open before either sends."""
    promise = re.compile("^3.5 Do 5")
    both = [phones.open("lead5@lead.example") for _ in range(2)]
    for lead in both:
        lead.link(promise)  # type: ignore[arg-type]
    for number, lead in enumerate(both):
        lead.choose("On track", 0)
        lead.choose("On track", 1)
        lead.type("What happened this quarter?", f"As told by number {number}.")
        onwards(lead.page, "Send this answer")
    item = Item.objects.get(action=whole.of(5)[0])
    assert [one.happened for one in item.answers.all()] == [
        "As told by number 0.",
        "As told by number 1.",
    ]
    both[1].button("No change since last time")
    both[1].sees("Thank you: all is sent")


def begun_and_not_sent(phones: Phones) -> Lead:
    lead = phones.open("lead6@lead.example")
    lead.press(lead.page.locator(".fp-tasks a").first)
    onwards(lead.page, "No change since last time")
    lead.choose("On track", 0)
    lead.choose("On track", 1)
    lead.type("What happened this quarter?", LATE)
    return lead


def by_workbook(whole: Whole, phones: Phones, look: Look, folder: Path) -> None:
    """Asked for behind the link, sent by mail, filled in, brought back."""
    lead = phones.open("lead7@lead.example")
    lead.link("In a workbook, or on paper")
    lead.button("Send me a workbook")
    expect(lead.page.get_by_role("status")).to_contain_text("on its way to l…@lead.example")
    look(lead.page)
    name, data, _ = mail.outbox[-1].attachments[0]
    assert mail.outbox[-1].to == ["lead7@lead.example"] and isinstance(data, bytes)
    book = Book(data)
    for action in whole.of(7):
        for outcome in action.outcomes.all():
            book.put(outcome.words, "How is it going?", "On track")
        book.put(action.outcomes.all()[0].words, "What happened?", BY_BOOK)
    book.sort("Outcome")
    filled = folder / str(name)
    filled.write_bytes(book.saved())
    lead.page.get_by_label("Your workbook or Word form").set_input_files(filled)
    lead.button("Show what was read")
    lead.sees("What was read")
    look(lead.page)
    lead.button("Send what is ready")
    lead.sees("Thank you: all is sent")
    assert {one.happened for one in Answer.objects.filter(via="workbook")} == {BY_BOOK}


def board_before_the_review(desk: Page, look: Look) -> None:
    to_the_board(desk)
    expect(desk.locator(".fp-lede")).to_contain_text("have answered and one in part.")
    look(desk)
    press(desk, "Remind 1 lead now")
    saved(desk, "Nobody was reminded")


def all_is_read(desk: Page, look: Look) -> None:
    press(desk, "Go over to the review")
    follow(desk, "Read what is new")
    look(desk)
    follow(desk, "Read the next answer")
    look(desk)
    for _ in range(25):
        onwards(desk, "Agree, and read the next")
    press(desk, "Agree")
    saved(desk, "Agreed.")
    assert len({one.item.action_id for one in Answer.objects.filter(verdicts__kind="agreed")}) == 26


def frozen(desk: Page, look: Look) -> None:
    to_the_board(desk)
    follow(desk, "Check and freeze")
    main = desk.locator("main")
    expect(main).to_contain_text("27 promises asked about")
    expect(main).to_contain_text("26 promises answered, 26 read")
    expect(main).to_contain_text("1 promise printed as not reported")
    look(desk)
    press(desk, "Freeze the round")
    saved(desk, "The round is frozen.")
    follow(desk, "Prove that nothing was altered")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Nothing was altered")
    look(desk)


def came_too_late(lead: Lead, desk: Page) -> None:
    lead.button("Send this answer")
    lead.sees("Kept as a late answer")
    expect(lead.page.locator("main")).to_contain_text(LATE)
    to_the_board(desk)
    follow(desk, "What was read, and what came late")
    desk.get_by_role("button", name=re.compile("^Take it up")).click()
    saved(desk, "The plan says it now.")


def published(whole: Whole, desk: Page, look: Look) -> None:
    to_the_board(desk)
    follow(desk, "Preview and publish")
    look(desk)
    press(desk, "Publish it")
    saved(desk, "The round is published.")
    look(desk)
    desk.goto(f"/marsh/promises/{whole.small.action.pk}/")
    expect(desk.locator("main")).to_contain_text(WORDS)
    assert LATE not in desk.content()
    desk.goto("/marsh/record/")
    expect(desk.locator("main")).to_contain_text("Every lead was asked")
