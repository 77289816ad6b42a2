"""Targets held against figures, on a desk and on a phone: a question answered, a miss followed."""

import datetime

import pytest
from playwright.sync_api import expect

from frankpledge.judging import changes
from frankpledge.plan.models import Target
from tests.desk.people import account
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.steps import Enter, Look, easy_to_hit, fits
from tests.judging.conftest import Judging
from tests.small import BY, Small

SUMMER = datetime.date(2026, 7, 1)


@pytest.fixture
def asked(small: Small) -> Judging:
    """One target that is missed though all is said to be well, and one with a question."""
    judging = Judging(small)
    judging.target(
        "At least 26 in the quarter",
        kind="count-at-least",
        number=26,
        counts="patrols",
        per="quarter",
    )
    judging.said(12, on=datetime.date(2026, 10, 2), period=SUMMER, rating=small.good)
    judging.target("Quarterly 5% decrease in ASB", outcome=small.second)
    small.adopt()
    changes.accept_deviation(
        outcome=small.first,
        why="Two of the team were lent out.",
        until=datetime.date(2027, 3, 31),
        accepted_by="The board, minute 6.2",
        by=BY,
    )
    changes.add_indicator(
        partnership=small.partnership,
        key="bins",
        name="Fires in bins",
        counts="fires in bins",
        polarity="down",
        source="counts",
        of=["fires/bins"],
        author="Ann Alyst",
        checker="Bo Bester",
        next_review=datetime.date(2027, 1, 1),
        by=BY,
    )
    return judging


def test_no_page_has_a_fault_that_axe_finds(asked: Judging, enter: Enter, axe: Look) -> None:
    small = asked.small
    page = enter(account("Alice Archer", small.partnership, "coordinator"))
    first, second = Target.objects.order_by("pk")
    for place in (
        "plan/",
        f"actions/{small.action.pk}/",
        f"outcomes/{first.outcome_id}/judged/",
        f"outcomes/{first.outcome_id}/accept/",
        "targets/questions/",
        f"targets/{second.pk}/meaning/",
        "indicators/",
        "indicators/new/",
        "indicators/of/bins/",
    ):
        answer = page.goto(f"/desk/marsh/{place}")
        assert answer is not None
        assert answer.status == 200, place
        for size in (DESK, PHONE):
            page.set_viewport_size(size)
            axe(page)
            fits(page)
            easy_to_hit(page)


def test_the_coordinator_answers_a_question_without_scripts(asked: Judging, enter: Enter) -> None:
    alice = account("Alice Archer", asked.small.partnership, "coordinator")
    page = enter(alice, viewport=PHONE, java_script_enabled=False)
    page.goto("/desk/marsh/plan/")
    page.get_by_role("link", name="1 target with a question").click()
    expect(page.get_by_text("4 cuts of 5 % in a row make 18.5 % over a year.")).to_be_visible()
    page.get_by_role("link", name="Answer for 2.1, outcome 2").click()
    page.get_by_label("Which figures show ASB?").select_option(
        label="Anti-social behaviour (published police figures, by type)"
    )
    page.get_by_label("The same period a year before").check()
    page.get_by_role("button", name="Judge it so").click()
    expect(page.get_by_text("Kept. This is how it is judged from now on.")).to_be_visible()
    expect(page.get_by_text("No area is named for this partnership").first).to_be_visible()


def test_from_the_mark_to_the_rows_in_three_steps(asked: Judging, enter: Enter) -> None:
    page = enter(account("Rita Reader", asked.small.partnership, "reader"))
    page.goto("/desk/marsh/plan/")
    page.get_by_role("link", name="Not met").click()
    expect(page.get_by_role("cell", name="12, said by Ingrid Penhaligon")).to_be_visible()
    page.get_by_role("link", name="What the lead said").click()
    expect(page.get_by_role("heading", name="What was said and decided")).to_be_visible()
