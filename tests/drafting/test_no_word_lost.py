"""Whatever is mended, and in whatever order: every word of the document is still in the file."""

import copy
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frankpledge.drafting.ids import named
from frankpledge.drafting.mending import KINDS, Sent, Unfit, cleaned, mended
from frankpledge.drafting.mending.applying import apply
from frankpledge.drafting.mending.work import Work
from frankpledge.drafting.words import words_of
from frankpledge.reading.words import tally
from tests.drafting.files import NAMES, Chooser, read_of
from tests.reading.kit import plan_of


def mended_at_random(read: dict[str, Any], seed: int, most: int = 25) -> list[Sent]:
    """The mends that applied, each checked for what it did to the words."""
    work, done = Work(copy.deepcopy(read)), []
    for number in range(1, most + 1):
        kind, asked = Chooser(work.file, seed * 1000 + number).any()
        before, had = copy.deepcopy(work.file), words_of(work.file)
        try:
            mend = Sent(number, kind, cleaned(kind, asked))
            apply(work, mend)
        except Unfit:
            work.file = before
            continue
        lost = had - words_of(work.file)
        assert not lost, f"{kind} {asked} loses {dict(lost)}"
        _fits_together(work.file, kind)
        done.append(mend)
    return done


def _fits_together(file: dict[str, Any], kind: str) -> None:
    lists = (file["priorities"], file["actions"], file["passages"], file["pieces"])
    ids = [each["id"] for listed in lists for each in listed]
    ids += [each["id"] for action in file["actions"] for each in action["outcomes"]]
    assert len(ids) == len(set(ids)), f"{kind}: two with one id"
    priorities = {each["id"] for each in file["priorities"]}
    for action in file["actions"]:
        assert set(action["priorities"]) <= priorities, f"{kind}: under nothing"
        assert set(action["variants"]) <= set(action["priorities"]), f"{kind}: varies nowhere"
    parents = {each["parent"] for each in file["priorities"]} - {None}
    assert parents <= priorities, f"{kind}: a parent that is gone"


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(NAMES), st.integers(0, 10**6))
def test_mends_at_random_lose_no_word_of_our_documents(name: str, seed: int) -> None:
    mended_at_random(read_of(name), seed)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_mends_at_random_lose_no_word_of_the_five_plans(shared: Any, number: str) -> None:
    read = named(plan_of(shared, number))
    for seed in range(8):
        mended_at_random(read, seed)


def test_the_random_mends_are_of_every_kind() -> None:
    applied = {mend.kind for name in NAMES for seed in range(6) for mend in _done(name, seed)}
    marks = {"seen", "all-seen", "match", "column"}  # these leave the file alone
    assert applied == set(KINDS) - marks


def _done(name: str, seed: int) -> list[Sent]:
    return mended_at_random(read_of(name), seed)


def test_what_is_counted_is_every_word_that_the_reader_read() -> None:
    for name in NAMES:
        file = read_of(name)
        loose = tally(piece["text"] for piece in file["pieces"])
        assert loose <= words_of(file)
        assert words_of(file) == words_of(mended(file, []).file)


def test_mends_made_again_from_the_beginning_give_the_same_file() -> None:
    for name in NAMES[:6]:
        read = read_of(name)
        done = mended_at_random(read, 7)
        random.Random(1).shuffle(list(done))
        again = mended(read, done)
        assert again.unfit == {}
        assert again.file == mended(read, done).file
        assert not words_of(read) - words_of(again.file)
