"""Plans of our own, in layouts that differ, each written by a script; and the words written."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

import docx
import typst
import xlsxwriter
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

SHADES = {"red": "FF0000", "amber": "FFC000", "green": "00B050"}


@dataclass
class Written:
    name: str
    data: bytes = b""
    # Everything that the script wrote, for the counting of words.
    texts: list[str] = field(default_factory=list)

    def say(self, text: str) -> str:
        self.texts.append(text)
        return text


def _shade(cell, colour: str) -> None:  # type: ignore[no-untyped-def]
    mark = OxmlElement("w:shd")
    mark.set(qn("w:val"), "clear")
    mark.set(qn("w:fill"), SHADES[colour])
    cell._tc.get_or_add_tcPr().append(mark)


def _fill(table, written: Written, rows: list[list[str]]) -> None:  # type: ignore[no-untyped-def]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = written.say(text)


def _saved(document, written: Written) -> Written:  # type: ignore[no-untyped-def]
    held = io.BytesIO()
    document.save(held)
    written.data = held.getvalue()
    return written


HEAD = ["Ref", "What we will do", "Who leads", "By when", "How we will know", "Progress", "RAG"]


def word_headings() -> Written:
    """A heading for each priority, a table under each, ratings as shaded cells, a key below."""
    written = Written("word_headings.docx")
    made = docx.Document()
    made.add_heading(written.say("Marshwick Community Safety Partnership Action Plan 2026-27"), 0)
    made.add_paragraph(written.say("This plan was agreed by the board in March."))
    plan = {
        "Priority 1: Serious violence": [
            [
                "1.1",
                "Run knife arches at two stations",
                "Police",
                "June 2026",
                "Two operations held",
                "One held so far",
                "green",
            ],
            ["1.2", "Train door staff", "Council", "Quarterly", "40 people trained", "", "amber"],
        ],
        "Priority 2: Burglary": [
            [
                "2.1",
                "Mark property in Eastfield",
                "Watch Liaison Officer",
                "March 2027",
                "300 homes visited",
                "Delayed by staffing",
                "red",
            ],
        ],
    }
    for heading, rows in plan.items():
        made.add_heading(written.say(heading), 1)
        made.add_paragraph(written.say("Lead agency: Marshwick Council"))
        table = made.add_table(len(rows) + 1, len(HEAD))
        _fill(table, written, [HEAD, *[[*row[:-1], ""] for row in rows]])
        for row, texts in zip(table.rows[1:], rows, strict=True):
            _shade(row.cells[6], texts[-1])
    key = made.add_table(3, 2)
    meanings = {"green": "Complete", "amber": "On target", "red": "At risk"}
    for row, (colour, meaning) in zip(key.rows, meanings.items(), strict=True):
        row.cells[1].text = written.say(meaning)
        _shade(row.cells[0], colour)
    return _saved(made, written)


def word_banners() -> Written:
    """One long table, a merged banner for each priority, merged leads, outcomes row by row."""
    written = Written("word_banners.docx")
    made = docx.Document()
    made.add_heading(written.say("Delivery plan 2026 to 2027"), 1)
    head = ["Objective", "Lead", "Target", "Timescale", "Status"]
    rows = [
        head,
        ["Theme A: Safer streets", "", "", "", ""],
        ["Light the canal path", "Highways", "12 lamps fitted", "May 2026", "Complete"],
        ["", "", "Survey of walkers", "", "Not started"],
        ["Patrol the market", "Police", "Weekly patrol", "Ongoing", ""],
        ["Theme B: Young people", "", "", "", ""],
        ["Open the youth club", "", "20 sessions", "Summer 2026", ""],
    ]
    table = made.add_table(len(rows), len(head))
    _fill(table, written, rows)
    for at in (1, 5):
        table.rows[at].cells[0].merge(table.rows[at].cells[4])
    for column in (0, 1, 3):
        table.rows[2].cells[column].merge(table.rows[3].cells[column])
    return _saved(made, written)


def word_tracked() -> Written:
    """Tracked changes, a row struck through, and numbered outcomes in paragraphs of one cell."""
    written = Written("word_tracked.docx")
    made = docx.Document()
    made.add_heading(written.say("Actions"), 2)
    table = made.add_table(3, 4)
    head = ["Activity", "Responsible", "Deadline", "Expected outcomes"]
    _fill(table, written, [head, ["", "Fire service", "31 March 2027", ""], ["", "", "", ""]])
    paragraph = table.rows[1].cells[0].paragraphs[0]
    paragraph.add_run(written.say("Visit "))
    gone = OxmlElement("w:del")
    run = OxmlElement("w:r")
    text = OxmlElement("w:delText")
    text.text = written.say("fifty ")
    run.append(text)
    gone.append(run)
    paragraph._p.append(gone)
    added = OxmlElement("w:ins")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = written.say("eighty homes")
    run.append(text)
    added.append(run)
    paragraph._p.append(added)
    cell = table.rows[1].cells[3]
    cell.text = written.say("1. Eighty visits made")
    cell.add_paragraph(written.say("2. Every smoke alarm tested, logged, and reported"))
    for at, words in enumerate(["Hold a gala", "Council", "July 2026", "One gala"]):
        run = table.rows[2].cells[at].paragraphs[0].add_run(written.say(words))
        run.font.strike = True
    return _saved(made, written)


def word_bullets() -> Written:
    """No table at all: headings, and bullets that say who and when in brackets."""
    written = Written("word_bullets.docx")
    made = docx.Document()
    made.add_heading(written.say("Hollowby Safety Plan 2027/28"), 0)
    for heading, lines in {
        "Priority 1 Fraud": [
            "Teach tellers to spot scams (Trading Standards, by June 2027)",
            "Print a leaflet for carers (Council, by autumn 2027)",
        ],
        "Priority 2 Noise": ["Answer calls at night (Environmental Health, March 2028)"],
    }.items():
        made.add_heading(written.say(heading), 1)
        made.add_paragraph(written.say("This matters to those who live here."))
        for line in lines:
            made.add_paragraph(written.say(line), style="List Bullet")
    return _saved(made, written)


def word_cards() -> Written:
    """A small upright table for each action, the fields down the side."""
    written = Written("word_cards.docx")
    made = docx.Document()
    made.add_heading(written.say("Priority 4: Hate crime"), 1)
    for action, lead in (("Train champions", "Council"), ("Publish a guide", "Police")):
        rows = [
            ["Action", action],
            ["Lead officer", lead],
            ["By when", "May 2027"],
            ["Measure", "Ten champions"],
            ["Progress", "Under way"],
        ]
        _fill(made.add_table(5, 2), written, rows)
        made.add_paragraph("")
    return _saved(made, written)


def word_minutes() -> Written:
    """Minutes of a meeting: no promise in them, and none may be read."""
    written = Written("word_minutes.docx")
    made = docx.Document()
    made.add_heading(written.say("Minutes of the joint action group"), 1)
    made.add_paragraph(written.say("Present: the chair, two officers and a clerk."))
    made.add_paragraph(written.say("The group noted the report."), style="List Bullet")
    table = made.add_table(3, 2)
    _fill(table, written, [["Name", "Organisation"], ["A. Clerk", "Council"], ["B. Chair", "Fire"]])
    return _saved(made, written)


def _book(written: Written, fill: Callable) -> Written:  # type: ignore[type-arg]
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    fill(book)
    book.close()
    written.data = held.getvalue()
    return written


def book_sheets() -> Written:
    """A sheet for each priority, shaded ratings, a hidden row."""
    written = Written("book_sheets.xlsx")

    def fill(book) -> None:  # type: ignore[no-untyped-def]
        shades = {name: book.add_format({"bg_color": f"#{SHADES[name]}"}) for name in SHADES}
        for sheet_name, rows in {
            "Violence": [
                ["1", "Weapon sweeps", "Police", "Monthly", "12 sweeps", "green"],
                ["2", "School talks", "Youth service", "July 2026", "6 talks", "amber"],
            ],
            "Vehicle crime": [
                ["3", "Number plate screws", "Police", "2026-27", "500 cars", "red"],
                ["4", "Old promise", "Council", "May 2026", "", ""],
            ],
        }.items():
            sheet = book.add_worksheet(written.say(sheet_name))
            for at, head in enumerate(["No.", "Task", "Owner", "Due date", "KPI", "BRAG"]):
                sheet.write_string(0, at, written.say(head))
            for number, row in enumerate(rows, start=1):
                for at, text in enumerate(row[:-1]):
                    sheet.write_string(number, at, written.say(text))
                if row[-1]:
                    sheet.write_blank(number, 5, None, shades[row[-1]])
                if row[1] == "Old promise":
                    sheet.set_row(number, None, None, {"hidden": True})

    return _book(written, fill)


def book_merged() -> Written:
    """One sheet, the priority merged down the side, a start and an end date."""
    written = Written("book_merged.xlsx")

    def fill(book) -> None:  # type: ignore[no-untyped-def]
        sheet = book.add_worksheet("Plan")
        written.say("Plan")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_string(0, 0, written.say("Saltmarsh partnership delivery plan 2026/27"))
        heads = ["Priority", "Objective", "Action", "Lead", "Start date", "End date", "Status"]
        for at, head in enumerate(heads):
            sheet.write_string(2, at, written.say(head))
        sheet.merge_range(3, 0, 4, 0, written.say("Retail crime"))
        sheet.write_string(5, 0, written.say("Arson"))
        rows = [
            ["Fewer thefts", "Radio link for shops"],
            ["Fewer thefts again", "Exclusion notices"],
            ["Fewer fires", "Clear the alleys"],
        ]
        for number, (aim, action) in enumerate(rows, start=3):
            sheet.write_string(number, 1, written.say(aim))
            sheet.write_string(number, 2, written.say(action))
            sheet.write_string(number, 3, written.say("Council"))
            sheet.write_number(number, 4, 46113, day)
            sheet.write_number(number, 5, 46477, day)
            written.say("01/04/2026 31/03/2027")
            sheet.write_string(number, 6, written.say("On track"))

    return _book(written, fill)


def book_quarters() -> Written:
    """A column for each quarter's update."""
    written = Written("book_quarters.xlsx")

    def fill(book) -> None:  # type: ignore[no-untyped-def]
        sheet = book.add_worksheet("Sheet1")
        written.say("Sheet1")
        heads = ["Action", "Lead", "Q1 update", "Q2 update", "Q3 update"]
        rows = [
            heads,
            ["Street pastors", "Churches", "Nine nights", "Eleven nights", ""],
            ["Taxi marshals", "Council", "Not funded", "", ""],
        ]
        for number, row in enumerate(rows):
            for at, text in enumerate(row):
                sheet.write_string(number, at, written.say(text))

    return _book(written, fill)


