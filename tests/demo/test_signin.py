"""The demonstration's sign-in links: one for each kind of person, and a button to press."""

import pytest
from django.core import signing
from django.test import Client

from frankpledge.demo.personas import PERSONAS
from frankpledge.demo.signin import SALT, links
from frankpledge.partnership.changes import close_account
from tests.universe import CLERK, Universe

BASE = "http://127.0.0.1:8000"
COORDINATOR = PERSONAS[0]


def path(label: str) -> str:
    return dict(links(BASE))[label].removeprefix(BASE)


def test_there_is_a_link_for_each_kind_of_person() -> None:
    labels = [label.split(" (")[0] for label, _ in links(BASE + "/")]
    assert labels == [
        "Coordinator",
        "Lead",
        "Analyst",
        "County analyst",
        "Board member",
        "Reader",
        "Host",
    ]
    assert all(url.startswith(BASE + "/demo/sign-in/") for _, url in links(BASE + "/"))


def test_looking_at_a_link_signs_nobody_in(universe: Universe) -> None:
    client = Client()
    page = client.get(path("Coordinator"))
    assert page.status_code == 200
    assert b"Sign in as Ruth Adeyemi" in page.content
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda each: each.label)
def test_pressing_the_button_signs_in_as_that_person(universe: Universe, persona) -> None:  # type: ignore[no-untyped-def]
    client = Client()
    answer = client.post(path(persona.label))
    assert answer.status_code == 302
    assert answer["Location"] == persona.opens
    page = client.get(path(persona.label))
    assert page.wsgi_request.user.email == persona.email


def test_the_button_needs_its_token_against_forgery(universe: Universe) -> None:
    assert Client(enforce_csrf_checks=True).post(path("Coordinator")).status_code == 403


@pytest.mark.parametrize(
    "token",
    [
        "nonsense",
        signing.dumps("ruth.adeyemi@marshwick.example", salt="something else"),
        signing.dumps("alice@example.org", salt=SALT),
        signing.dumps(7, salt=SALT),
    ],
    ids=["unsigned", "signed for something else", "not one of ours", "not an address"],
)
def test_a_link_that_is_not_ours_leads_nowhere(universe: Universe, token: str) -> None:
    client = Client()
    assert client.get(f"/demo/sign-in/{token}/").status_code == 404
    assert client.post(f"/demo/sign-in/{token}/").status_code == 404


def test_a_closed_account_is_not_opened_by_its_link(universe: Universe) -> None:
    person = universe.marshwick.contacts.get(email=COORDINATOR.email).person
    close_account(person=person, by=CLERK)
    assert Client().post(path("Coordinator")).status_code == 404


def test_the_front_page_leads_to_each_of_them(db: None) -> None:
    text = Client().get("/demo/").content.decode()
    assert [each.label for each in PERSONAS if each.label not in text] == []
