"""What is made of a mended draft holds every word that the document had."""

from pathlib import Path
from typing import Any

import pytest

from frankpledge.drafting import changes, queries
from frankpledge.drafting.ids import named
from frankpledge.drafting.models import Draft
from frankpledge.drafting.words import words_of
from frankpledge.plan.queries import plan_file
from frankpledge.record.errors import Refused
from tests.drafting.files import NAMES, TABLE, Chooser
from tests.drafting.test_review import END, START
from tests.reading import documents
from tests.reading.kit import seed
from tests.small import BY, Small


def opened(small: Small, name: str, data: bytes) -> Draft:
    return changes.open_draft(partnership=small.partnership, name=name, data=data, by=BY)


def mend_at_random(draft: Draft, times: int) -> None:
    for number in range(times):
        file = queries.draft_page(draft.partnership, draft.pk).file
        kind, given = Chooser(file, number).any()
        try:
            changes.mend(draft=draft, kind=kind, given=given, version=draft.version, by=BY)
        except Refused:
            continue


def taken_in(draft: Draft, title: str = "") -> dict[str, Any]:
    changes.choose_facts(
        draft=draft,
        title=title or draft.title,
        starts=draft.starts or START,
        ends=draft.ends or END,
        follows=None,
        version=draft.version,
        by=BY,
    )
    return named(plan_file(changes.adopt_draft(draft=draft, version=draft.version, by=BY)))


@pytest.mark.parametrize("name", ["book_quarters", "word_headings", "printed", "word_cards"])
def test_no_word_is_lost_from_the_document_to_the_plan(small: Small, name: str) -> None:
    assert name in NAMES
    written = documents.ALL[name]()
    draft = opened(small, written.name, written.data)
    mend_at_random(draft, 12)
    file = queries.draft_page(draft.partnership, draft.pk).file
    assert draft.mends.count() > 3
    read = words_of(draft.readings.get().file)
    made = taken_in(draft)
    assert not read - words_of(file)
    assert not words_of(file) - words_of(made)


def test_the_documents_own_title_stays_where_another_is_chosen(small: Small) -> None:
    draft = opened(small, "plan.txt", TABLE.encode())
    read = words_of(draft.readings.get().file)
    made = taken_in(draft, "What we promise")
    assert made["title"] == "What we promise"
    assert not read - words_of(made)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_five_plans_are_brought_in_mended_and_taken_in(
    small: Small, shared: Path, number: str
) -> None:
    draft = opened(small, f"{number}.txt", seed(shared, number).read_bytes())
    read = words_of(draft.readings.get().file)
    mend_at_random(draft, 10)
    page = queries.draft_page(draft.partnership, draft.pk)
    made = taken_in(draft)
    assert not read - words_of(page.file)
    assert not words_of(page.file) - words_of(made)
    assert len(made["actions"]) == page.counts.actions
