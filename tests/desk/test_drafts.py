"""The review desk's pages: who may, what a document becomes, and what is said of a bad one."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from frankpledge.drafting import changes, queries
from frankpledge.drafting.models import Draft, Mend
from frankpledge.plan.models import Plan
from tests.desk.document import NAME, data
from tests.desk.mending import buttons
from tests.desk.test_doors import of_a_partnership
from tests.small import BY, Small

PLANS = "/desk/marsh/plans/"
NEW = "/desk/marsh/drafts/new/"


def upload(client: Client, name: str, body: bytes) -> Any:
    return client.post(NEW, {"file": SimpleUploadedFile(name, body), "version": "0"})


@pytest.fixture
def draft(small: Small) -> Draft:
    return changes.open_draft(partnership=small.partnership, name=NAME, data=data(), by=BY)


def pages_of(draft: Draft, slug: str) -> Iterator[str]:
    """Every address of a draft, with parts that exist."""
    parts = {"draft-outcome": "a1.o1", "draft-priority": "p1", "draft-piece": "s1"}
    for pattern in of_a_partnership():
        route, name = str(pattern.pattern), pattern.name or ""
        if route.startswith("drafts/<int:pk>"):
            more = [parts.get(name, "a1")] if "<str:one>" in route else []
            yield reverse(f"desk:{name}", args=[slug, draft.pk, *more])


def test_a_document_becomes_a_draft_that_says_what_was_understood(
    small: Small, alice: Client
) -> None:
    answer = upload(alice, NAME, data())
    assert answer.status_code == 302
    page = alice.get(answer["Location"]).content.decode()
    assert "2 priorities, 3 promises and 3 outcomes were understood" in page
    assert "to look at first" in page
    assert Plan.objects.count() == 1  # nothing counts yet


def test_the_draft_waits_among_the_plans(draft: Draft, alice: Client, rita: Client) -> None:
    line = f'<a href="/desk/marsh/drafts/{draft.pk}/">{draft.title}</a>'
    assert line in alice.get(PLANS).content.decode()
    assert str(draft.title) not in rita.get(PLANS).content.decode()


def test_every_page_of_a_draft_opens(draft: Draft, alice: Client) -> None:
    opened = 0
    for address in pages_of(draft, "marsh"):
        answer = alice.get(address)
        assert answer.status_code in (200, 302, 405), address
        opened += answer.status_code == 200
    assert opened >= 11


def test_who_may_not_edit_the_plan_sees_no_draft(draft: Draft, rita: Client) -> None:
    for address in pages_of(draft, "marsh"):
        assert rita.get(address).status_code in (404, 405), address
        assert rita.post(address, {"kind": "seen"}).status_code == 404, address
    assert rita.get(NEW).status_code == 404


def test_another_partnerships_draft_is_as_if_it_did_not_exist(
    draft: Draft, small: Small, charlie: Client
) -> None:
    for address in pages_of(draft, small.other.slug):
        assert charlie.post(address, {"version": "1"}).status_code == 404, address
    assert not Mend.objects.exists()


ENTITY = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    b"<html><body><p>&e;</p></body></html>"
)


def test_an_entity_from_outside_is_never_fetched(small: Small, alice: Client) -> None:
    upload(alice, "page.html", ENTITY)
    assert "root:" not in str(list(Draft.objects.values_list("readings__file", flat=True)))


def test_no_file_at_all_is_said_so(small: Small, alice: Client) -> None:
    answer = alice.post(NEW, {"version": "0"})
    assert answer.status_code == 422
    assert "Choose the document" in answer.content.decode()


def test_the_same_document_twice_leads_to_the_one_that_is_open(draft: Draft, alice: Client) -> None:
    answer = upload(alice, NAME, data())
    assert answer.status_code == 422
    assert draft.title in answer.content.decode()
    assert Draft.objects.count() == 1


def test_words_of_a_document_are_shown_and_never_run(small: Small, alice: Client) -> None:
    body = data().replace(b"Light the path", b"<script>alert(1)</script> Light")
    found = upload(alice, "hostile.txt", body)["Location"]
    for tail in ("", "document/", "understood/", "promises/a2/"):
        page = alice.get(f"{found}{tail}").content.decode()
        assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_long_draft_is_shown_in_pages_that_stay_light(small: Small, alice: Client) -> None:
    rows = "".join(
        f"| {n} | Visit street {n} and write down what is broken there | Nobody {n} "
        f"| Winter {2026 + n % 3} | People feel welcome {n} |\n"
        for n in range(1, 61)
    )
    head = "| Ref | Action | Lead | Timescale | Measure |\n|---|---|---|---|---|\n"
    body = f"# Plan 2026/27\n\n## Priority 1: Streets\n\n{head}{rows}".encode()
    found = upload(alice, "long.txt", body)["Location"]
    shown = queries.draft_page(small.partnership, Draft.objects.get().pk)
    assert shown.left > 60
    for tail in ("", "?page=2", "document/", "document/?page=2", "understood/"):
        answer = alice.get(f"{found}{tail}")
        assert answer.status_code == 200
        assert len(answer.content) < 300_000, tail


def test_what_is_alike_can_be_looked_at_alone_and_left_together(
    draft: Draft, small: Small, alice: Client
) -> None:
    here = f"/desk/marsh/drafts/{draft.pk}/"
    shown = queries.draft_page(small.partnership, draft.pk)
    leads = [doubt for doubt in shown.doubts if doubt.kind == "lead"]
    assert len(leads) > 1
    everything = alice.get(here).content.decode()
    assert "Leave all " not in everything
    assert "?kind=lead#doubts" in everything
    page = alice.get(f"{here}?kind=lead").content.decode()
    assert page.count('class="fp-doubt"') == len(leads)
    sent = next(sent for _, sent in buttons(page) if sent["kind"] == "all-seen")
    assert sent["label"] == f"Leave all {len(leads)} as they are"
    alice.post(f"{here}mend/", sent)
    after = queries.draft_page(small.partnership, draft.pk)
    assert after.left == shown.left - len(leads)
    assert Mend.objects.count() == 1


def test_a_page_of_a_kind_that_is_done_shows_what_is_left(draft: Draft, alice: Client) -> None:
    page = alice.get(f"/desk/marsh/drafts/{draft.pk}/?kind=nonsense&page=99").content.decode()
    assert "to look at first" in page
    assert 'class="fp-doubt"' in page


def test_every_piece_of_the_document_is_shown_with_where_it_went(
    draft: Draft, alice: Client
) -> None:
    page = alice.get(f"/desk/marsh/drafts/{draft.pk}/document/").content.decode()
    for words in ("The board agreed this plan in March.", "Lemon", "Priority 2: Quiet nights"):
        assert words in page
    assert f'href="/desk/marsh/drafts/{draft.pk}/promises/a2/">1.2</a>' in page
    assert "kept as prose" in page


def test_the_pages_take_the_same_few_queries_whatever_the_size(
    draft: Draft, small: Small, alice: Client
) -> None:
    here = f"/desk/marsh/drafts/{draft.pk}/"
    alice.get(here)
    for tail in ("", "document/", "understood/", "promises/a1/", "mended/", "columns/"):
        with CaptureQueriesContext(connection) as captured:
            alice.get(f"{here}{tail}")
        assert len(captured) <= 20, (tail, [one["sql"][:90] for one in captured])


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "a" * 240 + ".txt", "pl\u202ean.txt"])
def test_whatever_a_file_is_called_its_draft_has_a_name_that_can_be_shown(
    small: Small, alice: Client, name: str
) -> None:
    answer = upload(alice, name, data())
    assert answer.status_code == 302
    kept = Draft.objects.get().name
    assert kept.isprintable()
    assert "/" not in kept
    assert alice.get(answer["Location"]).status_code == 200
