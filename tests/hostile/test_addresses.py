"""Addresses, methods and questions that no page of ours leads to: answered, never by a fault."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from frankpledge.record.models import Line
from tests.hostile import pages
from tests.universe import Universe, signed_in

METHODS = ("get", "head", "put", "delete")
FAIR = {200, 302, 400, 403, 404, 405}
NUMBERS = [
    "0",
    "99999999999999999999999",
    "9223372036854775808",
    "9" * 5000,
    "٣",
    "1%00",
    "%ff",
    "1/../../2",
]
QUERIES = [
    "",
    "-1",
    "0",
    "9" * 30,
    "9" * 5000,
    "abc",
    "1e9",
    "٣",
    "²",
    "%00",
    "%ff%fe",
    "%ed%a0%80",
]


def test_odd_numbers_in_the_path_are_nothing(universe: Universe) -> None:
    for number in NUMBERS:
        try_number(universe.client(universe.alice), number)


def try_number(client: Client, number: str) -> None:
    tried = 0
    for pattern in pages.desk_patterns():
        name = pattern.name or ""
        if pages.in_partnership(name) and pages.takes_id(name):
            address = pages.address(name, "marshwick", number)
            assert client.get(address).status_code in (404, 405), (name, number[:30])
            tried += 1
    assert tried > 60
    for path in ("promises", "priorities", "plans", "published"):
        assert Client().get(f"/marshwick/{path}/{number}/").status_code == 404


def test_odd_questions_are_answered(universe: Universe) -> None:
    for value in QUERIES:
        try_question(universe, value)


def try_question(universe: Universe, value: str) -> None:
    client = universe.client(universe.alice)
    action = universe.action("6.3")
    outcome = next(o for a in universe.plan.actions.all() for o in a.outcomes.all())
    names = ("take", "before", "priority", "lead", "delivery", "fresh", "due", "printed", "next")
    query = "&".join(f"{name}={value}" for name in names)
    for path in (
        "",
        "plan/",
        "record/",
        f"actions/{action.pk}/leads/",
        f"actions/{action.pk}/timescales/",
        f"outcomes/{outcome.pk}/targets/",
        f"plans/{universe.plan.pk}/actions/new/",
        "people/organisations/join/",
    ):
        status = client.get(f"/desk/marshwick/{path}?{query}&organisation={value}").status_code
        assert status in FAIR - {405}, path
    for path in ("/", "/marshwick/", "/marshwick/record/", "/account/sign-in/"):
        assert Client().get(f"{path}?{query}&page={value}").status_code in FAIR - {405}, path


@pytest.mark.parametrize("method", METHODS)
def test_no_method_but_post_changes_anything(universe: Universe, method: str) -> None:
    client = signed_in(universe.alice)
    before = Line.objects.count()
    for name, address in pages.every_page(universe.marshwick, universe.plan):
        status = getattr(client, method)(address).status_code
        assert status in FAIR, (name, method, status)
    assert Line.objects.count() == before


def test_a_post_without_its_token_is_refused_in_words(universe: Universe) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(
        universe.alice, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    before, tried = Line.objects.count(), 0
    for name, address in pages.every_page(universe.marshwick, universe.plan):
        answer = client.post(address, {"to": "up", "why": "x"})
        assert answer.status_code == 403, name
        assert "<h1" in answer.text and "Traceback" not in answer.text
        tried += 1
    assert tried > 70 and Line.objects.count() == before


EVIL = [
    "//evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "\\\\evil.example",
    "/\\evil.example",
    "/%09/evil.example",
    "///evil.example",
    "http:evil.example",
    "https:/evil.example",
    "\x00//evil.example",
    "/\r\nSet-Cookie: a=b",
    "data:text/html,x",
]


@pytest.fixture(autouse=True)
def nobody_tried_before() -> None:
    cache.clear()


def test_signing_in_never_leads_away(universe: Universe) -> None:
    for there in EVIL:
        cache.clear()
        client = Client()
        asked = client.post("/account/sign-in/", {"email": "alice@example.org", "next": there})
        assert asked.status_code == 302 and stays(asked["Location"]), there
        page = client.get(asked["Location"])
        assert 'href="javascript' not in page.text, there
        code = re.search(r"\b\d{4}-\d{4}\b", str(mail.outbox[-1].body))
        assert code
        after = client.post(asked["Location"], {"code": code[0], "next": there})
        assert after.status_code == 302 and stays(after["Location"]), there


def test_signing_out_and_in_again_never_lead_away(universe: Universe) -> None:
    for there in EVIL:
        client = signed_in(universe.alice)
        for address in ("/account/sign-in/", "/account/sign-in/again/", "/account/sign-out/"):
            for answer in (
                client.get(address, {"next": there}),
                client.post(address, {"next": there}),
            ):
                assert answer.status_code in FAIR | {422}
                if answer.status_code in (301, 302):
                    assert stays(answer["Location"]), (address, answer["Location"])


def stays(location: str) -> bool:
    beginning = location.partition("?")[0]
    return beginning.startswith("/") and not beginning.startswith(("//", "/\\"))


def test_a_path_of_two_slashes_does_not_lead_away(client: Client, db: None) -> None:
    for path in ("//evil.example/%2f..", "//evil.example", "/\\evil.example", "//evil.example/x"):
        answer = client.get("/", PATH_INFO=path)
        assert answer.status_code in (404, 301, 302)
        if answer.status_code != 404:
            assert stays(answer["Location"])