def values() -> Written:
    """Comma-separated, in another order, with a comma and a line break inside a cell."""
    written = Written("values.csv")
    text = (
        "Timeframe,Partners,Activity,Responsible officer,Success criteria,Comments\n"
        '"Ongoing","Housing, health",Visit rough sleepers,"Outreach, lead","- 30 visits\n'
        '- 10 people housed",Begun\n'
        "Autumn 2026,Police,Hold a surgery,Ward officer,One surgery held,\n"
    )
    written.data = written.say(text).encode()
    return written


def page() -> Written:
    """A web page: cells over several rows and columns, a background colour, as above."""
    written = Written("page.html")
    rows = (
        "<tr><th>Theme</th><th>Action</th><th>Lead</th><th>When</th><th>Rating</th></tr>"
        '<tr><td rowspan="2">Drugs</td><td>Needle bins</td><td rowspan="2">Public health</td>'
        '<td>May 2026</td><td style="background-color: #00b050">&nbsp;</td></tr>'
        '<tr><td>Outreach van</td><td>As above</td><td bgcolor="red"></td></tr>'
        "<tr><td>Alcohol</td><td>Licence visits</td><td>Licensing</td><td>Monthly</td>"
        "<td>Amber</td></tr>"
    )
    figures = (
        "<table><tr><td>Ward</td><td>2024/25</td><td>2025/26</td><td>Change</td></tr>"
        "<tr><td>North</td><td>120</td><td>90</td><td>-25%</td></tr>"
        "<tr><td>South</td><td>80</td><td>88</td><td>+12%</td></tr>"
        "<tr><td>Total</td><td>200</td><td>179</td><td>-11%</td></tr></table>"
    )
    body = f"<h1>Fenwick plan 2026-27</h1><table>{rows}</table><h2>Offences</h2>{figures}"
    written.data = f"<!doctype html><html><body>{body}</body></html>".encode()
    plain = body.replace("&nbsp;", " ")
    written.say(re.sub(r"<[^>]+>", " ", plain))
    return written


