"""Whatever is sent in place of a fair answer is refused in words, and no page breaks."""

import pytest
from django.test import Client

from frankpledge.progress.models import Answer, Question, Request
from frankpledge.record import checks
from tests.hostile import filling
from tests.running import Running

WORDS = ("happened", "why", "help_from", "links", "concern")
BREAKS = ["\x00", "a\x07b", "e" + "\u0301" * 40, "x" * 20_000, "<script>alert(1)</script>"]
# Half a letter cannot be sent over the wire.
SENDABLE = [words for kind, words in filling.TEXTS.items() if kind != "surrogate"]


@pytest.fixture
def lead(running: Running) -> Client:
    client = Client()
    client.post(running.url)
    return client


@pytest.mark.parametrize("words", [*SENDABLE, *BREAKS])
def test_odd_words_are_kept_or_refused_and_shown_harmless(
    running: Running, lead: Client, words: str
) -> None:
    url = f"{running.url}{running.first.pk}/"
    for name in (*WORDS, f"if-{running.small.first.pk}", "said_on_year", "press", "do"):
        typed = running.typed(**{name: words})
        assert lead.post(f"{url}save/", typed).status_code in (200, 422)
        answer = lead.post(url, typed)
        assert answer.status_code in (200, 302, 422), name
        assert b"<script>alert" not in lead.get(url).content
        assert b"<script>alert" not in lead.get(f"{running.url}sent/").content
    assert checks.verify(running.small.partnership.chain) == []


@pytest.mark.parametrize("value", filling.IDS)
def test_forged_choices_are_refused(running: Running, lead: Client, value: str) -> None:
    url = f"{running.url}{running.first.pk}/"
    key = running.small.first.pk
    assert lead.post(url, running.typed(**{f"how-{key}": value})).status_code in (302, 422)
    assert lead.post(url, running.typed(**{f"figure-{key}": value})).status_code in (302, 422)
    sent = {"items": [value], "name": "N", "email": "n@example.org"}
    assert lead.post(f"{running.url}pass/", sent).status_code == 422
    assert lead.post(f"{url}ask/", {"who": value, "words": "?"}).status_code == 422
    assert lead.post(f"{url}files/1/remove/").status_code == 404
    assert Request.objects.count() == 1 and not Question.objects.exists()
    stated = Answer.objects.filter(outcomes__rating__isnull=True)
    assert not stated.exists()


def test_words_too_long_to_keep_are_given_back(running: Running, lead: Client) -> None:
    url = f"{running.url}{running.first.pk}/"
    typed = running.typed(happened="x" * 200_000)
    assert lead.post(f"{url}save/", typed).status_code == 422
    answer = lead.post(url, typed)
    assert answer.status_code == 422 and b"x" * 200_000 in answer.content


def test_an_empty_form_says_what_is_missing(running: Running, lead: Client) -> None:
    for url in (f"{running.url}{running.first.pk}/", f"{running.url}pass/"):
        answer = lead.post(url, {"do": "send"})
        assert answer.status_code == 422 and b"There is a problem" in answer.content
