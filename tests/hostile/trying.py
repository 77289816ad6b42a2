"""Sends every form of the desk what it should refuse, and says where it did not."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.test import Client

from frankpledge.partnership.models import GroupPlace, Organisation, Partnership, Person, Post
from frankpledge.plan.models import Action, Outcome, Plan, Priority
from frankpledge.record.models import Line
from tests.hostile import filling, pages

FORM = "application/x-www-form-urlencoded"
REFUSED = {400, 403, 404, 409, 422}
ANSWERED = REFUSED | {302}
Sent = dict[str, list[str]]
Found = list[tuple[str, filling.Form]]


def every_form(client: Client, partnership: Partnership, plans: Iterable[Plan]) -> Found:
    found: dict[str, tuple[str, filling.Form]] = {}
    for plan in plans:
        for name, address in pages.every_page(partnership, plan):
            if address in found:
                continue
            page = client.get(address)
            assert page.status_code in (200, 302, 404, 405), (name, page.status_code)
            if page.status_code == 200:
                for form in filling.forms_of(page.content, address):
                    found[address + str(sorted(form.values))] = (name, form)
    return list(found.values())


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def send(client: Client, form: filling.Form, sent: Sent) -> tuple[int, int, str]:
    """The answer's status, how many lines the record gained, and the page."""
    before = Line.objects.count()
    with undone():
        answer = client.post(form.action, filling.sendable(sent), content_type=FORM)
        gained = Line.objects.count() - before
    return answer.status_code, gained, answer.text


def try_words(client: Client, forms: Found, words: str) -> int:
    """Kept as words, or refused in words with nothing kept."""
    tried = 0
    for name, form in forms:
        if not form.texts:
            continue
        tried += 1
        status, gained, page = send(client, form, filling.with_words(form, words))
        assert status in ANSWERED, (name, words[:40], status)
        assert status == 302 or gained == 0, (name, words[:40], status)
        assert not any(harm in page for harm in filling.HARM), (name, words[:40])
    return tried


def try_dates(client: Client, forms: Found, days: Iterable[tuple[str, str, str]]) -> int:
    tried = 0
    for name, form in forms:
        for day in days if form.dates else ():
            tried += 1
            status, gained, page = send(client, form, filling.with_date(form, day))
            assert status in REFUSED and gained == 0, (name, day, status)
            assert "error-summary" in page, (name, day)
    return tried


def try_forged(client: Client, forms: Found, values: Iterable[str]) -> int:
    tried = 0
    for name, form in forms:
        for value in values:
            for chosen, sent in filling.with_forged(form, value):
                tried += 1
                status, gained, _ = send(client, form, sent)
                assert status in REFUSED and gained == 0, (name, chosen, value[:30], status)
    return tried


def ids_of(partnership: Partnership) -> dict[str, list[str]]:
    """By the field in which it could be sent: what only this other partnership has."""
    plans = Plan.objects.filter(partnership=partnership)
    priorities = Priority.objects.filter(plan__partnership=partnership)
    people = Person.objects.filter(contacts__partnership=partnership)
    posts = Post.objects.filter(partnership=partnership)
    groups = GroupPlace.objects.filter(partnership=partnership)
    bodies = Organisation.objects.filter(memberships__partnership=partnership)
    outcomes = Outcome.objects.filter(action__plan__partnership=partnership)

    def keys(rows: Iterable[object], before: str = "") -> list[str]:
        return [f"{before}{row.pk}" for row in rows]  # type: ignore[attr-defined]

    who = [*keys(posts[:2], "post:"), *keys(people[:2], "person:"), *keys(groups[:2], "group:")]
    return {
        "who": [*who, *keys(bodies[:3], "organisation:")],
        "priority": keys(priorities[:2]),
        "parent": keys(priorities[:2]),
        "into": keys(priorities[:2]),
        "follows": keys(plans[:2]),
        "other": keys(Action.objects.filter(plan__partnership=partnership)[:2]),
        "only_outcomes": keys(outcomes[:2]),
        "outcomes": keys(outcomes[:2]),
        "officer": [*keys(posts[:2], "post-"), *keys(people[:2], "person-")],
        "group": keys(groups[:2]),
        "post": keys(posts[:2]),
        "person": keys(people[:2]),
        "rating": keys(partnership.ratings.all()[:2], "rating-"),
    }


def try_ids_of_others(client: Client, forms: Found, partnership: Partnership) -> set[str]:
    """Which fields were tried with what belongs to somebody else."""
    tried = set()
    for field, values in ids_of(partnership).items():
        for name, form in forms:
            for value in values if field in form.choices else ():
                if value in form.choices[field]:
                    continue  # shared, such as an organisation of both
                status, gained, _ = send(client, form, form.fair(**{field: [value]}))
                assert status in REFUSED and gained == 0, (name, field, value, status)
                tried.add(field)
    return tried
