"""Sign-in promises: a code or a link by mail, no password, and the same answer to a stranger."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from frankpledge.partnership import changes
from frankpledge.partnership.models import Account
from tests.makers import CLERK, a_partnership, somebody

pytestmark = pytest.mark.django_db
SIGN_IN = "/account/sign-in/"


@pytest.fixture(autouse=True)
def nobody_tried_before() -> None:
    cache.clear()


@pytest.fixture
def ann() -> Account:
    return somebody(a_partnership(), "coordinator", email="ann@example.org")


def ask(client: Client, email: str = "ann@example.org", **words: str) -> str:
    """Asks for a code, and returns the newest mail."""
    client.post(SIGN_IN, {"email": email, **words})
    return str(mail.outbox[-1].body) if mail.outbox else ""


def code_in(body: str) -> str:
    found = re.search(r"\b\d{4}-\d{4}\b", body)
    assert found
    return found[0]


def link_in(body: str) -> str:
    found = re.search(r"https?://[^/]+(/account/sign-in/link/\S+)", body)
    assert found
    return found[1]


def signed_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_a_code_signs_in(client: Client, ann: Account) -> None:
    body = ask(client)
    assert not signed_in(client)
    answer = client.post("/account/sign-in/code/", {"code": code_in(body)})
    assert answer.status_code == 302 and answer.url == "/desk/"  # type: ignore[attr-defined]
    assert signed_in(client)


def test_a_code_is_taken_without_its_dash(client: Client, ann: Account) -> None:
    code = code_in(ask(client)).replace("-", " ")
    client.post("/account/sign-in/code/", {"code": code})
    assert signed_in(client)


def test_a_wrong_code_is_refused_in_words_and_five_end_the_try(
    client: Client, ann: Account
) -> None:
    body = ask(client)
    wrong = "0000-0000" if code_in(body) != "0000-0000" else "1111-1111"
    answer = client.post("/account/sign-in/code/", {"code": wrong})
    text = answer.content.decode()
    assert "<title>Error:" in text and "not the code we sent" in text
    for _ in range(4):
        client.post("/account/sign-in/code/", {"code": wrong})
    client.post("/account/sign-in/code/", {"code": code_in(body)})
    assert not signed_in(client)


def test_the_link_signs_in_by_a_button_in_any_browser(client: Client, ann: Account) -> None:
    link = link_in(ask(client))
    other = Client()
    page = other.get(link)
    assert "ann@example.org" in page.content.decode()
    assert not signed_in(other), "a program that looks at links must not sign anybody in"
    other.post(link)
    assert signed_in(other)


def test_a_link_works_once(client: Client, ann: Account) -> None:
    link = link_in(ask(client))
    client.post(link)
    other = Client()
    assert other.post(link).status_code == 410 and not signed_in(other)


def test_signing_in_by_code_spends_the_link(client: Client, ann: Account) -> None:
    body = ask(client)
    client.post("/account/sign-in/code/", {"code": code_in(body)})
    assert Client().get(link_in(body)).status_code == 410


def test_a_link_is_dead_after_a_quarter_of_an_hour(client: Client, ann: Account) -> None:
    import time_machine

    link = link_in(ask(client))
    import datetime

    later = datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=16)
    with time_machine.travel(later):
        assert client.post(link).status_code == 410


def test_a_changed_link_is_dead(client: Client, ann: Account) -> None:
    link = link_in(ask(client))
    assert client.post(link.replace("/link/e", "/link/f")).status_code == 410


def test_the_link_leads_back_to_where_one_was_going(client: Client, ann: Account) -> None:
    ask(client, next="/desk/somewhere/plan/")
    found = re.search(r"/account/sign-in/link/\S+", str(mail.outbox[-1].body))
    assert found
    assert client.post(found[0]).url == "/desk/somewhere/plan/"  # type: ignore[attr-defined]


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:x"])
def test_nobody_is_led_elsewhere(client: Client, ann: Account, elsewhere: str) -> None:
    link = link_in(ask(client, next=elsewhere))
    assert "evil" not in link
    answer = client.post(f"{link.partition('?')[0]}?next={elsewhere}")
    assert answer.url == "/desk/"  # type: ignore[attr-defined]


def test_a_stranger_gets_the_same_answer_and_no_mail(ann: Account) -> None:
    answers = []
    for email in ("ann@example.org", "nobody@example.org"):
        browser = Client()
        asked = browser.post(SIGN_IN, {"email": email}, follow=True)
        text = asked.content.decode().replace(email, "X")
        answers.append((asked.redirect_chain, re.sub(r'value="[^"]{40,}"', "", text)))
    assert answers[0] == answers[1]
    assert [message.to for message in mail.outbox] == [["ann@example.org"]]


def test_a_strangers_mail_costs_the_same_work_and_is_held_back(
    ann: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    from frankpledge.partnership.signin import adapter

    enqueued = []
    enqueue = adapter.post.enqueue
    monkeypatch.setattr(
        type(adapter.post),
        "enqueue",
        lambda self, *a, **k: enqueued.append((a[2], k)) or enqueue(*a, **k),
    )
    ask(Client(), "ann@example.org"), ask(Client(), "nobody@example.org")
    assert enqueued == [
        ("ann@example.org", {"hold_back": False}),
        ("nobody@example.org", {"hold_back": True}),
    ]


def test_no_code_ever_lets_a_stranger_in(client: Client) -> None:
    client.post(SIGN_IN, {"email": "nobody@example.org"})
    for guess in ("", "0000-0000"):
        client.post("/account/sign-in/code/", {"code": guess})
    assert not signed_in(client)


def test_a_closed_account_gets_nothing(client: Client, ann: Account) -> None:
    body = ask(client)
    changes.close_account(person=ann.person, by=CLERK)
    assert client.post(link_in(body)).status_code == 410
    before = len(mail.outbox)
    ask(Client())
    assert len(mail.outbox) == before


def test_one_may_begin_again_with_another_address(client: Client, ann: Account) -> None:
    ask(client, "nobody@example.org")
    answer = client.post("/account/sign-out/", {"next": SIGN_IN})
    assert answer.url == SIGN_IN  # type: ignore[attr-defined]
    assert code_in(ask(client))


def test_what_is_no_address_is_refused_in_words(client: Client) -> None:
    for typed in ("ann", "", "a" * 300 + "@example.org"):
        text = client.post(SIGN_IN, {"email": typed}).content.decode()
        assert "<title>Error:" in text and "Type an email address in full" in text
        assert 'href="#id_email"' in text and 'id="id_email"' in text


def test_asking_too_often_is_refused_alike_for_known_and_unknown(ann: Account) -> None:
    texts = []
    for email in ("ann@example.org", "nobody@example.org"):
        for _ in range(6):
            answer = Client().post(SIGN_IN, {"email": email})
        texts.append(re.sub(r'value="[^"]*"', "", answer.content.decode()))
    assert "Too many tries" in texts[0] and texts[0] == texts[1]
    assert len(mail.outbox) == 5


@pytest.mark.parametrize(
    "name", ["account_signup", "account_set_password", "account_reset_password", "account_email"]
)
def test_there_is_no_way_to_a_password_or_a_new_account(
    client: Client, ann: Account, name: str
) -> None:
    client.force_login(ann)
    try:
        address = reverse(name)
    except NoReverseMatch:
        return
    assert client.get(address).status_code == 404
    assert client.post(address, {"email": "x@example.org"}).status_code == 404


def test_mails_name_the_configured_address_and_not_the_asked_host(
    client: Client, ann: Account, settings: object
) -> None:
    settings.ADDRESS = "https://plan.example.gov.uk"  # type: ignore[attr-defined]
    body = ask(client)
    assert "https://plan.example.gov.uk/account/sign-in/link/" in body
