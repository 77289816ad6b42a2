"""Columns as wide as what stands in them: low rows, whole words, marks beside theirs."""

import io
from dataclasses import replace

import pypdfium2
import pytest
from docx import Document

from frankpledge.papers.blocks import Cell, Facts, Head, Heading, PageBreak, Para, Row, Table
from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.fitting import UPRIGHT, fitted
from frankpledge.papers.large import in_large_print
from frankpledge.papers.letters import SANS, SERIF, wide
from frankpledge.papers.marks import Mark
from frankpledge.papers.wrapping import Letters
from frankpledge.papers.writers import FORMATS
from frankpledge.papers.writers.word_styles import GAP
from tests.papers import made
from tests.papers.test_writers import board, texts

LETTERS = Letters(wider=1, beside=6.5, spans=True)
LONG = "Two officers were lent away in September, and one of them has come back since. " * 4
HEADS = (Head("Ref", 1), Head("Promise", 1), Head("Led by", 1), Head("What was said", 1))


def widths(*tables: Table, landscape: bool = False) -> list[list[float]]:
    paper = replace(board(), blocks=tables, landscape=landscape)
    return [[head.width for head in one.heads] for one in fitted(paper, LETTERS).tables]


def table(*rows: tuple[str, ...], heads: tuple[Head, ...] = HEADS) -> Table:
    return Table("Promises", heads, tuple(Row(tuple(map(Cell, row))) for row in rows))


def test_a_column_of_sentences_takes_the_room_of_columns_that_do_not_need_it() -> None:
    (made_,) = widths(table(("2.1", "Visit every shop", "Police", LONG)))
    assert made_[3] > made_[0] * 4
    assert sum(made_) == pytest.approx(UPRIGHT, abs=1)


def test_a_table_that_fits_as_it_was_written_stays_as_it_was_written() -> None:
    (made_,) = widths(table(("2.1", "Visit every shop", "Police", "Nothing new")))
    assert made_ == pytest.approx([UPRIGHT / 4] * 4, abs=0.1)


def test_no_word_is_broken_as_long_as_all_fit() -> None:
    (made_,) = widths(table(("2.1", LONG, "Neighbourhood responsibilities", LONG)))
    longest = wide("responsibilities", SANS) * 9
    assert made_[2] > longest + LETTERS.beside


def test_a_mark_and_its_words_stand_on_one_line() -> None:
    cells = (Cell("2.1"), Cell(LONG), Cell("Not counted", Mark("signal", "none")), Cell(LONG))
    (made_,) = widths(Table("Promises", HEADS, (Row(cells),)))
    assert made_[2] > wide("Not counted", SANS) * 9 + LETTERS.beside + 14


def test_tables_with_the_same_heads_keep_the_same_columns() -> None:
    first, second = widths(table(("1", "a", "b", LONG)), table(("2", LONG, "b", "c")))
    assert first == second
    other = tuple(Head(f"{head.text} of it") for head in HEADS)
    apart = widths(table(("1", "a", "b", LONG)), table(("2", LONG, "b", "c"), heads=other))
    assert apart[0] != apart[1]


def test_an_empty_table_one_of_one_column_and_one_of_too_many_are_left_alone() -> None:
    assert widths(table())
    assert widths(Table("One", (Head("Only"),), (Row((Cell(LONG),)),))) == [[1.0]]
    many = tuple(Head(f"Responsibilities{at}") for at in range(30))
    (made_,) = widths(Table("Many", many, (Row(tuple(Cell("x") for _ in many)),)))
    assert made_ == pytest.approx([UPRIGHT / 30] * 30, abs=0.1)


def test_a_word_of_a_thousand_letters_leaves_the_words_of_others_whole() -> None:
    (made_,) = widths(table(("2.1", "x" * 1000, "Neighbourhood", LONG)))
    assert made_[2] > wide("Neighbourhood", SANS) * 9 + LETTERS.beside
    assert sum(made_) == pytest.approx(UPRIGHT, abs=1)


def test_letters_are_as_wide_as_our_fonts_draw_them() -> None:
    assert wide("m", SANS) > wide("i", SANS)
    assert wide("Said", SERIF) != wide("Said", SANS)
    assert wide("\U0001f6b2", SANS) > 0


