"""What hides in a Word document: text boxes, old copies, Word's own numbers, notes."""

from frankpledge.reading import read
from frankpledge.reading.understanding.accounts import of_plan
from tests.hostile.bad_documents import packed
from tests.reading.kit import PlanFile

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)


def para(text: str, more: str = "") -> str:
    return f"<w:p>{more}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def word(body: str, **parts: str) -> PlanFile:
    made = {"word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"}
    made |= {f"word/{name}.xml": text for name, text in parts.items()}
    return read(packed({name: text.encode() for name, text in made.items()}))


def table(*rows: list[str]) -> str:
    cells = ["".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def test_a_text_box_is_read_once_though_the_file_holds_it_twice() -> None:
    box = f"<w:txbxContent>{para('Inside the box')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    run = f"<w:r>{both}</mc:AlternateContent></w:r>"
    found = word(f"<w:p><w:r><w:t>Before</w:t></w:r>{run}</w:p>")
    counted = of_plan(found)
    assert (counted["Inside"], counted["box"], counted["Before"]) == (1, 1, 1)


def test_numbers_that_word_prints_are_the_outcomes_numbers() -> None:
    numbering = (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>'
    head = [para(text) for text in ("Action", "Lead", "Outcomes", "Status")]
    row = [
        para("Patrol"), para("Police"),
        para("Ten walks", numbered) + para("One report", numbered),
        para("1. Complete") + para("2. Not started"),
    ]  # fmt: skip
    outcomes = word(table(head, row), numbering=numbering)["actions"][0]["outcomes"]
    assert [(each["number"], each["status"]["state"]) for each in outcomes] == [
        (1, "complete"),
        (2, "not-started"),
    ]


def test_running_heads_are_furniture_and_notes_are_kept() -> None:
    header = f"<w:hdr {SPACES}>{para('Draft for the board')}</w:hdr>"
    notes = f"<w:footnotes {SPACES}>{para('As agreed in May')}</w:footnotes>"
    found = word(para("The plan is short."), header1=header, header2=header, footnotes=notes)
    assert found["furniture"] == ["Draft for the board"]
    assert "As agreed in May" in found["passages"][0]["text"]


def test_a_cell_split_by_a_page_break_written_by_hand_goes_on() -> None:
    head = [para(text) for text in ("Action", "Lead", "Progress")]
    rows = [
        [para("Patrol"), para("Police"), para("Begun in the")],
        ["<w:p/>", "<w:p/>", para("north ward")],
    ]
    found = word(table(head, *rows))
    assert len(found["actions"]) == 1
    assert found["actions"][0]["update"]["text"] == "Begun in the north ward"
