"""What comes over the wire need not be what a browser sends: it is refused and keeps nothing."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from frankpledge.plan import changes
from frankpledge.record.errors import Refused
from frankpledge.record.models import Line
from tests.desk.people import account, signed_in
from tests.small import BY, SPRING, Small

FORM = "application/x-www-form-urlencoded"
MULTI = "multipart/form-data; boundary=b"
PART = b'--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nX\r\n--b--\r\n'
PNG = b"\x89PNG\r\n\x1a\n"
LOGO = b'--b\r\nContent-Disposition: form-data; name="logo"; filename="%s"\r\n\r\n%s\r\n--b--\r\n'

BODIES: dict[str, tuple[str, bytes]] = {
    "bytes that are no text": (FORM, b"title=%ff%fe%80&starts_day=\xff\xfe\x80"),
    "raw bytes": (FORM, bytes(range(256)) * 4),
    "lone surrogates": (FORM, b"title=%ed%a0%80"),
    "plain text": ("text/plain", b"title=X"),
    "json": ("application/json", b'{"title": "X"}'),
    "broken json": ("application/json", b'{"title": '),
    "xml": ("application/xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
    "another coding": (f"{FORM}; charset=utf-16", "title=X".encode("utf-16")),
    "a coding that is none": (f"{FORM}; charset=klingon", b"title=X"),
    "no type": ("", b"title=X"),
    "no boundary": ("multipart/form-data", PART),
    "an odd boundary": ("multipart/form-data; boundary=\xff\x00", PART),
    "cut short": (MULTI, PART[:-12]),
    "no end": (MULTI, PART * 3),
    "headers without end": (MULTI, b"--b\r\n" + b"X: y\r\n" * 5000),
    "no name": (MULTI, b"--b\r\nContent-Disposition: form-data\r\n\r\nX\r\n--b--\r\n"),
    "base64 that is none": (
        MULTI,
        PART.replace(b"\r\n\r\nX", b"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!"),
    ),
    "a file for a text": (
        MULTI,
        b'--b\r\nContent-Disposition: form-data; name="title"; filename="x"\r\n\r\nX\r\n--b--\r\n',
    ),
    "three thousand fields": (FORM, b"&".join(b"a%d=1" % n for n in range(3000))),
    "one name three thousand times": (FORM, b"&".join([b"title=1"] * 3000)),
    "three thousand parts": (MULTI, PART[:-7] * 3000 + b"--b--\r\n"),
    "twenty megabytes": (FORM, b"title=" + b"W" * 20_000_000),
    "nothing": (FORM, b""),
    "only signs": (FORM, b"&&&===&;;;&=&"),
}


@pytest.fixture
def alice(small: Small) -> Client:
    return signed_in(account("Alice Archer", small.partnership, "coordinator"))


@pytest.mark.parametrize("kind", BODIES)
def test_a_body_of_any_kind_is_answered_in_words(small: Small, alice: Client, kind: str) -> None:
    content_type, body = BODIES[kind]
    before = Line.objects.count()
    addresses = ["plans/new/", f"actions/{small.action.pk}/edit/", f"plans/{small.plan.pk}/adopt/"]
    for path in [*addresses, "settings/logo/", "people/new/"]:
        answer = alice.generic("POST", f"/desk/marsh/{path}", body, content_type=content_type)
        assert answer.status_code in (400, 413, 422), (path, answer.status_code)
        assert "<h1" in answer.content.decode() and "Traceback" not in answer.content.decode()
    assert Line.objects.count() == before


@pytest.mark.parametrize("kind", BODIES)
def test_it_is_refused_before_anybody_is_signed_in(db: None, kind: str) -> None:
    content_type, body = BODIES[kind]
    for path in ("/account/sign-in/", "/account/sign-in/code/", "/", "/desk/marsh/plans/new/"):
        cache.clear()
        client = Client(enforce_csrf_checks=True)
        answer = client.generic("POST", path, body, content_type=content_type)
        assert answer.status_code in (400, 403, 404, 405, 413), (path, answer.status_code)


@pytest.mark.parametrize("name", [b"../../etc/x.png", b"x.svg", b"a\x00b.png", b"W" * 3000, b""])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 100,
        b"<svg onload='alert(1)'/>",
        b"W" * 6_000_000,
    ],
    ids=["nothing", "gif", "png", "svg", "large"],
)
def test_a_picture_that_is_none_is_refused(
    small: Small, alice: Client, name: bytes, content: bytes
) -> None:
    before = Line.objects.count()
    body = LOGO % (name, content)
    answer = alice.generic("POST", "/desk/marsh/settings/logo/", body, content_type=MULTI)
    assert answer.status_code in (400, 413, 422)
    assert Line.objects.count() == before


EMAILS = [
    "alice@example.org\r\nBcc: victim@example.org",
    "alice@example.org%0aBcc: x@example.org",
    "alice@example.org, victim@example.org",
    "Alice <alice@example.org>",
    "alice@example.org\x00",
    "\ud800@example.org",
    "a" * 300 + "@example.org",
    "alice@[127.0.0.1]",
    "аlice@example.org",  # its first letter is Cyrillic
    "ALICE@EXAMPLE.ORG\u200b",
    "alice@examp\u0131e.org",
]


@pytest.mark.parametrize("email", EMAILS)
def test_an_address_that_is_none_gets_no_mail_to_anybody_else(small: Small, email: str) -> None:
    cache.clear()
    account("Alice Archer", small.partnership, "coordinator")
    from tests.hostile.filling import sendable

    body = sendable({"email": [email]})
    answer = Client().generic("POST", "/account/sign-in/", body.encode(), content_type=FORM)
    assert answer.status_code in (200, 302, 400, 422)
    for sent in mail.outbox:
        assert sent.recipients() == ["alice@example.org"]
        assert "victim" not in str(sent.message())


def test_a_name_with_line_breaks_makes_no_header(small: Small) -> None:
    cache.clear()
    one = account("Alice Archer", small.partnership, "coordinator")
    type(one.person).objects.filter(pk=one.person_id).update(name="A\r\nBcc: victim@example.org")
    type(small.partnership).objects.update(name="Safer\r\nBcc: victim@example.org")
    Client().post("/account/sign-in/", {"email": one.email})
    assert len(mail.outbox) == 1
    assert mail.outbox[0].recipients() == ["alice@example.org"]
    assert "Bcc" not in mail.outbox[0].message()


@pytest.mark.parametrize("bad", ["a\x00b", "\ud800", "\udfff end"])
def test_no_change_takes_what_no_database_keeps(small: Small, bad: str) -> None:
    before = Line.objects.count()
    action, plan = small.action, small.plan
    with pytest.raises(Refused):
        changes.change_action(action=action, version=1, words=bad, by=BY)
    with pytest.raises(Refused):
        changes.change_action(action=action, version=1, points=["fine", bad], by=BY)
    with pytest.raises(Refused):
        changes.set_leads(of=action, leads=[changes.LeadGiven(printed=bad)], by=BY)
    with pytest.raises(Refused):
        changes.adopt(plan=plan, on=SPRING, decided_by=bad, by=BY)
    with pytest.raises(Refused):
        changes.align(priority=small.priority, aligned=[(bad, "S", "")], by=BY)
    assert Line.objects.count() == before


# What is written without a form as well: the longest that fits, and one letter more.
LIMITS = {
    "adopted by": (160, lambda s, w: changes.adopt(plan=s.plan, on=SPRING, decided_by=w, by=BY)),
    "title": (200, lambda s, w: changes.describe_plan(plan=s.plan, version=1, title=w, by=BY)),
    "reference": (20, lambda s, w: changes.change_action(action=s.action, version=1, ref=w, by=BY)),
    "aligned body": (
        160,
        lambda s, w: changes.align(priority=s.priority, aligned=[(w, "S", "")], by=BY),
    ),
    "slice": (
        60,
        lambda s, w: changes.set_slices(plan=s.plan, slices=[(w, SPRING, SPRING)], by=BY),
    ),
    "printed lead": (
        300,
        lambda s, w: changes.set_leads(of=s.action, leads=[changes.LeadGiven(printed=w)], by=BY),
    ),
    "printed target": (
        500,
        lambda s, w: changes.set_targets(outcome=s.first, targets=[changes.TargetGiven(w)], by=BY),
    ),
    "printed timescale": (
        300,
        lambda s, w: changes.set_timescales(
            of=s.first, timescales=[changes.TimescaleGiven(w)], by=BY
        ),
    ),
    "speaker": (
        160,
        lambda s, w: changes.say(of=s.first, rating=s.good, said_by=w, said_on=SPRING, by=BY),
    ),
}


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize("letter", ["W", "é", "🧑"])
def test_a_limit_is_the_same_limit_everywhere(small: Small, limit: str, letter: str) -> None:
    longest, write = LIMITS[limit]
    before = Line.objects.count()
    with pytest.raises(Refused):
        write(small, letter * (longest + 1))
    assert Line.objects.count() == before
    for row in (small.plan, small.action, small.priority, small.first):
        row.refresh_from_db()
    write(small, letter * longest)
    assert Line.objects.count() > before
