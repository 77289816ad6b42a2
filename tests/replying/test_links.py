"""Links: opening one counts as nothing, and none shows or changes what is not its own."""

import logging

import pytest
from django.test import Client

from frankpledge.asking.models import Link
from frankpledge.progress.models import Answer, Request, Round, Typing, Upload
from frankpledge.record.models import Line
from tests.running import Running, another


def pages(running: Running) -> list[str]:
    item = running.first.pk
    tails = ("", "promises/", "sent/", "pass/", "question/")
    return [*tails, f"{item}/", f"{item}/save/", f"{item}/ask/", f"{item}/files/1/remove/"]


def counted() -> list[int]:
    return [model.objects.count() for model in (Answer, Typing, Upload, Request, Line)]


def test_a_robot_that_opens_everything_counts_as_nothing(running: Running) -> None:
    before = counted()
    for tail in pages(running):
        for method in ("get", "head", "options"):
            answer = getattr(Client(), method)(f"{running.url}{tail}", follow=True)
            assert b"Visit every shop" not in answer.content
            assert b"inspector" not in answer.content
    assert counted() == before
    assert Link.objects.get().first_opened_at is None


def test_start_opens_it(running: Running) -> None:
    client = Client()
    door = client.get(running.url)
    assert door.status_code == 200 and b"Safer Marsh asks" in door.content
    listed = client.post(running.url, follow=True)
    assert b"Two promises to answer for" in listed.content
    assert Link.objects.get().first_opened_at is not None
    assert client.cookies["answering"]["path"] == running.url
    assert client.cookies["answering"]["httponly"]
    assert client.get(running.url).status_code == 302, "who has started goes on"


def test_every_page_is_kept_nowhere_and_told_nobody(running: Running) -> None:
    client = Client()
    client.post(running.url)
    for tail in pages(running):
        answer = client.get(f"{running.url}{tail}")
        assert answer.headers["Cache-Control"] == "no-store", tail
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert not answer.has_header("Content-Encoding")


def odd(running: Running) -> list[str]:
    token = running.token
    return [
        token[:-1],
        token[:-1] + ("A" if token[-1] != "A" else "B"),
        token + "x",
        "1" + token,
        token.replace("~", "-"),
        token.split("~")[0],
        "~",
        "0",
        "%00",
        "%F0%9F%8C%BE",
        "a" * 300,
        "..%2e",
    ]


def test_an_altered_or_guessed_link_gets_one_neutral_page(running: Running) -> None:
    said = set()
    before = counted()
    for token in odd(running):
        for tail in pages(running):
            for method in ("get", "post"):
                answer = getattr(Client(), method)(f"/answer/{token}/{tail}")
                assert answer.status_code == 404, (token, tail)
                said.add(answer.content)
    assert len(said) == 1 and b"We do not know this link" in said.pop()
    assert counted() == before


def test_anothers_promise_cannot_be_reached_by_ones_own_link(running: Running) -> None:
    other = another(running, running.first.action)
    client = Client()
    client.post(other.url)
    before = counted()
    for tail in pages(running)[5:]:
        for method in ("get", "post"):
            answer = getattr(client, method)(f"{other.url}{tail}", running.typed())
            assert answer.status_code == 404, tail
    assert counted() == before


def test_a_cookie_of_another_link_opens_nothing(running: Running) -> None:
    other = another(running, running.first.action)
    client = Client()
    client.post(other.url)
    value = client.cookies["answering"].value
    stranger = Client()
    stranger.cookies["answering"] = value
    assert stranger.get(f"{running.url}promises/").headers["Location"] == running.url
    stranger.cookies["answering"] = value[:-1] + "x"
    assert stranger.get(f"{other.url}promises/").headers["Location"] == other.url


def test_a_revoked_link_keeps_nothing_and_says_whom_to_ring(running: Running) -> None:
    client = Client()
    client.post(running.url)
    running.revoked()
    before = counted()
    for tail in pages(running):
        for method in ("get", "post"):
            answer = getattr(client, method)(f"{running.url}{tail}", running.typed())
            assert answer.status_code == 410, tail
            assert b"taken back" in answer.content and b"01632 960 144" in answer.content
            assert b"Visit every shop" not in answer.content
    assert counted() == before


def test_an_ended_link_says_what_to_do_and_whom_to_ring(running: Running) -> None:
    client = Client()
    client.post(running.url)
    running.frozen()
    for tail in ("", "promises/", f"{running.first.pk}/"):
        answer = client.get(f"{running.url}{tail}")
        assert answer.status_code == 410
        assert b"has ended" in answer.content and b"01632 960 144" in answer.content


def test_a_round_that_was_reopened_by_a_new_link_leaves_the_old_one_ended(
    running: Running,
) -> None:
    running.frozen()
    Round.objects.update(stage="asked")
    answer = Client().get(running.url)
    assert b"newer one" in answer.content


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_refused(running: Running, method: str) -> None:
    assert getattr(Client(), method)(running.url).status_code == 405


def test_no_link_gets_into_the_log(running: Running, caplog: pytest.LogCaptureFixture) -> None:
    client = Client()
    client.post(running.url)
    with caplog.at_level(logging.DEBUG, logger="django.request"):
        client.post(f"{running.url}{running.first.pk}/", {"do": "send"})
        running.frozen()
        client.get(running.url)
    assert running.token not in caplog.text
