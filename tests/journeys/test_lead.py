"""A lead says how their own promise stands, on a phone, and changes nothing else."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE
from tests.journeys.steps import (
    Enter,
    Look,
    easy_to_hit,
    fill,
    fits,
    follow,
    press,
    refused,
    saved,
)
from tests.universe import Universe

OWN = "Bring community speed watch to every parish that asks"
CHANGES = ["Edit its words", "Who answers, who helps", "Strike it, with the reason", "By when"]
WORDS = "Three of five parishes have the equipment now."


@pytest.fixture
def bob(universe: Universe, enter: Enter) -> Page:
    """The roads sergeant of Marshwick, on a phone, at his own work."""
    page = enter(universe.bob, viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto("/desk/marshwick/")
    return page


def test_my_work_lists_what_they_answer_for(bob: Page, look: Look) -> None:
    mine = bob.get_by_role("region", name="What you answer for")
    expect(mine.get_by_role("link")).to_have_count(1)
    expect(mine.get_by_role("link")).to_contain_text(OWN)
    expect(bob.get_by_role("navigation", name="Main")).not_to_contain_text("Settings")
    look(bob)
    easy_to_hit(bob)


def test_says_how_it_stands_by_touch(bob: Page, look: Look) -> None:
    bob.get_by_role("link", name=OWN).tap()
    expect(bob.get_by_role("heading", level=1)).to_have_text(OWN)
    look(bob)
    bob.get_by_role("link", name="Say how it stands").first.tap()
    expect(bob.get_by_role("heading", level=1)).to_have_text("How does it stand?")
    look(bob)
    easy_to_hit(bob)
    expect(bob.locator("[name=said_by]")).to_have_value("Roads sergeant")
    fill(bob, words=WORDS, said_by="")
    bob.get_by_role("button", name="Save what was said").tap()
    refused(bob, "id_said_by", kept=bob.locator("#id_words"), text=WORDS)
    look(bob)
    bob.get_by_role("radio", name="On track").tap()
    fill(bob, said_by="Roads sergeant")
    bob.get_by_role("button", name="Save what was said").tap()
    saved(bob, "What was said is saved.")
    expect(bob.locator(".fp-time")).to_contain_text(WORDS)
    fits(bob)


def test_sees_no_way_to_change_a_promise(bob: Page) -> None:
    follow(bob, "Plan")
    for words in ("Add a promise", "Add a priority", "Reorder", "Preview and publish"):
        expect(bob.get_by_role("link", name=words)).to_have_count(0)
    bob.get_by_role("link", name=OWN).tap()
    for words in CHANGES:
        expect(bob.get_by_role("link", name=words, exact=True)).to_have_count(0)


def test_does_not_speak_for_anothers_promise_and_signs_out(
    universe: Universe, bob: Page, look: Look
) -> None:
    others = universe.action("2.1")
    bob.goto(f"/desk/marshwick/actions/{others.pk}/")
    expect(bob.get_by_role("link", name="Say how it stands")).to_have_count(0)
    addresses = [f"outcomes/{outcome.pk}/say/" for outcome in others.outcomes.all()]
    changing = [f"actions/{others.pk}/{tail}/" for tail in ("say", "edit", "strike", "leads")]
    for address in [*addresses, *changing, "settings/", f"plans/{universe.plan.pk}/publish/"]:
        answer = bob.goto(f"/desk/marshwick/{address}")
        assert answer is not None
        assert answer.status == 404, address
    look(bob)
    bob.goto("/desk/marshwick/")
    press(bob, "Sign out")
    bob.goto("/desk/marshwick/")
    expect(bob.get_by_role("heading", level=1)).to_have_text("Sign in")
