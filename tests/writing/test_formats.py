"""What each format is for somebody who opens it, and what it never does."""

import csv
import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from lxml import etree

from frankpledge.reading import read
from frankpledge.writing import Unwritable, write
from tests.reading import documents

Plan = dict[str, Any]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LIVE = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(1)", "＝1+1"]


def plan(name: str = "word_headings") -> Plan:
    written = documents.ALL[name]()
    return read(written.data, written.name)


def part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return etree.fromstring(packed.read(name))


@pytest.mark.parametrize("text", LIVE)
def test_no_value_is_run_by_a_workbook_and_every_value_comes_back(text: str) -> None:
    made = plan()
    made["actions"][0] |= {"action": text, "lead": text, "ref": text}
    data = write(made, "csv")
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r＝＋－＠")]
    assert read(data, "plan.csv")["actions"][0]["action"] == text


@pytest.mark.parametrize("text", LIVE)
def test_no_cell_of_a_workbook_is_a_formula(text: str) -> None:
    made = plan()
    made["actions"][0] |= {"action": text}
    sheet = part(write(made, "xlsx"), "xl/worksheets/sheet1.xml")
    assert not list(sheet.iter(f"{S}f"))
    assert {cell.get("t") for cell in sheet.iter(f"{S}c")} <= {"s", None}


def test_a_workbook_keeps_its_heads_in_sight_and_on_each_printed_page() -> None:
    data = write(plan(), "xlsx")
    sheet, book = part(data, "xl/worksheets/sheet1.xml"), part(data, "xl/workbook.xml")
    assert sheet.find(f".//{S}pane").get("state") == "frozen"
    assert sheet.find(f"{S}pageSetup").get("orientation") == "landscape"
    names = [each.get("name") for each in book.iter(f"{S}definedName")]
    assert "_xlnm.Print_Titles" in names


def test_a_word_document_is_landscape_with_heads_on_every_page() -> None:
    data = write(plan(), "docx")
    document = Document(io.BytesIO(data))
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    heads = list(part(data, "word/document.xml").iter(f"{W}tblHeader"))
    assert len(heads) == len(document.tables)
    styles = [each.style.name for each in document.paragraphs if each.style]
    assert "Title" in styles
    assert styles.count("Heading 1") >= 2


def test_a_rating_is_a_shade_and_a_word() -> None:
    made = plan()
    data = write(made, "docx")
    shades = [each.get(f"{W}fill") for each in part(data, "word/document.xml").iter(f"{W}shd")]
    assert {"B5DDB9", "FBDB93", "F4B6AE"} <= set(shades)
    colours = [each["status"]["colour"] for each in read(data, "plan.docx")["actions"]]
    assert colours == ["green", "amber", "red"]
    values = write(made, "csv").decode()
    assert "[green]" in values or "Green" in values


def test_prose_and_figures_go_with_the_documents() -> None:
    made = plan("word_headings")
    made["passages"] = [{"heading": "Why", "text": "Because.\nAnd so."}]
    made["figures"] = [{"title": "Crime", "columns": ["Ward", "2025"], "rows": [["Fen", "12"]]}]
    for kind in ("docx", "xlsx"):
        back = read(write(made, kind), f"plan.{kind}")
        assert back["passages"] == made["passages"]
        [table] = back["figures"]
        assert (table["title"], table["columns"]) == ("Crime", ["Ward", "2025"])
        assert table["rows"] == [["Fen", "12"]]


def test_a_plan_without_anything_is_still_a_document() -> None:
    empty = read(b'{"priorities": [], "actions": []}', "plan.json")
    for kind in ("docx", "xlsx", "csv", "json"):
        assert read(write(empty, kind), f"plan.{kind}")["actions"] == []


def test_what_fits_no_cell_of_a_workbook_is_refused_in_a_sentence() -> None:
    made = plan()
    made["actions"][0]["action"] = "l" * 40_000
    with pytest.raises(Unwritable, match="does not fit in a cell"):
        write(made, "xlsx")
    assert read(write(made, "docx"), "plan.docx")["actions"][0]["action"] == "l" * 40_000


def test_what_somebody_changed_in_the_document_is_what_is_read() -> None:
    """The table holds the plan; nothing behind it does."""
    document = Document(io.BytesIO(write(plan(), "docx")))
    cells = document.tables[0].rows[1].cells
    at = [cell.text for cell in document.tables[0].rows[0].cells].index("What will be done")
    cells[at].paragraphs[0].runs[0].text = "Something else altogether"
    held = io.BytesIO()
    document.save(held)
    back = read(held.getvalue(), "plan.docx")
    assert back["actions"][0]["action"] == "Something else altogether"


def test_a_cell_beside_our_columns_is_left_over_and_not_lost() -> None:
    rows = list(csv.reader(io.StringIO(write(plan(), "csv").decode("utf-8-sig"))))
    rows[-1].append("40 people trained again")
    held = io.StringIO()
    csv.writer(held, quoting=csv.QUOTE_ALL).writerows(rows)
    assert read(held.getvalue().encode(), "plan.csv")["unplaced"] == ["40 people trained again"]


@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv"])
def test_nothing_is_left_over_of_a_document_as_it_was_written(kind: str) -> None:
    assert read(write(plan(), kind), f"plan.{kind}")["unplaced"] == []