def test_what_was_said_stands_beside_all_the_outcomes_of_its_promise() -> None:
    rows = (
        Row((Cell("2.1"), Cell("Visit shops"), Cell("Police"), Cell(LONG))),
        *(
            Row((Cell(""), Cell(f"Outcome {at}"), Cell("x"), Cell("")), under=True)
            for at in range(3)
        ),
        Row((Cell("2.2"), Cell("Light lamps"), Cell("Council"), Cell("All lit"))),
    )
    assert Table("Promises", HEADS, rows).spans == [
        (4, 1, 1, 4),
        *[(0, 1, 1, 0)] * 3,
        (1, 1, 1, 1),
    ]
    high = replace(rows[0], cells=(*rows[0].cells[:3], Cell(LONG * 8)))
    assert set(Table("Promises", HEADS, (high, *rows[1:])).spans) == {(1, 1, 1, 1)}


def test_a_page_is_not_begun_for_a_sentence_that_says_there_is_nothing() -> None:
    found = made.sections(charts=0)
    del found["evidence"]
    paper = compose(papers()["board"], made.source(found))
    at = next(n for n, one in enumerate(paper.blocks) if one == Heading("Performance"))
    assert not isinstance(paper.blocks[at - 1], PageBreak)
    there = compose(papers()["board"], made.source())
    at = next(n for n, one in enumerate(there.blocks) if one == Heading("Performance"))
    assert isinstance(there.blocks[at - 1], PageBreak)


def test_a_row_in_large_print_stays_on_one_page() -> None:
    names = ("Delivery", "Signal", "Before", "Since")
    told = tuple(Cell("Slipping", Mark("delivery", "circle")) for _ in names)
    rows = tuple(Row((Cell(f"{at}.1"), Cell("Visit shops"), *told)) for at in range(12))
    heads = (Head("Ref"), Head("Promise"), *map(Head, names))
    whole = Table("All", heads, rows, row_head=1)
    pages = texts(FORMATS["pdf"].write(in_large_print(replace(board(), blocks=(whole,)))).data)
    assert len(pages) > 1
    for name in names:
        assert all(page.count("Visit shops") == page.count(f"{name}: ") for page in pages)


def test_a_word_file_begins_its_pages_without_empty_ones() -> None:
    blocks = (
        Heading("First"),
        table(("2.1", "a", "b", "c")),
        PageBreak(),
        Heading("Second"),
        Para("Words"),
        PageBreak(landscape=True),
        Heading("Third"),
    )
    data = FORMATS["docx"].write(replace(board(), blocks=blocks)).data
    document = Document(io.BytesIO(data))
    second = next(p for p in document.paragraphs if p.text == "Second")
    assert second.paragraph_format.page_break_before
    assert len(document.sections) == 2
    empty = [p for p in document.paragraphs if not p.text.strip()]
    assert {p.style.name for p in empty} <= {GAP}
    feet = [section.footer.paragraphs[0].text for section in document.sections]
    assert all("For the board" in foot for foot in feet)


def test_the_board_pack_of_a_few_promises_leaves_no_page_with_one_row() -> None:
    found = made.sections(promises=14, outcomes=3)
    data = FORMATS["pdf"].write(compose(papers()["board"], made.source(found))).data
    lengths = [page.get_textpage().count_chars() for page in pypdfium2.PdfDocument(data)]
    assert min(lengths) > 250


def test_the_front_of_a_word_file_is_short_and_a_chart_stays_with_its_source() -> None:
    data = FORMATS["docx"].write(board()).data
    paragraphs = Document(io.BytesIO(data)).paragraphs
    texts_ = [p.text.replace("\u00a0", " ") for p in paragraphs]
    assert "1 on track" in next(text for text in texts_ if "2 stuck" in text)
    at = next(n for n, p in enumerate(paragraphs) if "charts" in p.text or "chart 1" in p.text)
    assert all(p.paragraph_format.keep_with_next for p in paragraphs[at + 1 : at + 3])


def test_an_aim_before_the_words_of_a_promise_is_not_read_as_part_of_them() -> None:
    heads = (Head("Ref"), Head("Aim"), Head("What will be done"), Head("Led by"))
    row = Row((Cell("2.1"), Cell("Nobody stands alone."), Cell("Visit every shop"), Cell("Police")))
    paper = replace(board(), blocks=(Table("Plan", heads, (row,), row_head=2),))
    told = FORMATS["txt"].write(paper).data.decode()
    assert "2.1 Visit every shop\n  Aim: Nobody stands alone.\n  Led by: Police" in told
    title, facts = in_large_print(paper).blocks
    assert isinstance(title, Para) and isinstance(facts, Facts)
    assert title.text == "2.1 Visit every shop"
    assert facts.rows == (("Aim", "Nobody stands alone."), ("Led by", "Police"))
