"""Every address of the desk, as a coordinator: axe finds nothing, on a desk and on a phone."""

import pytest
from playwright.sync_api import Page, ViewportSize

from frankpledge.plan import changes
from tests.desk.people import account
from tests.desk.test_doors import addresses
from tests.desk.test_people_journeys import SETTINGS
from tests.desk.test_people_pages import EVERY_FORM, SEEN, World, address
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.steps import Enter, Look, easy_to_hit, fits
from tests.small import BY, SPRING, Small

ALWAYS = ["", "plan/", "plans/", "plans/new/", "record/", "record/check/"]
ADOPTED = ("edit/", "strike/", "carry/", "publish/", "close/", "preview/", "place/", "new/")


@pytest.fixture
def places(small: Small) -> list[str]:
    """All that can be opened: what moves a row is a button and no page."""
    found = [place for place in addresses(small, "marsh") if not place.endswith("move/")]
    return [*(f"/desk/marsh/{tail}" for tail in ALWAYS), *found]


@pytest.fixture
def desk(small: Small, enter: Enter) -> Page:
    return enter(account("Alice Archer", small.partnership, "coordinator"))


def look_over(
    page: Page, address: str, axe: Look, sizes: tuple[ViewportSize, ...] = (DESK, PHONE)
) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, f"{address}: {answer.status}"
    for size in sizes:
        page.set_viewport_size(size)
        axe(page)
        fits(page)
        easy_to_hit(page)


def something_to_say_and_to_read(small: Small) -> None:
    printed = [changes.LeadGiven(printed="SBC, Debbie Marlow")]
    changes.set_leads(of=small.action, leads=printed, by=BY)
    for words, public in (("Half are done.", True), ("More were seen.", False)):
        said = changes.say(
            of=small.first, rating=small.good, words=words, said_by="T", said_on=SPRING, by=BY
        )
        changes.publish_words(standing=said, public=public, by=BY)


def test_every_page_of_a_draft(small: Small, desk: Page, places: list[str], axe: Look) -> None:
    assert len(places) > 35
    something_to_say_and_to_read(small)
    # A priority is closed with its year, and a draft has none to close.
    for place in (each for each in places if not each.endswith("/end/")):
        look_over(desk, place, axe)


def test_every_page_that_differs_once_the_plan_is_adopted(
    small: Small, desk: Page, places: list[str], axe: Look
) -> None:
    small.adopt()
    a_plan_to_carry_into(small)
    there = [place for place in places if place.endswith(ADOPTED) or place == "/desk/marsh/plan/"]
    assert len(there) > 12
    for place in [*there, f"/desk/marsh/actions/{small.action.pk}/"]:
        look_over(desk, place, axe)


def a_plan_to_carry_into(small: Small) -> None:
    following = changes.draft_plan(
        partnership=small.partnership,
        title="The plan after",
        starts=SPRING.replace(year=2029),
        ends=SPRING.replace(year=2031),
        follows=small.plan,
        by=BY,
    )
    changes.add_priority(plan=following, title="Fair trade again", by=BY)


def test_every_page_of_people_and_settings_on_a_phone(
    live_server: object, enter: Enter, axe: Look
) -> None:
    """On a desk the pages' own tests look them over."""
    world = World()
    page = enter(world.coordinator)
    settings = [f"/desk/wick/settings/{tail}" for tail in SETTINGS]
    for place in [*(address(world, path) for path in [*SEEN, *EVERY_FORM]), *settings]:
        look_over(page, place, axe, sizes=(PHONE,))
