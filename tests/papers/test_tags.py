"""What a listener is told of a PDF: each rule of PDF/UA that can be read from its tags."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from frankpledge.papers.blocks import Cell, Group, Head, Logo, Row, Table
from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.writers import FORMATS
from frankpledge.papers.writers.row_heads import with_row_heads
from tests.papers import made
from tests.papers.tags import Tag, Tagged, letters_without_meaning, untagged
from tests.papers.test_writers import board, png

EVERY = [(key, False) for key in papers()] + [("board", True)]
WITHIN = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
}


@cache
def pdf_of(key: str, large: bool = False) -> bytes:
    found = made.sections(promises=6, outcomes=3, charts=2)
    kind = papers()[key]
    paper = compose(kind, made.source(found, audience=kind.audience), large=large)
    return FORMATS["pdf"].write(paper).data


@pytest.fixture(params=EVERY, ids=lambda one: f"{one[0]}{'-large' if one[1] else ''}")
def pdf(request: pytest.FixtureRequest) -> bytes:
    return pdf_of(*request.param)


def test_the_document_says_its_language_its_title_and_that_it_is_tagged(pdf: bytes) -> None:
    (catalog,) = Tagged(pdf).holding(b"/Type/Catalog")
    for told in (b"/Lang(en-GB)", b"/Marked true", b"/Suspects false", b"/DisplayDocTitle true"):
        assert told in catalog
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert re.search(rb"<dc:title>.*?<rdf:li[^>]*>[^<]+</rdf:li>", pdf, re.S)
    assert b"/Encrypt" not in pdf


def test_what_is_drawn_is_tagged_or_is_decoration_and_each_letter_has_its_meaning(
    pdf: bytes,
) -> None:
    assert untagged(pdf) == []
    assert letters_without_meaning(pdf) == 0


def test_pages_are_walked_in_the_order_of_their_tags_and_have_bookmarks(pdf: bytes) -> None:
    tagged = Tagged(pdf)
    pages = tagged.holding(b"/Type/Page/")
    assert pages
    assert all(b"/Tabs/S" in page and b"/StructParents" in page for page in pages)
    assert tagged.holding(b"/Dest ")


def test_fonts_are_in_the_file_and_say_which_letters_they_hold(pdf: bytes) -> None:
    tagged = Tagged(pdf)
    fonts = tagged.holding(b"/Subtype/Type0")
    assert fonts
    assert all(b"/ToUnicode" in font for font in fonts)
    described = tagged.holding(b"/Type/FontDescriptor")
    assert len(described) >= len(fonts)
    assert all(b"/FontFile" in one for one in described)


def test_tags_stand_within_those_that_may_hold_them(pdf: bytes) -> None:
    tagged = Tagged(pdf)
    for tag in tagged.tags.values():
        parent = tagged.tags.get(tag.parent)
        if tag.kind in WITHIN:
            assert parent is not None and parent.kind in WITHIN[tag.kind]
        if parent is not None:
            assert tag.number in parent.kids
    assert len(tagged.in_order()) == len(tagged.tags)


def test_headings_begin_at_the_first_and_skip_none(pdf: bytes) -> None:
    levels = [int(tag.kind[1]) for tag in Tagged(pdf).in_order() if re.match(r"H\d", tag.kind)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_picture_has_words(pdf: bytes) -> None:
    assert all(tag.words_for_it for tag in Tagged(pdf).of("Figure"))


def test_each_head_says_of_what_and_each_cell_names_its_heads(pdf: bytes) -> None:
    tagged = Tagged(pdf)
    named = tagged.named
    for head in tagged.of("TH"):
        assert head.scope in ("Row", "Column")
        assert named[head.name] == head.number
    for cell in tagged.of("TD"):
        heads = [tagged.tags[named[name]] for name in cell.heads]
        assert {head.scope for head in heads} == {"Row", "Column"}
        assert table_of(tagged, cell) == {table_of(tagged, head) for head in heads}.pop()


def table_of(tagged: Tagged, tag: Tag) -> int:
    while tag.kind != "Table":
        tag = tagged.tags[tag.parent]
    return tag.number


def test_a_cell_below_a_head_and_beside_what_spans_rows_names_its_own() -> None:
    heads = (Head("Ref"), Head("Promise"), Head("Delivery"), Head("Said"))
    rows = (
        Group("Fair trade"),
        Row((Cell("2.1"), Cell("Visit shops"), Cell("Stuck"), Cell("No change"))),
        Row((Cell(""), Cell("Nine in ten"), Cell("Slipping"), Cell("")), under=True),
        Group("Quiet streets"),
        Row((Cell("3.1"), Cell("Light lamps"), Cell("Done"), Cell("All lit"))),
    )
    tagged = Tagged(pdf_with(Table("Promises", heads, rows, row_head=1)))
    slipping = next(tag for tag in tagged.of("TD") if columns(tagged, tag) == [2] and is_under(tag))
    scopes = [tagged.tags[tagged.named[name]].scope for name in slipping.heads]
    assert scopes == ["Column", "Column", "Row"]  # Fair trade, Delivery, Nine in ten
    over = [tag.heads[0] for tag in tagged.of("TD")]
    assert len(set(over)) == 2
    assert all(tag.heads == [] for tag in tagged.of("TH") if b"/ColSpan" in tag.body)


def pdf_with(table: Table) -> bytes:
    return FORMATS["pdf"].write(replace(board(), blocks=(table,))).data


def columns(tagged: Tagged, tag: Tag) -> list[int]:
    found = [re.search(rb"x(\d+)y0$", name) for name in tag.heads]
    return [int(one[1]) for one in found if one]


def is_under(tag: Tag) -> bool:
    return b"/RowSpan" not in tag.body and len(tag.heads) == 3


def test_heads_of_rows_are_named_only_where_the_tables_are_those_of_the_paper() -> None:
    pdf = pdf_of("scrutiny")
    assert with_row_heads(pdf, [0]) == pdf


def test_the_list_of_what_a_pdf_holds_is_right_after_its_tags_were_named(pdf: bytes) -> None:
    begins = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    assert pdf[begins : begins + 5] == b"xref\n"
    entries = re.findall(rb"(\d{10}) 00000 n\r\n", pdf[begins:])
    assert entries
    for number, offset in enumerate(entries, start=1):
        assert pdf[int(offset) :].startswith(b"%d 0 obj" % number)


def test_a_logo_is_a_picture_with_words() -> None:
    paper = replace(board(), logo=Logo(png(), "png", "A seal"))
    figures = Tagged(FORMATS["pdf"].write(paper).data).of("Figure")
    assert any(b"A seal" in tag.body for tag in figures)
