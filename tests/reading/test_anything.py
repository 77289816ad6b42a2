"""Whatever text comes in: it is read or refused, twice alike, and no word is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from frankpledge.reading import Unreadable, read
from frankpledge.reading.reader import blocks_of
from frankpledge.reading.understanding.accounts import lost

SOME = st.sampled_from(
    [
        "Action", "Lead", "By when", "Ref", "Status", "Measure", "1.1", "2", "1. Not started 2.",
        "Police", "Ongoing", "As above", "Priority 1: Theft", "# Heading",
        "- item (Police, by May)",
        "visit eighty homes", "Total", "12%", "-5", "Lead agency: Council", "NI 16 Crime",
        " a b c d ",
    ]
)  # fmt: skip
CELL = st.one_of(SOME, st.text(max_size=12))
ROW = st.lists(CELL, min_size=1, max_size=9).map("\t".join)
TEXT = st.lists(st.one_of(ROW, CELL, st.just("")), max_size=25).map("\n".join)


@settings(max_examples=250, deadline=None)
@given(TEXT)
def test_any_text_is_read_whole_or_refused(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        plan = read(data)
    except Unreadable:
        return
    assert plan == read(data)
    assert not lost(blocks_of(data), plan)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.7\n", b"<html>"]))
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    try:
        read(start + data)
    except Unreadable:
        return
