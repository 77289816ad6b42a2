"""A coordinator previews a paper, makes it in every format, and approves it; others read it."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from frankpledge.papers import changes, queries
from frankpledge.papers.building import build
from frankpledge.papers.models import Build
from tests.papers.test_making import BY, Frozen, frozen  # noqa: F401 - a fixture
from tests.universe import Universe

DESK = "/desk/marshwick/papers/"


@pytest.fixture
def alice(universe: Universe) -> Client:
    return universe.client(universe.alice)


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_the_papers_are_listed_with_what_to_do(alice: Client) -> None:
    page = body(alice, DESK)
    assert "Board pack" in page
    assert f'href="{DESK}board/make/"' in page
    assert f'href="{DESK}summary/preview/"' in page


def test_a_preview_lists_what_is_left_out_and_why(frozen: Frozen, alice: Client) -> None:  # noqa: F811
    of = f"round-{frozen.round.pk}"
    public = body(alice, f"{DESK}board/preview/?of={of}&audience=public")
    assert "Left out, since it is for the public" in public
    assert "Resources: " in public
    assert "For the coordinator’s team and nobody wider." in public
    assert "The board is asked to" in public
    inside = body(alice, f"{DESK}board/preview/?of={of}&audience=internal")
    assert "Resources: " not in inside
    assert "style=" not in public
    assert "<style" not in public


def test_before_a_freeze_a_preview_is_a_draft(universe: Universe, alice: Client) -> None:
    found = body(alice, f"{DESK}board/preview/")
    assert "This round is not frozen yet" in found
    assert "not the frozen record" in found


def test_a_preview_is_shown_in_our_layout_where_the_chosen_one_is_gone_or_broken(
    frozen: Frozen,  # noqa: F811
    alice: Client,
    settings: Any,
    tmp_path: Path,
) -> None:
    settings.PAPER_LAYOUTS = tmp_path
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "heading.html").write_text("<h2>{{ block.text }}</h2>{% nonsense %}")
    asked = {"partnership": frozen.universe.marshwick, "paper": "board", "by": BY}
    changes.set_paper(version=0, layout="ours", **asked)
    broken = body(alice, f"{DESK}board/preview/")
    assert "The layout ours could not be read: " in broken
    assert "The board is asked to" in broken
    (tmp_path / "ours" / "heading.html").unlink()
    gone = body(alice, f"{DESK}board/preview/")
    assert "There is no layout called ours in the folder of layouts." in gone
    assert "It is shown in the standard layout." in gone


@pytest.mark.parametrize(
    "asked", ["of=round-999999", "of=plan-1", "of=x", "of=round-²", "audience=king", "of=round--1"]
)
def test_what_nobody_has_is_not_previewed(frozen: Frozen, alice: Client, asked: str) -> None:  # noqa: F811
    assert alice.get(f"{DESK}board/preview/?{asked}").status_code == 404


def test_one_press_makes_every_format(
    frozen: Frozen,  # noqa: F811
    alice: Client,
    django_capture_on_commit_callbacks: Any,
) -> None:
    typed = {
        "of": f"round-{frozen.round.pk}",
        "audience": "board",
        "meeting": "12 November 2026, 2pm",
        "recommendations": "note how the plan stands;\nname a lead for 3.3.",
    }
    with django_capture_on_commit_callbacks(execute=True):
        sent = alice.post(f"{DESK}board/make/", typed)
    made = Build.objects.exclude(freeze_hash="").get()
    assert sent["Location"] == f"{DESK}made/{made.pk}/"
    assert made.given["recommendations"] == ["note how the plan stands;", "name a lead for 3.3."]
    page = body(alice, sent["Location"])
    for name in ("Web page", "PDF", "Word", "Excel", "CSV", "Plain text"):
        assert name in page
    for file in made.files.all():
        taken = alice.get(f"{DESK}files/{file.pk}/")
        assert taken.status_code == 200
        assert "attachment" in taken["Content-Disposition"]
        assert f"marshwick-board-{frozen.round.name}" in taken["Content-Disposition"]
    assert b"12 November 2026, 2pm" in alice.get(f"{DESK}files/{file.pk}/").content


def test_a_page_of_what_is_being_made_asks_again_by_itself(frozen: Frozen, alice: Client) -> None:  # noqa: F811
    made = frozen.make()
    waiting = alice.get(f"{DESK}made/{made.pk}/")
    assert waiting["Refresh"] == "3"
    assert "0 of 2 files are ready" in waiting.content.decode()
    build(made.pk)
    assert "Refresh" not in alice.get(f"{DESK}made/{made.pk}/")


def test_what_is_not_frozen_is_refused_in_words_and_nothing_typed_is_lost(
    universe: Universe, alice: Client
) -> None:
    page = body(alice, f"{DESK}board/make/")
    of = page.split('value="round-')[1].split('"')[0]
    typed = {"of": f"round-{of}", "audience": "board", "purpose": "To hear it"}
    sent = alice.post(f"{DESK}board/make/", typed)
    assert sent.status_code == 422
    assert "once the round is frozen" in sent.content.decode()
    assert "To hear it" in sent.content.decode()


def test_a_paper_is_approved_and_then_read_by_those_it_is_for(frozen: Frozen) -> None:  # noqa: F811
    universe = frozen.universe
    alice, dora, eric = map(universe.client, (universe.alice, universe.dora, universe.eric))
    made = {}
    for audience in ("board", "members"):
        made[audience] = frozen.make(audience=audience)
        build(made[audience].pk)
    for one in made.values():
        address = f"{DESK}made/{one.pk}/"
        assert eric.get(address).status_code == dora.get(address).status_code == 404
        alice.post(f"{address}approve/", {"version": "1"})
        assert dora.get(address).status_code == 200
    assert eric.get(f"{DESK}made/{made['members'].pk}/").status_code == 200
    assert eric.get(f"{DESK}made/{made['board'].pk}/").status_code == 404
    file = made["board"].files.first()
    assert file is not None
    assert dora.get(f"{DESK}files/{file.pk}/").status_code == 200
    assert eric.get(f"{DESK}files/{file.pk}/").status_code == 404
    assert "Approved" in body(eric, DESK)


def test_an_approval_of_what_somebody_changed_is_not_made(frozen: Frozen, alice: Client) -> None:  # noqa: F811
    made = frozen.make()
    build(made.pk)
    sent = alice.post(f"{DESK}made/{made.pk}/approve/", {"version": "9"}, follow=True)
    assert "Nothing was done" in sent.content.decode()
    made.refresh_from_db()
    assert made.approved_at is None


def test_how_a_partnership_wants_its_paper_is_kept(universe: Universe, alice: Client) -> None:
    page = body(alice, f"{DESK}board/settings/")
    assert "Front sheet" in page
    typed = {
        "version": "0",
        "author": "The coordinator",
        "sections": "Sources and methods\nFront sheet",
        "layout": "standard",
    }
    assert alice.post(f"{DESK}board/settings/", typed).status_code == 302
    usual = queries.usual(universe.marshwick, "board")
    assert usual.author == "The coordinator"
    assert usual.sections == ("sources", "front")
    late = alice.post(f"{DESK}board/settings/", {**typed, "author": "Another"})
    assert late.status_code == 409
    wrong = alice.post(f"{DESK}board/settings/", {**typed, "version": "1", "sections": "Weather"})
    assert wrong.status_code == 422
    assert "There is no part called Weather." in wrong.content.decode()


def test_the_style_of_a_paper_is_served_from_here(alice: Client) -> None:
    found = alice.get(f"{DESK}style/standard.css")
    assert found["Content-Type"] == "text/css; charset=utf-8"
    assert b".paper" in found.content
    assert alice.get(f"{DESK}style/gold.css").status_code == 404


def test_the_list_asks_as_much_of_the_database_for_many_papers_as_for_one(
    frozen: Frozen,  # noqa: F811
    alice: Client,
    django_assert_max_num_queries: Any,
) -> None:
    body(alice, DESK)
    for _ in range(5):
        changes.make(partnership=frozen.universe.marshwick, paper="plan", of=frozen.round, by=BY)
    with django_assert_max_num_queries(14):
        body(alice, DESK)
