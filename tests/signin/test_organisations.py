"""An organisation's own sign-in promises: known people only, its own addresses only, verified."""

import html
import json
import re
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.test import Client

from frankpledge.partnership import changes
from frankpledge.partnership.models import Account
from frankpledge.partnership.signin.organisations import apps_in
from tests.makers import CLERK, a_partnership, somebody
from tests.signin.provider import CLIENT, SECRET, Provider

pytestmark = pytest.mark.django_db
GO = "/account/with/police/"
ANN = {"sub": "u1", "email": "ann@police.example", "email_verified": True, "name": "Ann"}


@pytest.fixture
def provider(settings: Any, tmp_path: Path) -> Iterator[Provider]:
    cache.clear()
    provider = Provider(person=dict(ANN))
    entry = {
        "id": "police",
        "name": "Loamshire Police",
        "server": provider.url,
        "client_id": CLIENT,
        "secret": SECRET,
        "domains": ["Police.example"],
    }
    (tmp_path / "oidc.json").write_text(json.dumps([entry]))
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps_in(tmp_path / "oidc.json")}
    }
    yield provider
    provider.stop()


@pytest.fixture
def ann() -> Account:
    return somebody(a_partnership(), "lead", email="ann@police.example")


def through(client: Client, provider: Provider) -> Any:
    """Presses the button, goes to the provider, and comes back."""
    page = client.post(GO)
    onwards = html.unescape(re.findall(r'href="(http://127[^"]+)"', page.content.decode())[0])
    assert page.headers["Refresh"].endswith(onwards)
    parts = urlsplit(onwards)
    connection = HTTPConnection(parts.netloc)
    connection.request("GET", f"{parts.path}?{parts.query}")
    back = urlsplit(connection.getresponse().headers["Location"])
    connection.close()
    return client.get(f"{back.path}?{back.query}", follow=False)


def signed_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_somebody_we_know_signs_in(client: Client, provider: Provider, ann: Account) -> None:
    page = client.get("/account/sign-in/").content.decode()
    assert "Loamshire Police" in page
    answer = through(client, provider)
    assert answer.status_code == 302 and signed_in(client)


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "nobody@police.example"},
        {"email_verified": False},
        {"email": "ann@council.example"},
        {"email": "ann@police.example.evil.example"},
    ],
)
def test_nobody_else_does(
    client: Client, provider: Provider, ann: Account, claims: dict[str, Any]
) -> None:
    somebody(a_partnership(), "coordinator", email="ann@council.example")
    provider.person |= claims
    answer = through(client, provider)
    assert not signed_in(client)
    assert "We do not know you yet" in answer.content.decode()
    assert Account.objects.count() == 2


def test_a_closed_account_stays_out(client: Client, provider: Provider, ann: Account) -> None:
    changes.close_account(person=ann.person, by=CLERK)
    through(client, provider)
    assert not signed_in(client)


def test_looking_at_the_address_starts_nothing(client: Client, provider: Provider) -> None:
    page = client.get(GO)
    assert "Refresh" not in page.headers and provider.url not in page.content.decode()


def test_an_answer_nobody_asked_for_is_refused(
    client: Client, provider: Provider, ann: Account
) -> None:
    provider.codes["planted"] = {"code_challenge": ""}
    client.get("/account/with/police/back/?code=planted&state=made-up")
    assert not signed_in(client)


def test_an_unknown_organisation_is_not_there(client: Client, provider: Provider) -> None:
    assert client.post("/account/with/nobody/").status_code == 404


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("[{}]", "lacks id, name"), ("{", "Expecting"), ('[{"id": "x"}]', "lacks")],
)
def test_a_faulty_file_is_named_in_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "oidc.json"
    file.write_text(text)
    with pytest.raises(ValueError, match=sentence):
        apps_in(file)
    assert apps_in(tmp_path / "none.json") == []
