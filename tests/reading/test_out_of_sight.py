"""Words beside the table, below it or out of sight are kept; what was deleted is no text."""

import io
from collections.abc import Callable

import pytest
import xlsxwriter

from frankpledge.reading import Unreadable, read
from frankpledge.reading.understanding.accounts import of_plan
from frankpledge.reading.words import tally
from tests.hostile.bad_documents import packed
from tests.reading.documents import ODT_SPACES
from tests.reading.kit import PlanFile
from tests.reading.test_word import SPACES, para, table, word

HEAD = [para(text) for text in ("Action", "Lead", "By when")]
ROW = [para("Patrol the park"), para("Police"), para("May 2027")]


def run(text: str, marks: str = "", tag: str = "t") -> str:
    return f"<w:r><w:rPr>{marks}</w:rPr><w:{tag} xml:space='preserve'>{text}</w:{tag}></w:r>"


def row(*cells: str, marks: str = "") -> str:
    return f"<w:tr>{marks}{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def holds(plan: PlanFile, *words: str) -> bool:
    return not tally(words) - of_plan(plan)


def boxed(text: str) -> str:
    box = f"<w:txbxContent>{para(text)}</w:txbxContent>"
    return f"<w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>"


WORD: dict[str, Callable[[], PlanFile]] = {
    "a text box": lambda: word(boxed("hidden lantern") + table(HEAD, ROW)),
    "a text box in a cell": lambda: word(table(HEAD, [ROW[0] + boxed("hidden lantern"), *ROW[1:]])),
    "a table in a text box": lambda: word(
        f"<w:p><w:r><w:pict><w:txbxContent>{table([para('hidden lantern')])}</w:txbxContent>"
        f"</w:pict></w:r></w:p>{table(HEAD, ROW)}"
    ),
    "a table in a cell": lambda: word(
        table(HEAD, [ROW[0] + table([para("hidden")], [para("lantern")]), *ROW[1:]])
    ),
    "a table in a table in a cell": lambda: word(
        table(HEAD, [ROW[0] + table([table([para("hidden lantern")])]), *ROW[1:]])
    ),
    "a footnote": lambda: word(
        table(HEAD, ROW), footnotes=f"<w:footnotes {SPACES}>{para('hidden lantern')}</w:footnotes>"
    ),
    "an endnote": lambda: word(
        table(HEAD, ROW), endnotes=f"<w:endnotes {SPACES}>{para('hidden lantern')}</w:endnotes>"
    ),
    "a comment": lambda: word(
        table(HEAD, ROW), comments=f"<w:comments {SPACES}>{para('hidden lantern')}</w:comments>"
    ),
    "a running head": lambda: word(
        table(HEAD, ROW), header2=f"<w:hdr {SPACES}>{para('hidden lantern')}</w:hdr>"
    ),
    "a table in a running foot": lambda: word(
        table(HEAD, ROW), footer1=f"<w:ftr {SPACES}>{table([para('hidden lantern')])}</w:ftr>"
    ),
    "letters that are hidden": lambda: word(
        f"<w:p>{run('hidden lantern', '<w:vanish/>')}</w:p>{table(HEAD, ROW)}"
    ),
    "a link": lambda: word(
        f"<w:p><w:hyperlink>{run('hidden lantern')}</w:hyperlink></w:p>{table(HEAD, ROW)}"
    ),
    "a form's own field": lambda: word(
        f"<w:sdt><w:sdtContent><w:p><w:sdt><w:sdtContent>{run('hidden lantern')}</w:sdtContent>"
        f"</w:sdt></w:p></w:sdtContent></w:sdt>{table(HEAD, ROW)}"
    ),
    "a block that was put in for newer programs": lambda: word(
        f"<mc:AlternateContent><mc:Choice>{para('hidden lantern')}</mc:Choice>"
        f"<mc:Fallback>{para('hidden lantern')}</mc:Fallback></mc:AlternateContent>"
        f"{table(HEAD, ROW)}"
    ),
    "a sum": lambda: word(
        f"<w:p><m:oMath><m:r><m:t>hidden lantern</m:t></m:r></m:oMath></w:p>{table(HEAD, ROW)}"
    ),
    "a diagram": lambda: word(
        table(HEAD, ROW),
        **{"diagrams/data1": f"<dgm {SPACES}><a:p><a:t>hidden lantern</a:t></a:p></dgm>"},
    ),
    "a chart": lambda: word(
        table(HEAD, ROW),
        **{
            "charts/chart1": f"<c:chart {SPACES}><c:title><a:p><a:t>hidden</a:t></a:p></c:title>"
            "<c:strCache><c:pt><c:v>lantern</c:v></c:pt></c:strCache></c:chart>"
        },
    ),
    "a cell that a merged one covers": lambda: word(
        "<w:tbl>"
        + row(*HEAD)
        + row('<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + ROW[0], *ROW[1:])
        + row("<w:tcPr><w:vMerge/></w:tcPr>" + para("hidden lantern"), *ROW[1:])
        + "</w:tbl>"
    ),
    "a hidden row": lambda: word(
        "<w:tbl>"
        + row(*HEAD)
        + row(*ROW)
        + row(para("hidden lantern"), *ROW[1:], marks="<w:trPr><w:hidden/></w:trPr>")
        + "</w:tbl>"
    ),
}


@pytest.mark.parametrize("place", WORD)
def test_a_word_document_keeps_what_stands_in(place: str) -> None:
    plan = WORD[place]()
    assert of_plan(plan)["lantern"] == 1
    assert holds(plan, "hidden lantern")
    assert plan["actions"][0]["lead"] == "Police"


DELETED = {
    "letters": lambda: para("Patrol") .replace(
        "</w:p>", f"<w:del>{run(' gone', tag='delText')}</w:del></w:p>"
    ),
    "letters that moved away": lambda: para("Patrol").replace(
        "</w:p>", f"<w:moveFrom>{run(' gone')}</w:moveFrom></w:p>"
    ),
    "letters in a link": lambda: para("Patrol").replace(
        "</w:p>",
        f"<w:hyperlink><w:del>{run(' gone', tag='delText')}</w:del></w:hyperlink></w:p>",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", DELETED)
def test_what_was_deleted_in_a_cell_is_listed_and_is_no_text(what: str) -> None:
    plan = word(table(HEAD, [DELETED[what](), *ROW[1:]]))
    assert plan["actions"][0]["action"] == "Patrol"
    assert plan["deleted"] == ["gone"]


def test_a_deleted_row_and_a_deleted_paragraph_are_listed_and_are_no_text() -> None:
    gone = row(para("gone"), *ROW[1:], marks='<w:trPr><w:del w:id="1"/></w:trPr>')
    rows = f"<w:tbl>{row(*HEAD)}{row(*ROW)}{gone}</w:tbl>"
    plan = word(f"<w:moveFrom>{para('away')}</w:moveFrom>{rows}")
    assert len(plan["actions"]) == 1
    assert sorted(plan["deleted"]) == ["May 2027", "Police", "away", "gone"]
    assert not plan["passages"]


def test_what_was_put_in_is_text() -> None:
    new = f"<w:p>{run('Patrol')}<w:ins>{run(' the mill')}</w:ins></w:p>"
    added = row(para("Light the path"), *ROW[1:], marks='<w:trPr><w:ins w:id="1"/></w:trPr>')
    plan = word(f"<w:tbl>{row(*HEAD)}{row(new, *ROW[1:])}{added}</w:tbl>")
    assert [each["action"] for each in plan["actions"]] == ["Patrol the mill", "Light the path"]


def test_a_struck_promise_is_text_and_is_struck() -> None:
    struck = [f"<w:p>{run(text, '<w:strike/>')}</w:p>" for text in ("Patrol", "Police", "May")]
    plan = word(table(HEAD, struck, ROW))
    assert [(each["action"], each.get("struck", False)) for each in plan["actions"]] == [
        ("Patrol", True),
        ("Patrol the park", False),
    ]


NESTED = "<table><tr><td>hidden</td><td>lantern</td></tr></table>"
PAGE = (
    "<table><tr><th>Action</th><th>Lead</th><th>By when</th></tr>"
    f"<tr><td>Patrol the park {NESTED}</td><td>Police</td><td>May 2027</td></tr></table>"
)


def test_a_web_page_keeps_a_table_in_a_cell() -> None:
    assert of_plan(read(PAGE.encode(), "plan.html"))["lantern"] == 1


def open_text(inside: str, row: str = "") -> PlanFile:
    texts = ("Action", "Lead", "By when"), ("Patrol the park", "Police", "May 2027")
    head, first = ([f"<text:p>{text}</text:p>" for text in row] for row in texts)
    first[0] += inside
    rows = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell>{c}</table:table-cell>' for c in cells)}"
        "</table:table-row>"
        for cells in (head, first)
    )
    content = (
        f"<office:document-content {ODT_SPACES}><office:body><office:text><table:table>{rows}{row}"
        "</table:table></office:text></office:body></office:document-content>"
    )
    return read(packed({"content.xml": content.encode()}), "plan.odt")


def test_an_open_document_keeps_a_table_in_a_cell_and_what_a_merged_one_covers() -> None:
    cell = "<table:table-cell><text:p>hidden lantern</text:p></table:table-cell>"
    nested = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    covered = cell.replace("table:table-cell", "table:covered-table-cell")
    for plan in (
        open_text(nested),
        open_text("", f"<table:table-row>{covered}</table:table-row>"),
    ):
        assert of_plan(plan)["lantern"] == 1
        assert plan["actions"][0]["lead"] == "Police"


def workbook(fill: Callable[..., None]) -> PlanFile:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Plan")
        for column, text in enumerate(("Action", "Lead", "By when")):
            sheet.write(0, column, text)
        for column, text in enumerate(("Patrol the park", "Police", "May 2027")):
            sheet.write(1, column, text)
        fill(made, sheet)
    return read(held.getvalue(), "plan.xlsx")


def _row(book, sheet) -> None:  # type: ignore[no-untyped-def]
    sheet.write_row(2, 0, ["hidden lantern", "Police", "June"])
    sheet.set_row(2, None, None, {"hidden": True})


def _column(book, sheet) -> None:  # type: ignore[no-untyped-def]
    sheet.write_column(0, 3, ["Notes", "hidden lantern"])
    sheet.set_column(3, 3, 9, None, {"hidden": True})


def _sheet(book, sheet) -> None:  # type: ignore[no-untyped-def]
    other = book.add_worksheet("Old")
    other.write(0, 0, "hidden lantern")
    other.very_hidden()


def _merged(book, sheet) -> None:  # type: ignore[no-untyped-def]
    sheet.merge_range(2, 0, 3, 0, "Light the path")
    sheet.write_row(2, 1, ["Police", "May"])
    sheet.write_row(3, 0, ["hidden lantern", "Police", "June"])


WORKBOOK: dict[str, Callable[..., None]] = {
    "a hidden row": _row,
    "a hidden column": _column,
    "a hidden sheet": _sheet,
    "a cell that a merged one covers": _merged,
    "a comment": lambda book, sheet: sheet.write_comment(1, 0, "hidden lantern"),
    "a text box": lambda book, sheet: sheet.insert_textbox(5, 5, "hidden lantern"),
    "a running head": lambda book, sheet: sheet.set_header("&L&\"Arial,Bold\"&12hidden lantern"),
    "a running foot": lambda book, sheet: sheet.set_footer("&Chidden lantern&RPage &P of &N"),
    "a cell far to the right": lambda book, sheet: sheet.write(1, 900, "hidden lantern"),
}  # fmt: skip


@pytest.mark.parametrize("place", WORKBOOK)
def test_a_workbook_keeps_what_stands_in(place: str) -> None:
    plan = workbook(WORKBOOK[place])
    assert of_plan(plan)["lantern"] == 1
    assert holds(plan, "hidden lantern")
    assert plan["actions"][0]["lead"] == "Police"


def test_the_codes_of_a_running_head_are_no_words() -> None:
    plan = workbook(lambda book, sheet: sheet.set_header('&L&"Arial,Bold"&12Fair && free&R&D &P'))
    assert "Fair & free" in plan["furniture"]
    assert "Arial" not in str(plan)


def test_a_workbook_of_more_sheets_than_can_be_looked_through_is_refused() -> None:
    def fill(made, sheet) -> None:  # type: ignore[no-untyped-def]
        for number in range(100):
            made.add_worksheet(f"S{number}")

    with pytest.raises(Unreadable, match="more sheets"):
        workbook(fill)
