"""An analyst looks at what changed, marks a step change, and asks something else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect

from frankpledge.evidence import changes
from frankpledge.evidence.store import reading
from frankpledge.partnership.models import Area
from tests.desk.people import account
from tests.evidence import asked as county
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.steps import Enter, Look, fits
from tests.small import BY, Small

HOME = "/desk/marsh/evidence/"
ASK = f"{HOME}ask/?what="


@pytest.fixture
def analyst(small: Small, enter: Enter, settings: LazySettings, tmp_path: Path) -> Iterator[Page]:
    settings.HOME = tmp_path / "home"
    changes.load_areas(paths=county.areas(tmp_path), by=BY)
    files = county.crimes(tmp_path / "files")
    changes.load_evidence(paths=[files, county.stops(tmp_path)], by=BY)
    small.partnership.areas.set(Area.objects.filter(code=county.LOAMSHIRE))
    yield enter(account("Ann Alyst", small.partnership, "analyst"))
    for connection in reading._mine.__dict__.pop("held", {}).values():
        connection.close()


def test_from_what_changed_to_a_step_change_and_a_question(analyst: Page) -> None:
    analyst.goto(HOME)
    analyst.get_by_role("rowheader", name="Burglary").get_by_role("link").click()
    expect(analyst.get_by_role("heading", level=1)).to_have_text("Burglary in Loamshire")
    analyst.get_by_role("button", name="Mark a step change").or_(
        analyst.get_by_role("link", name="Mark a step change")
    ).click()
    analyst.get_by_label("From which month?").select_option(label="January 2020")
    analyst.get_by_label("What changed?").fill("New way of recording")
    analyst.get_by_role("button", name="Break the chart here").click()
    expect(analyst.get_by_text("It breaks at January 2020")).to_be_visible()
    analyst.get_by_role("link", name="Ask the evidence").first.click()
    analyst.get_by_label("Questions").get_by_role("link", name="Rank").click()
    analyst.get_by_label("First comes").select_option(label="the highest")
    analyst.get_by_role("button", name="Ask").click()
    expect(analyst.get_by_role("heading", name="Answer")).to_be_visible()


def test_no_page_has_a_fault_that_axe_finds(analyst: Page, axe: Look) -> None:
    asks = [f"{ASK}{what}" for what in ("counts", "compare", "rank", "hotspots", "hours", "harm")]
    pages = [HOME, f"{HOME}types/burglary/", f"{HOME}places/E05900001/", f"{HOME}county/"]
    pages += [f"{HOME}areas/", f"{HOME}data/", f"{HOME}types/burglary/step/", *asks]
    for address in pages:
        analyst.goto(address)
        for size in (DESK, PHONE):
            analyst.set_viewport_size(size)
            axe(analyst)
            fits(analyst)
