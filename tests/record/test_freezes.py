"""A freeze promises: the sections that rooms contribute, numbered, hashed, found if altered."""

from collections.abc import Iterator

import pytest
from django.db import models

from frankpledge.record import checks, freezes
from frankpledge.record.models import Freeze, Section
from tests.makers import CLERK

pytestmark = pytest.mark.django_db
KIND = "a-test-kind"


@pytest.fixture(autouse=True)
def sections() -> Iterator[None]:
    freezes.contributes(KIND, "words")(lambda subject: {"said": subject})
    freezes.contributes(KIND, "figures", form=2)(lambda subject: [1, 2.5, None])
    yield
    freezes._collectors.pop(KIND)


def freeze(words: str = "As promised") -> Freeze:
    return freezes.make(
        kind=KIND, subject=words, subject_id="7", name="Plan", chain="c", by=CLERK, why="Adopted"
    )


def test_a_freeze_holds_every_contributed_section() -> None:
    made = freeze()
    assert freezes.section(made, "words") == {"said": "As promised"}
    assert freezes.section(made, "figures") == [1, 2.5, None]
    assert Section.objects.get(freeze=made, name="figures").form == 2


def test_a_second_freeze_is_the_next_version_and_names_the_first() -> None:
    first, second = freeze(), freeze("Otherwise")
    assert (first.version, second.version, second.previous) == (1, 2, first.hash)
    assert freezes.newest(chain="c", kind=KIND, subject_id="7") == second


def test_an_untouched_freeze_verifies_and_an_altered_section_is_found() -> None:
    made = freeze()
    assert checks.verify("c") == []
    models.QuerySet(Section).filter(freeze=made, name="words").update(body={"said": "Less"})
    assert [fault.what for fault in checks.verify("c")] == ["its section words was altered"]


def test_a_preview_makes_nothing() -> None:
    found = freezes.collected(KIND, "Soon")
    assert found["words"] == (1, {"said": "Soon"}) and not Freeze.objects.exists()


@pytest.mark.parametrize("odd", [-0.0, 1e16, 4612.0, 1 / 3, 1.5e-12, float("inf"), float("nan")])
def test_a_figure_of_any_kind_is_given_back_as_it_was_hashed(odd: float) -> None:
    freezes.contributes(KIND, "figures", form=2)(lambda subject: [odd])
    freeze()
    assert checks.verify("c") == []
