"""The host's pages promise: partnerships begin, end and follow; nobody else finds the pages."""

import datetime

import pytest
from django.test import Client

from frankpledge.partnership import queries, rules
from frankpledge.partnership.models import Account
from frankpledge.partnership.roles import Permission
from tests.desk.people import signed_in
from tests.makers import a_host, a_partnership, somebody

pytestmark = pytest.mark.django_db
PAGES = ["", "new/", "follow/", "wick/end/", "wick/coordinator/"]
DAY = {"on_day": "1", "on_month": "4", "on_year": "2027"}


@pytest.fixture(autouse=True)
def wick() -> None:
    a_partnership("wick", name="Safer Wick")


@pytest.fixture
def hob() -> Client:
    return signed_in(a_host())


@pytest.mark.parametrize("path", PAGES)
def test_the_host_sees_each_page_and_nobody_else_does(hob: Client, path: str) -> None:
    page = hob.get(f"/desk/host/{path}")
    assert page.status_code == 200 and page.content.decode().count("<h1") == 1
    here = queries.partnership_by_slug("wick")
    assert here
    coordinator = signed_in(somebody(here, "coordinator"))
    assert coordinator.get(f"/desk/host/{path}").status_code == 404
    assert coordinator.post(f"/desk/host/{path}", {"name": "x"}).status_code == 404
    assert Client().get(f"/desk/host/{path}").status_code == 302


@pytest.mark.parametrize("path", ["new/", "follow/", "wick/end/", "wick/coordinator/"])
def test_what_is_wrong_is_said(hob: Client, path: str) -> None:
    page = hob.post(
        f"/desk/host/{path}", {"note": "Zwieback", "why": "Zwieback", "slug": "zwieback"}
    )
    text = page.content.decode()
    assert page.status_code == 422 and "<title>Error:" in text
    assert "zwieback" in text.lower() or path == "wick/coordinator/"


def test_a_partnership_is_added_with_its_first_coordinator(hob: Client) -> None:
    typed = {"name": "Safer Marshwick", "slug": "marshwick", "kind": "district"}
    page = hob.post("/desk/host/new/", typed, follow=True)
    assert "Safer Marshwick" in page.content.decode()
    hob.post(
        "/desk/host/marshwick/coordinator/", {"name": "Alice Archer", "email": "a@example.org"}
    )
    made = queries.partnership_by_slug("marshwick")
    assert made
    alice = Account.objects.get(email="a@example.org")
    assert rules.access(alice, made).may(Permission.EDIT_PLAN)


def test_one_coordinator_of_two_partnerships_is_one_person(hob: Client) -> None:
    a_partnership("ash")
    for slug in ("wick", "ash"):
        hob.post(f"/desk/host/{slug}/coordinator/", {"name": "A", "email": "a@example.org"})
    alice = Account.objects.get(email="a@example.org")
    assert len(queries.partnerships_of(alice)) == 2


def test_a_word_that_is_taken_is_refused_beside_its_field(hob: Client) -> None:
    for slug in ("wick", "host", "Two Words"):
        page = hob.post("/desk/host/new/", {"name": "X", "slug": slug, "kind": "district"})
        assert page.status_code == 422 and 'href="#id_slug"' in page.content.decode()


def test_a_partnership_ends_and_one_follows_two(hob: Client) -> None:
    ash, both = a_partnership("ash", name="Ash"), a_partnership("both", name="Both")
    wick = queries.partnership_by_slug("wick")
    assert wick
    typed = {"predecessors": [wick.pk, ash.pk], "successors": [both.pk], **DAY}
    page = hob.post("/desk/host/follow/", typed, follow=True)
    assert "follows Safer Wick" in page.content.decode()
    ash.refresh_from_db()
    assert ash.ends == datetime.date(2027, 3, 31)
    hob.post("/desk/host/both/end/", {**DAY, "why": "Abolished"})
    both.refresh_from_db()
    assert both.ends == datetime.date(2027, 4, 1)
