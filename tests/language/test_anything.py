"""Whatever is typed, the readers answer, quickly, the same way each time."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frankpledge.language import (
    Context,
    explain_leads,
    explain_status,
    explain_target,
    explain_timescale,
    read_leads,
    read_status,
    read_target,
    read_timescale,
)
from frankpledge.language.vocabulary import MONTHS, RHYTHMS, UNITS

PIECES = (
    "at least no more than two by the end of from to and each every per 5 % 10 2026 2026/27 "
    "31/2/26 - / ( ) . , ; Q1 9th 1,000 thousand 99999999999999 0 reduce increase of all in "
    "between half meeting JAG as required ongoing summer winter year plan next last financial "
    "£ not number after before last under "
    "over baseline onwards ( 5 % below 11/12 12-13 Sgt Ann (All) & Police Green 1."
)
WORDS = (*MONTHS, *RHYTHMS, *UNITS, *PIECES.split(), "\n", "\t")
PLAIN_TEXT = st.text(max_size=200)
PHRASES = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
PLANS = st.one_of(
    st.just(Context()),
    st.builds(
        Context,
        plan_start=st.dates(),
        plan_end=st.one_of(st.none(), st.dates()),
        groups=st.just(("JAG",)),
        year_start_month=st.integers(1, 12),
    ),
)


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(PLAIN_TEXT, PHRASES), context=PLANS)
def test_any_text_is_read_the_same_way_twice_and_keeps_its_words(
    text: str, context: Context
) -> None:
    timescale, target = read_timescale(text, context), read_target(text, context)
    status, leads = read_status(text), read_leads(text)
    assert (timescale.printed, target.printed, status.printed) == (text, text, text)
    assert timescale == read_timescale(text, context)
    assert target == read_target(text, context)
    assert (status, leads) == (read_status(text), read_leads(text))
    for reading in (timescale, target, status, *leads):
        assert reading.to_dict()
    said = explain_timescale(timescale), explain_target(target)
    assert all(isinstance(each, str) for each in (*said, explain_leads(leads)))
    assert explain_status(status)


@settings(max_examples=200, deadline=None)
@given(text=PHRASES, context=PLANS)
def test_numbers_are_sane_and_reasons_are_given(text: str, context: Context) -> None:
    for target in read_target(text, context).targets:
        assert target.number is None or 0 <= target.number < 1e16
        assert target.judgeable == (not target.why_not)
    for part in read_timescale(text, context).parts:
        assert part.every is None or part.every.n >= 1
        assert part.kind != "none" or part.findings


@given(number=st.integers(0, 9999))
def test_a_number_in_figures_comes_back_unchanged(number: int) -> None:
    assert read_target(f"At least {number} visits", Context()).main.number == number


@given(day=st.dates(date(2000, 1, 1), date(2059, 12, 31)))
def test_a_british_day_is_the_day_it_names(day: date) -> None:
    printed = (f"{day.day}/{day.month}/{day:%y}", f"{day.day} {day:%B} {day.year}", day.isoformat())
    for text in printed:
        part = read_timescale(text).parts[0]
        assert (part.start, part.end) == (day, day)


READERS: list[Callable[[str], Any]] = [read_timescale, read_target, read_status, read_leads]
JUNK = [
    "at least 5 by June 2026 - each quarter of the " * 2200,
    "1" * 100_000,
    "((((" * 25_000,
    "12/" * 33_000,
    "and " * 25_000,
    " " * 100_000,
    "due to " * 14_000,
    "A\u0301b\u202ec " * 16_000,
    "&/," * 33_000,
]


@pytest.mark.parametrize("junk", JUNK, ids=[text[:8].strip() for text in JUNK])
@pytest.mark.parametrize("read", READERS)
def test_what_is_too_long_to_be_read_is_kept_and_said_to_be(
    read: Callable[[str], Any], junk: str
) -> None:
    reading = read(junk)
    if read in (read_timescale, read_target):  # the others take a word or two of a cell
        assert reading.printed == junk
    if read is read_timescale:
        assert "too-long" in [finding.code for finding in reading.findings]
