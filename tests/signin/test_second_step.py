"""The second step promises: asked at every way in, required where a partnership says so."""

import base64
import hashlib
import hmac
import re
import struct
import time

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client, RequestFactory

from frankpledge.partnership import changes, rules
from frankpledge.partnership.models import Account, Partnership
from frankpledge.partnership.secondfactor import has_second_factor, needs_second_factor
from frankpledge.partnership.signin.links import token_for
from frankpledge.record.errors import Refused
from tests.makers import CLERK, a_partnership, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nobody_tried_before() -> None:
    cache.clear()


@pytest.fixture
def here() -> Partnership:
    return a_partnership()


@pytest.fixture
def ann(here: Partnership) -> Account:
    return somebody(here, "coordinator", email="ann@example.org")


def code_now(secret: str, ahead: int = 0) -> str:
    """What an authenticator app shows: RFC 6238."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    counter = struct.pack(">Q", int(time.time()) // 30 + ahead)
    digest = hmac.new(key, counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def by_link(client: Client, account: Account) -> None:
    account.refresh_from_db()
    client.post(f"/account/sign-in/link/{token_for(account)}/")


def set_up_app(client: Client) -> str:
    page = client.get("/account/second-step/totp/activate/").content.decode()
    found = re.search(r"<code>([A-Z2-7 ]+)</code>", page)
    assert found
    secret = found[1].replace(" ", "")
    client.post("/account/second-step/totp/activate/", {"code": code_now(secret)})
    return secret


def signed_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_once_set_up_the_link_alone_does_not_let_in(client: Client, ann: Account) -> None:
    by_link(client, ann)
    assert signed_in(client)
    secret = set_up_app(client)
    assert "authenticator app was set up" in mail.outbox[-1].subject
    other = Client()
    by_link(other, ann)
    assert not signed_in(other)
    other.post("/account/second-step/authenticate/", {"code": "000000"})
    assert not signed_in(other)
    other.post("/account/second-step/authenticate/", {"code": code_now(secret, ahead=1)})
    assert signed_in(other)


@pytest.mark.django_db(transaction=True)
def test_a_recovery_code_lets_in_once(client: Client, ann: Account) -> None:
    by_link(client, ann)
    set_up_app(client)
    page = client.get("/account/second-step/recovery-codes/").content.decode()
    code = re.findall(r"<code>(\d+)</code>", page)[0]
    for expected in (True, False):
        other = Client()
        by_link(other, ann)
        other.post("/account/second-step/authenticate/", {"code": code})
        assert signed_in(other) is expected


def test_a_wrong_code_is_refused_in_words(client: Client, ann: Account) -> None:
    by_link(client, ann)
    answer = client.post("/account/second-step/totp/activate/", {"code": "12"})
    assert "<title>Error:" in answer.content.decode() and not has_second_factor(ann)


def test_it_is_asked_of_coordinators_where_the_partnership_says_so(
    here: Partnership, ann: Account, client: Client, rf: RequestFactory
) -> None:
    lead = somebody(here, "lead")
    asking = changes.describe_partnership(partnership=here, second_factor=True, by=CLERK)
    request = rf.get("/")
    assert not needs_second_factor(request, rules.access(ann, here))
    assert needs_second_factor(request, rules.access(ann, asking))
    assert not needs_second_factor(request, rules.access(lead, asking))
    by_link(client, ann)
    set_up_app(client)
    assert not needs_second_factor(request, rules.access(ann, asking))


def test_a_lost_second_step_is_removed_by_somebody_else_and_ends_sessions(
    here: Partnership, ann: Account, client: Client
) -> None:
    by_link(client, ann)
    set_up_app(client)
    assert signed_in(client)
    changes.forget_second_factor(person=ann.person, partnership=here, by=CLERK, why="Lost phone")
    assert not has_second_factor(ann) and not signed_in(client)
    with pytest.raises(Refused):
        changes.forget_second_factor(person=ann.person, partnership=here, by=CLERK)


@pytest.mark.parametrize(
    "page", ["", "totp/activate/", "webauthn/add/", "webauthn/", "recovery-codes/generate/"]
)
def test_each_page_answers_to_its_owner_and_to_nobody_else(
    client: Client, ann: Account, page: str
) -> None:
    address = f"/account/second-step/{page}"
    assert client.get(address).status_code == 302
    by_link(client, ann)
    answer = client.get(address, follow=True)
    assert answer.status_code == 200 and "<h1" in answer.content.decode()
