"""Whether the public sees the evidence is the partnership's own choice, pressed and recorded."""

import pytest
from django.test import Client

from frankpledge.evidence import queries
from frankpledge.partnership.models import Partnership
from frankpledge.record.queries import newest_lines
from tests.desk.people import signed_in
from tests.makers import a_partnership, somebody

pytestmark = pytest.mark.django_db
PAGE = "/desk/wick/evidence/public/"


@pytest.fixture
def wick() -> Partnership:
    return a_partnership("wick", name="Safer Wick")


@pytest.fixture
def alice(wick: Partnership) -> Client:
    return signed_in(somebody(wick, "coordinator", "Alice Archer"))


def test_whoever_may_publish_shows_it_and_takes_it_down(wick: Partnership, alice: Client) -> None:
    page = alice.get(PAGE)
    assert "Counts of 1 to 4 are held back" in page.text
    alice.post(PAGE, {"why": "The board agreed", "version": "0"})
    assert queries.is_shown(wick)
    assert "Take the evidence down" in alice.get(PAGE).text
    twice = alice.post(PAGE, {"why": "", "version": "0"})
    assert "The evidence is shown to the public already." in twice.text
    alice.post(PAGE, {"why": "", "version": "1"})
    assert not queries.is_shown(wick)
    lines = newest_lines(wick.chain)[:2]
    assert [line.verb for line in lines] == ["evidence.hidden", "evidence.shown"]
    assert (lines[1].by, lines[1].why) == ("Alice Archer", "The board agreed")


@pytest.mark.parametrize("role", ["analyst", "board", "lead", "reader"])
def test_nobody_else_may(wick: Partnership, role: str) -> None:
    client = signed_in(somebody(wick, role))
    assert client.get(PAGE).status_code == 404
    assert client.post(PAGE, {"why": ""}).status_code == 404
    assert queries.showing_of(wick) is None


def test_the_public_pages_are_one_press_away_once_shown(wick: Partnership, alice: Client) -> None:
    assert "/wick/figures/" not in alice.get(PAGE).text
    alice.post(PAGE, {"why": "", "version": "0"})
    assert 'href="/wick/figures/"' in alice.get(PAGE).text
