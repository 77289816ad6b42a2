"""The same paper in each format: the same bytes, tagged, named, and with words for pictures."""

import hashlib
import io
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from lxml import etree

from frankpledge.papers.blocks import Cell, Head, Heading, Logo, Paper, Para, Row, Table
from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.fonts import characters_of, covered, our_files
from frankpledge.papers.given import Given
from frankpledge.papers.stand_ins import StandIns
from frankpledge.papers.writers import FORMATS, formats_for
from frankpledge.papers.writers.made import Ways
from tests.papers import made

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AGAIN = (
    "import django, hashlib\ndjango.setup()\n"
    "from tests.papers import test_writers as t\n"
    "print(*(hashlib.sha256(f.write(t.board()).data).hexdigest() for f in t.FORMATS.values()))\n"
)


def board(**more: object) -> Paper:
    return compose(papers()["board"], made.source(**more))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return FORMATS["pdf"].write(board()).data


@pytest.fixture(scope="module")
def word() -> bytes:
    return FORMATS["docx"].write(board()).data


def texts(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def test_another_process_makes_the_same_bytes_in_every_format() -> None:
    here = [hashlib.sha256(form.write(board()).data).hexdigest() for form in FORMATS.values()]
    again = subprocess.run(
        [sys.executable, "-c", AGAIN],
        capture_output=True,
        check=True,
        text=True,
        env={
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "PATH": "",
            "TZ": "Asia/Tokyo",
            "LC_ALL": "C",
            "PYTHONHASHSEED": "7",
        },
    )
    assert again.stdout.split() == here


def test_a_pdf_is_tagged_titled_and_says_its_language(pdf: bytes) -> None:
    for mark in (b"/MarkInfo", b"/StructTreeRoot", b"(en-GB)", b"pdfuaid:part", b"/Outlines"):
        assert mark in pdf
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_value("Title") == "How the plan stands: July to September 2026"
    assert "20261022" in document.get_metadata_value("CreationDate")
    told = [one.get_title() for one in document.get_toc()]
    assert "Off course, and why" in told


def test_the_picture_of_a_pdf_has_words_and_its_tables_have_heads(pdf: bytes) -> None:
    tags = tags_of(pdf)
    assert tags["Figure"] >= 1
    assert tags["TH"] > 10
    assert tags["Table"] >= 4
    assert tags["without words"] == 0


def tags_of(pdf: bytes) -> dict[str, int]:
    """How often each tag stands in the structure tree, and how many figures have no words."""
    import ctypes

    from pypdfium2 import raw

    document, found = pypdfium2.PdfDocument(pdf), {"without words": 0}

    def text(get: object, element: object) -> str:
        size = get(element, None, 0)  # type: ignore[operator]
        held = ctypes.create_string_buffer(size)
        get(element, held, size)  # type: ignore[operator]
        return held.raw.decode("utf-16-le").rstrip("\0")

    def walk(element: object) -> None:
        kind = text(raw.FPDF_StructElement_GetType, element)
        found[kind] = found.get(kind, 0) + 1
        if kind == "Figure" and not text(raw.FPDF_StructElement_GetAltText, element):
            found["without words"] += 1
        for at in range(raw.FPDF_StructElement_CountChildren(element)):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
            if child:
                walk(child)

    for page in document:
        tree = raw.FPDF_StructTree_GetForPage(page)
        for at in range(raw.FPDF_StructTree_CountChildren(tree)):
            walk(raw.FPDF_StructTree_GetChildAtIndex(tree, at))
        raw.FPDF_StructTree_Close(tree)
    return found


def test_the_head_of_a_table_stands_again_on_each_page() -> None:
    rows = tuple(Row((Cell(f"9.{at}"), Cell("Visit every shop " * 8))) for at in range(60))
    table = Table("Promises", (Head("Number", 1), Head("What was promised", 5)), rows, row_head=1)
    pages = texts(FORMATS["pdf"].write(replace(board(), blocks=(table,))).data)
    assert len(pages) > 2
    assert all("What was promised" in page for page in pages)


def test_the_outcomes_of_a_promise_stay_on_its_page_and_beside_its_reference() -> None:
    for key, audience in (("board", "board"), ("policing", "policing-body")):
        found = made.sections(promises=14, outcomes=4, headings=1)
        pages = texts(
            FORMATS["pdf"].write(compose(papers()[key], made.source(found, audience=audience))).data
        )
        assert len(pages) > 3
        for pk in range(1, 15):
            first = f"shop hit {pk} times"
            own = [page for page in pages if "part 4" in page and first in " ".join(page.split())]
            assert own, (key, pk)
            begun = " ".join(own[-1].split()).split(first)[-1]
            assert "part 4" in begun.split("shop hit")[0], (key, pk)


def test_what_introduces_a_table_stands_on_its_page() -> None:
    rows = tuple(Row((Cell(f"9.{at}"), Cell("Visit every shop " * 60))) for at in range(3))
    table = Table("Promises", (Head("Number", 1), Head("What was promised", 5)), rows, row_head=1)
    for lines in range(1, 60, 6):
        above = (Heading("Above"), *(Para(f"Line {at}") for at in range(lines)))
        told = (Heading("Fair trade"), Para("It goes with another plan."), table)
        pages = texts(FORMATS["pdf"].write(replace(board(), blocks=(*above, *told))).data)
        begun = next(page for page in pages if "Fair trade" in page)
        assert "It goes with" in begun and "9.0" in begun, lines


def test_a_draft_says_so_on_every_page_of_every_format() -> None:
    paper = board(hash="")
    words = "Draft of 22 October 2026: not the frozen record"
    assert paper.draft == words
    assert all(words in page for page in texts(FORMATS["pdf"].write(paper).data))
    for key in ("html", "csv", "txt"):
        assert words in FORMATS[key].write(paper).data.decode()
    headers = parts_of(FORMATS["docx"].write(paper).data, "word/header")
    assert headers
    assert all(words in one for one in headers)
    assert words in "".join(parts_of(FORMATS["xlsx"].write(paper).data, "xl/sharedStrings"))


def test_what_is_frozen_is_no_draft(pdf: bytes) -> None:
    assert all("Draft" not in page for page in texts(pdf))
    assert "For the board, frozen on 22 October 2026, 3f9a 61c2." in texts(pdf)[0]


def parts_of(data: bytes, name: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        return [
            zipped.read(one).decode("utf-8", "replace")
            for one in zipped.namelist()
            if one.startswith(name)
        ]


def test_a_word_document_has_real_styles_heads_that_repeat_and_words_for_pictures(
    word: bytes,
) -> None:
    document = Document(io.BytesIO(word))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Heading 1", "Heading 2", "Heading 3", "Caption", "Meta"} <= styles
    assert document.core_properties.language == "en-GB"
    tree = etree.fromstring(parts_of(word, "word/document.xml")[0].encode())
    tables = tree.findall(f".//{W}tbl")
    assert tables
    assert all(table.find(f".//{W}tblHeader") is not None for table in tables)
    pictures = [one for one in tree.iter() if one.tag.endswith("}docPr")]
    described = [one for one in pictures if one.get("descr")]
    decorative = [one for one in pictures if any(e.tag.endswith("}decorative") for e in one.iter())]
    assert len(described) == 1  # the chart
    assert len(described) + len(decorative) == len(pictures)


def test_a_word_document_reads_in_the_order_that_was_meant(word: bytes) -> None:
    headings = [
        p.text for p in Document(io.BytesIO(word)).paragraphs if p.style.name == "Heading 2"
    ]
    assert headings == [
        "The board is asked to",
        "Off course, and why",
        "Performance",
        "Every promise",
        "Sources and methods",
    ]


def test_pages_turn_for_wide_tables_and_turn_back(word: bytes) -> None:
    turns = [section.orientation for section in Document(io.BytesIO(word)).sections]
    assert [int(turn) for turn in turns] == [0, 1, 0]


def test_a_web_page_asks_nothing_of_anybody_and_keeps_what_people_type_as_words() -> None:
    found = made.sections()
    found["plan"]["actions"][0]["words"] = "<script>alert(1)</script> & so on"
    page = FORMATS["html"].write(board(found=found)).data.decode()
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    for outside in ("http://", "https://", "//cdn", "url("):
        assert outside not in page.replace("http://www.w3.org/2000/svg", "")


def test_what_people_type_is_never_run_by_typst_or_a_spreadsheet() -> None:
    found = made.sections()
    typed = '=cmd|x #panic() $x^2$ *bold* "quoted" \\ #sys.version'
    found["plan"]["actions"][0]["words"] = typed
    paper = compose(papers()["table"], made.source(found))
    assert "#panic()" in texts(FORMATS["pdf"].write(paper).data)[0]
    assert "'=cmd|x" in FORMATS["csv"].write(paper).data.decode()
    assert "<f>" not in "".join(parts_of(FORMATS["xlsx"].write(paper).data, "xl/worksheets/"))


NASTY = (
    "\x00\x01 nothing",
    "\ud800 half",
    "\uffff\ufffe",
    "]]> &amp; <b>'\"</b> {{ x }} {% y %}",
    "\u202ereversed\u202c \u200bjoined\u200d",
    "\r\n\t \u2028 \u00a0",
    "e\u0301\u0301\u0301 ﷽ 𒐫 👩‍👩‍👧",
    "\\ #{} @ref $ `code` _x_ //",
    "",
)


@pytest.mark.parametrize("typed", NASTY, ids=range(len(NASTY)))
def test_whatever_is_typed_the_paper_is_made(typed: str) -> None:
    found = made.sections()
    action = found["plan"]["actions"][0]
    found["plan"]["title"] = found["evidence"]["charts"][0]["title"] = f"Title {typed}"
    action.update(ref=typed[:5], words=typed, points=[typed], closed_why=typed)
    action["outcomes"][0]["words"] = found["evidence"]["area"] = typed
    found["round"]["requests"][0]["items"][0]["answers"][0]["why"] = typed
    given = Given(author=typed, meeting=typed, recommendations=(typed,), purpose=typed)
    paper = compose(papers()["board"], made.source(found, given=given))
    for form in FORMATS.values():
        assert form.write(paper).data, form.key
    for name, xml in (("word/document", "docx"), ("xl/sharedStrings", "xlsx")):
        etree.fromstring(parts_of(FORMATS[xml].write(paper).data, name)[0].encode())


def test_a_character_that_no_font_holds_is_named_and_reported() -> None:
    found = made.sections()
    found["plan"]["actions"][0]["words"] = "A cycle 🚲, سلام and 你好, naïve £5 – café"
    written = FORMATS["pdf"].write(compose(papers()["table"], made.source(found)))
    page = texts(written.data)[0].replace("\r\n", " ")
    assert "[bicycle]" in page
    assert "[4 Arabic letters]" in page
    assert "naïve £5 – café" in page
    (note,) = written.notes
    assert "bicycle, once" in note
    assert "Chinese or Japanese letters, twice" in note


def test_words_that_fonts_lack_stand_whole_where_the_reader_has_them() -> None:
    found = made.sections()
    found["plan"]["actions"][0]["words"] = "A cycle 🚲, سلام and 你好"
    paper = compose(papers()["table"], made.source(found))
    for key in ("html", "docx", "xlsx", "csv", "txt"):
        data = FORMATS[key].write(paper).data
        whole = data.decode() if key in ("html", "csv", "txt") else "".join(parts_of(data, ""))
        assert "A cycle 🚲, سلام and 你好" in " ".join(whole.split()), key


def test_every_letter_that_we_print_ourselves_is_in_our_fonts() -> None:
    stand_ins = StandIns(covered())
    for paper in papers().values():
        for audience in ("board", "public"):
            stand_ins.of(
                FORMATS["txt"].write(compose(paper, made.source(audience=audience))).data.decode()
            )
    assert stand_ins.notes == []


def test_our_fonts_are_read_as_they_are() -> None:
    for file in our_files():
        here = characters_of(file.read_bytes())
        assert {ord(c) for c in "Aa£é–’…€"} <= here
        assert 0x1F6B2 not in here


def test_a_host_adds_letters_by_putting_a_font_in_a_folder(tmp_path: Path) -> None:
    lacking = min(characters_of(our_files()[0].read_bytes()) - covered() - set(range(0x300)))
    found = made.sections()
    found["plan"]["actions"][0]["words"] = f"All done {chr(lacking)}"
    paper = compose(papers()["table"], made.source(found))
    assert FORMATS["pdf"].write(paper).notes
    shutil.copy(our_files()[0], tmp_path / "ours.otf")
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    written = FORMATS["pdf"].write(paper, Ways(fonts=tmp_path))
    assert not written.notes
    assert f"All done {chr(lacking)}" in " ".join(texts(written.data)[0].split())


def test_an_action_of_twenty_thousand_words_goes_over_pages() -> None:
    found = made.sections()
    found["plan"]["actions"][0]["words"] = "word " * 20_000
    for key in ("table", "board", "plan"):
        paper = compose(papers()[key], made.source(found))
        for form in formats_for(paper):
            written = form.write(paper)
            assert written.data
            if form.key == "xlsx" and key == "table":
                assert "cut" in written.notes[0]
    pages = texts(FORMATS["pdf"].write(compose(papers()["table"], made.source(found))).data)
    assert sum(page.count("word") for page in pages) >= 20_000


def test_a_plan_without_promises_still_has_its_papers() -> None:
    found = made.sections(promises=0, charts=0)
    found["plan"]["priorities"] = []
    for kind in papers().values():
        paper = compose(kind, made.source(found))
        for form in formats_for(paper):
            assert form.write(paper).data
    assert (
        "no promises yet"
        in FORMATS["txt"].write(compose(papers()["board"], made.source(found))).data.decode()
    )


def test_a_freeze_of_before_says_what_it_has_not() -> None:
    found = made.sections()
    for late in ("judgements", "evidence", "papers"):
        del found[late]
    told = FORMATS["txt"].write(board(found=found)).data.decode()
    assert "No evidence is in this freeze." in told
    assert "What the figures say of each target is not in this freeze." in told
    assert "Not counted" in told


def test_a_chart_of_too_few_months_is_left_out() -> None:
    found = made.sections()
    short = found["evidence"]["charts"][0]
    short["months"], short["counts"] = short["months"][:5], short["counts"][:5]
    short["signals"], short["kinds"] = [], []
    assert not [b for b in board(found=found).blocks if type(b).__name__ == "Picture"]


@pytest.mark.parametrize("data", [b"no picture at all", b"\x89PNG\r\n\x1a\n" + b"0" * 40_000])
def test_a_logo_that_is_no_picture_leaves_the_paper_without_one(data: bytes) -> None:
    paper = replace(board(), logo=Logo(data, "png", "A seal"))
    for key in ("pdf", "docx"):
        written = FORMATS[key].write(paper)
        assert written.data
        assert "The logo could not be drawn, so the paper has none." in written.notes


def test_a_logo_stands_in_the_paper_with_its_words() -> None:
    paper = replace(board(), logo=Logo(png(), "png", "A seal"))
    written = FORMATS["pdf"].write(paper)
    assert not written.notes
    assert tags_of(written.data)["Figure"] == 2
    assert not FORMATS["docx"].write(paper).notes
    assert "data:image/png;base64," in FORMATS["html"].write(paper).data.decode()


def png() -> bytes:
    from frankpledge.papers.writers.png import as_png

    square = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
    )
    return as_png([square])[0]


def test_a_partnership_has_its_own_colour_and_marks_keep_theirs() -> None:
    paper = replace(board(), colour="#7a1f5c")
    page = FORMATS["html"].write(paper).data.decode()
    assert "--fp-woad:#7a1f5c" in page
    assert "#98191b" in page  # stuck, as everywhere
    document = Document(io.BytesIO(FORMATS["docx"].write(paper).data))
    over = next(p for p in document.paragraphs if p.text.startswith("Safer Marsh"))
    assert str(over.runs[0].font.color.rgb) == "7A1F5C"
    assert FORMATS["pdf"].write(paper).data != FORMATS["pdf"].write(board()).data


def test_large_print_is_large_and_in_one_column() -> None:
    paper = compose(papers()["board"], made.source(), large=True)
    assert not paper.tables
    document = pypdfium2.PdfDocument(FORMATS["pdf"].write(paper).data)
    sizes = set()
    for page in document:
        assert page.get_width() < page.get_height()
        sizes |= {round(size, 1) for size in sizes_of(page)}
    assert min(sizes) >= 18
    styles = Document(io.BytesIO(FORMATS["docx"].write(paper).data)).styles
    assert styles["Normal"].font.size.pt >= 18
    assert styles["Meta"].font.size.pt >= 18


def sizes_of(page: object) -> set[float]:
    from pypdfium2 import raw

    held = page.get_textpage()  # type: ignore[attr-defined]
    found, matrix = set(), raw.FS_MATRIX()
    for at in range(held.count_chars()):
        if raw.FPDFText_GetUnicode(held, at) > 32:
            raw.FPDFText_GetMatrix(held, at, matrix)
            found.add(raw.FPDFText_GetFontSize(held, at) * abs(matrix.d))
    return found


def test_every_format_is_offered_but_spreadsheets_of_what_has_no_table() -> None:
    assert {one.key for one in formats_for(board())} == set(FORMATS)
    plan = compose(papers()["plan"], made.source())
    assert {one.key for one in formats_for(plan)} == {"html", "pdf", "docx", "txt"}
