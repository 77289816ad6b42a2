"""Every word of a document is in its plan file; only resolved and merged cells repeat theirs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from frankpledge.reading import read
from frankpledge.reading.reader import blocks_of
from frankpledge.reading.understanding.accounts import of_plan, repeated
from frankpledge.reading.words import tally
from tests.reading import documents
from tests.reading.documents import Written
from tests.reading.kit import seed

MERGED = {"page", "open_text"}


@pytest.mark.parametrize("make", documents.ALL.values(), ids=documents.ALL)
def test_every_word_that_was_written_is_read(make: Callable[[], Written]) -> None:
    written = make()
    plan = read(written.data, written.name)
    assert not tally(written.texts) - of_plan(plan)


@pytest.mark.parametrize("name", documents.ALL)
def test_no_word_is_said_twice_but_by_merged_cells(name: str) -> None:
    written = documents.ALL[name]()
    document = blocks_of(written.data, written.name)
    twice = repeated(document, read(written.data, written.name))
    assert not twice or name in MERGED


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_word_of_the_five_plans_is_read_once(shared: Path, number: str) -> None:
    data = seed(shared, number).read_bytes()
    plan = read(data)
    source = tally([data.decode()])
    assert not source - of_plan(plan)
    assert not of_plan(plan) - source
