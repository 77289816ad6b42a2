"""Whatever is sent to a form of the desk is answered in words, and half of it is never kept."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.test import Client

from frankpledge.plan.models import Plan
from frankpledge.record.models import Line
from tests.hostile import filling, pages
from tests.universe import Universe

FORM = "application/x-www-form-urlencoded"
REFUSED = {400, 403, 404, 409, 422}
ANSWERED = REFUSED | {200, 302}


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def both_plans(universe: Universe) -> list[Plan]:
    draft = Plan.objects.get(partnership=universe.marshwick, status="draft")
    return [universe.plan, draft]


def every_form(universe: Universe) -> Iterator[tuple[Client, str, filling.Form]]:
    client = universe.client(universe.alice)
    seen = set()
    for plan in both_plans(universe):
        for name, address in pages.every_page(universe.marshwick, plan):
            if address in seen:
                continue
            seen.add(address)
            page = client.get(address)
            assert page.status_code in (200, 302, 404, 405), (name, page.status_code)
            if page.status_code != 200:
                continue
            for form in filling.forms_of(page.content, address):
                yield client, name, form


def send(client: Client, form: filling.Form, sent: dict[str, list[str]]) -> tuple[int, int, str]:
    """The answer's status, how many lines the record gained, and the page."""
    before = Line.objects.count()
    with undone():
        answer = client.post(form.action, filling.sendable(sent), content_type=FORM)
        gained = Line.objects.count() - before
    return answer.status_code, gained, answer.text


def test_most_forms_can_be_sent_in_good_faith(universe: Universe) -> None:
    """Or the rest of this file would try forms that refuse everything."""
    taken = refused = 0
    for client, name, form in every_form(universe):
        status, gained, page = send(client, form, form.fair())
        assert status in ANSWERED, name
        assert status == 302 or gained == 0, (name, status)
        assert status == 302 or "error-summary" in page, (name, status)
        taken += status == 302
        refused += status != 302
    assert taken > 60 and refused < 25, (taken, refused)


@pytest.mark.parametrize("kind", filling.TEXTS)
def test_odd_words_are_kept_as_words_or_refused_in_words(universe: Universe, kind: str) -> None:
    words = filling.TEXTS[kind]
    tried = 0
    for client, name, form in every_form(universe):
        if not form.texts:
            continue
        tried += 1
        status, gained, page = send(client, form, filling.with_words(form, words))
        assert status in ANSWERED, name
        assert status == 302 or gained == 0, (name, status)
        assert not any(harm in page for harm in filling.HARM), name
    assert tried > 40


@pytest.mark.parametrize("length", filling.LONG.values())
def test_overlong_words_are_refused_alike_everywhere(universe: Universe, length: int) -> None:
    for client, name, form in every_form(universe):
        if form.texts:
            status, gained, _ = send(client, form, filling.with_words(form, "W" * length))
            assert status in ANSWERED, name
            assert status == 302 or gained == 0, (name, status)


def test_impossible_dates_are_refused(universe: Universe) -> None:
    tried = 0
    for client, name, form in every_form(universe):
        for day in filling.DATES if form.dates else ():
            tried += 1
            status, gained, page = send(client, form, filling.with_date(form, day))
            assert status in REFUSED, (name, day, status)
            assert gained == 0 and "error-summary" in page, (name, day)
    assert tried > 150


def test_forged_choices_are_refused(universe: Universe) -> None:
    tried = 0
    for client, name, form in every_form(universe):
        for value in filling.IDS:
            for chosen, sent in filling.with_forged(form, value):
                tried += 1
                status, gained, _ = send(client, form, sent)
                assert status in REFUSED and gained == 0, (name, chosen, value[:30], status)
    assert tried > 500
