"""Whatever is sent to a form of the desk is answered in words, and half of it is never kept."""

import pytest
from django.test import Client

from frankpledge.plan.models import Plan
from tests.hostile import filling, trying
from tests.universe import Universe

# A few of each here; script/bench hostile sends them all.
TEXTS = ("nul", "surrogate", "emoji", "attribute")
LENGTHS = (121, 30_000)
DAYS = [filling.DATES[at] for at in (0, 2, 4, 7)]
IDS = ("-1", "999999999999999999999", "organisation:-1")


@pytest.fixture
def alice(universe: Universe) -> Client:
    return universe.client(universe.alice)


@pytest.fixture(scope="module")
def every_form() -> trying.Found:
    """Looked for once: the universe has the same rows, and so the same forms, in each test."""
    return []


@pytest.fixture
def forms(universe: Universe, alice: Client, every_form: trying.Found) -> trying.Found:
    draft = Plan.objects.get(partnership=universe.marshwick, status="draft")
    if not every_form:
        every_form += trying.every_form(alice, universe.marshwick, [universe.plan, draft])
    return every_form


def test_most_forms_can_be_sent_in_good_faith(alice: Client, forms: trying.Found) -> None:
    """Or the rest of this file would try forms that refuse everything."""
    taken = refused = 0
    for name, form in forms:
        status, gained, page = trying.send(alice, form, form.fair())
        assert status in trying.ANSWERED, name
        assert status == 302 or (gained == 0 and "error-summary" in page), (name, status)
        taken += status == 302
        refused += status != 302
    assert taken > 100 and refused < 45, (taken, refused)


def test_odd_words_are_kept_as_words_or_refused(alice: Client, forms: trying.Found) -> None:
    for kind in TEXTS:
        assert trying.try_words(alice, forms, filling.TEXTS[kind]) > 40


def test_overlong_words_are_refused_alike(alice: Client, forms: trying.Found) -> None:
    for length in LENGTHS:
        assert trying.try_words(alice, forms, "W" * length) > 40


def test_impossible_dates_are_refused(alice: Client, forms: trying.Found) -> None:
    assert trying.try_dates(alice, forms, DAYS) > 60


def test_forged_choices_are_refused(alice: Client, forms: trying.Found) -> None:
    assert trying.try_forged(alice, forms, IDS) > 100


def test_what_belongs_to_others_is_never_chosen(
    universe: Universe, alice: Client, forms: trying.Found
) -> None:
    tried = trying.try_ids_of_others(alice, forms, universe.thornhay)
    wanted = {"who", "priority", "parent", "into", "follows", "other", "only_outcomes", "rating"}
    wanted |= {"outcomes", "officer"}
    assert tried >= wanted | {"post", "person"}, tried
