"""Sessions promise to end: after two idle hours, after twelve in any case, and at a word."""

import datetime

import pytest
import time_machine
from django.test import Client

from frankpledge.partnership import changes
from frankpledge.partnership.models import Account
from frankpledge.record.queries import newest_lines
from tests.makers import CLERK, a_partnership, somebody

pytestmark = pytest.mark.django_db
START = datetime.datetime(2026, 11, 2, 9, tzinfo=datetime.UTC)


@pytest.fixture
def ann() -> Account:
    return somebody(a_partnership(), "coordinator", email="ann@example.org")


def signed_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def at(**later: float) -> time_machine.travel:
    return time_machine.travel(START + datetime.timedelta(**later), tick=False)


def test_two_idle_hours_end_a_session_and_the_page_says_so(client: Client, ann: Account) -> None:
    with at():
        client.force_login(ann)
    with at(hours=1, minutes=59):
        assert signed_in(client)
    with at(hours=3, minutes=50):
        assert signed_in(client)
    with at(hours=5, minutes=51):
        assert not signed_in(client)
        assert "You were signed out" in client.get("/account/sign-in/").content.decode()


def test_twelve_hours_end_a_session_however_busy(client: Client, ann: Account) -> None:
    with at():
        client.force_login(ann)
    for hour in range(1, 12):
        with at(hours=hour):
            assert signed_in(client)
    with at(hours=12, seconds=1):
        assert not signed_in(client)


def test_signing_out_everywhere_ends_other_sessions(ann: Account) -> None:
    here, there = Client(), Client()
    here.force_login(ann), there.force_login(ann)
    assert signed_in(there)
    here.post("/account/sign-out/everywhere/")
    assert not signed_in(here) and not signed_in(there)
    assert newest_lines("host")[0].verb == "account.signed-out-everywhere"


def test_signing_out_takes_a_button(client: Client, ann: Account) -> None:
    client.force_login(ann)
    client.get("/account/sign-out/")
    assert signed_in(client)
    client.post("/account/sign-out/")
    assert not signed_in(client)


def test_a_closed_account_is_out_at_its_next_page(client: Client, ann: Account) -> None:
    client.force_login(ann)
    changes.close_account(person=ann.person, by=CLERK)
    assert not signed_in(client)


def test_a_new_address_ends_the_sessions_of_the_old(client: Client, ann: Account) -> None:
    client.force_login(ann)
    changes.open_account(person=ann.person, email="new@example.org", by=CLERK)
    assert not signed_in(client)
