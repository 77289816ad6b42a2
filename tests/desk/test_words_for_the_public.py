"""Updates in words: the public reads none before somebody has, and they can be taken back."""

import datetime

import pytest
from django.test import Client

from frankpledge.plan import changes
from frankpledge.plan.models import Standing
from frankpledge.record.errors import Refused
from tests.small import BY, SPRING, Small

DAY = datetime.date(2026, 7, 1)


def said(small: Small, words: str) -> Standing:
    return changes.say(
        of=small.first, rating=small.good, words=words, said_by="T", said_on=DAY, by=BY
    )


def words_url(small: Small) -> str:
    return f"/desk/marsh/plans/{small.plan.pk}/words/"


def test_several_are_ticked_and_shown_with_one_press(small: Small, alice: Client) -> None:
    first, second, third = (said(small, words) for words in ("One", "Two", "Three"))
    small.adopt()
    alice.post(words_url(small), {f"show-{first.pk}": "on", f"show-{third.pk}": "on"})
    shown = Standing.objects.filter(words_are_public=True)
    assert {one.pk for one in shown} == {first.pk, third.pk}
    assert not Standing.objects.get(pk=second.pk).words_are_public


def test_what_was_shown_is_taken_back_and_the_edited_words_stay(
    small: Small, alice: Client
) -> None:
    one = said(small, "Anna from No. 7 was visited")
    changes.publish_words(standing=one, public=True, as_edited="A visit was made", by=BY)
    small.adopt()
    assert "A visit was made" in alice.get(words_url(small)).content.decode()
    alice.post(words_url(small), {f"hide-{one.pk}": "on"})
    one.refresh_from_db()
    assert (one.words_are_public, one.public_words) == (False, "A visit was made")


def test_words_that_were_edited_while_they_were_read_stay_as_edited(small: Small) -> None:
    read = said(small, "Anna from No. 7 was visited")
    Standing.objects.filter(pk=read.pk).update(public_words="A visit was made")
    changes.read_words(plan=small.plan, show=[read], hide=[], by=BY)
    now = Standing.objects.get(pk=read.pk)
    assert (now.words_are_public, now.public_words) == (True, "A visit was made")


def test_the_page_before_publishing_leads_there_and_back(small: Small, alice: Client) -> None:
    said(small, "One")
    adopt = f"/desk/marsh/plans/{small.plan.pk}/adopt/"
    page = alice.get(adopt).content.decode()
    assert words_url(small) in page
    assert "Read 1 update for the public" in page
    assert alice.post(words_url(small), {}).headers["Location"] == adopt
    small.adopt()
    assert alice.post(words_url(small), {}).headers["Location"].endswith("/publish/")
    from_round = alice.post(f"{words_url(small)}?round=7", {})
    assert from_round.headers["Location"] == "/desk/marsh/rounds/7/publish/"


@pytest.mark.parametrize("given", ["x", "-1", "9" * 30, "//evil.example", "²"])
def test_no_other_address_is_gone_back_to(small: Small, alice: Client, given: str) -> None:
    answer = alice.post(f"{words_url(small)}?round={given}", {})
    assert answer.headers["Location"].endswith(f"/plans/{small.plan.pk}/adopt/")


def test_words_of_another_plan_are_not_shown_with_these(small: Small) -> None:
    other = changes.draft_plan(
        partnership=small.partnership, title="N", starts=SPRING, ends=DAY, by=BY
    )
    one = said(small, "One")
    with pytest.raises(Refused):
        changes.read_words(plan=other, show=[one], hide=[], by=BY)
    assert not Standing.objects.get().words_are_public