ODT_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def open_text() -> Written:
    """OpenDocument: a heading, a list that is prose, a table with a merged lead and a shade."""
    written = Written("open_text.odt")

    def cell(text: str, more: str = "") -> str:
        inner = f"<text:p>{written.say(text)}</text:p>" if text else ""
        return f"<table:table-cell {more}>{inner}</table:table-cell>"

    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    merged = 'table:number-rows-spanned="2"'
    covered = "<table:covered-table-cell/>"
    shaded = 'table:style-name="amber"'
    table = "".join(
        (
            row(*map(cell, ("Ref", "Commitment", "Lead", "Timescale", "Status"))),
            row(
                cell("A1", ""),
                cell("Night bus"),
                cell("Transport", merged),
                cell("2026/27"),
                cell("", shaded),
            ),
            row(
                cell("A2"), cell("Safe taxi scheme"), covered, cell("Winter 2026"), cell("Delayed")
            ),
        )
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {ODT_SPACES}><office:automatic-styles>'
        '<style:style style:name="amber" style:family="table-cell">'
        '<style:table-cell-properties fo:background-color="#ffc000"/></style:style>'
        "</office:automatic-styles><office:body><office:text>"
        f'<text:h text:outline-level="1">{written.say("Objective 1: Safer nights")}</text:h>'
        f"<text:list><text:list-item><text:p>{written.say('Why it matters')}</text:p>"
        "</text:list-item></text:list>"
        f"<table:table>{table}</table:table></office:text></office:body>"
        "</office:document-content>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    written.data = held.getvalue()
    return written


def pipes() -> Written:
    """Plain text with bars between the cells, and the same promise under two priorities."""
    written = Written("pipes.txt")
    head = "| Action | Lead | Timescale | Measure |\n|---|---|---|---|\n"
    shared = "Join up camera control rooms"
    text = (
        "# Wold Community Safety Partnership Plan 2026/27\n\n## Priority 1: Theft\n\n"
        f"{head}| {shared} | Council | May 2026 | One room |\n"
        "| Mark cycles | Police | Ongoing | 200 cycles |\n\n"
        f"## Priority 2: Disorder\n\n{head}| {shared} | Police | June 2026 | Ditto |\n"
        "| Dispersal zone | Police | Summer 2026 | Fewer calls |\n"
    )
    written.data = written.say(text).encode()
    return written


def printed() -> Written:
    """A PDF: the table runs over pages, its head is repeated, a rating is a shaded cell."""
    written = Written("printed.pdf")
    lines = [
        "#set page(width: 297mm, height: 70mm, margin: 15mm, header: [Brackmoor plan])",
        '#set page(numbering: "1")',
        "#set text(size: 9pt)",
        f"= {written.say('Brackmoor Community Safety Partnership Plan 2026-27')}",
        f"== {written.say('Priority 1: Fly tipping')}",
        "#table(columns: (1fr, 4fr, 2fr, 2fr, 4fr, 1fr), table.header("
        + ",".join(f"[{head}]" for head in ("Ref", "Action", "Lead", "By when", "Outcome", "RAG"))
        + "),",
    ]
    written.say("Ref Action Lead By when Outcome RAG")
    for number in range(1, 13):
        action = written.say(f"Clear the lane behind street {number} and watch it for a month")
        cells = [written.say(f"1.{number}"), action, written.say("Council"), written.say("Monthly")]
        shade = list(SHADES.values())[number % 3]
        outcome = written.say(f"At least {number} lanes cleared. The rest are listed for later")
        inner = ",".join(f"[{text}]" for text in [*cells, outcome])
        lines.append(f'{inner},table.cell(fill: rgb("{shade}"))[],')
    lines.append(")")
    written.data = typst.compile("\n".join(lines).encode())
    return written


ALL: dict[str, Callable[[], Written]] = {
    make.__name__: make
    for make in (
        word_headings,
        word_banners,
        word_tracked,
        word_bullets,
        word_cards,
        word_minutes,
        book_sheets,
        book_merged,
        book_quarters,
        values,
        page,
        open_text,
        pipes,
        printed,
    )
}
