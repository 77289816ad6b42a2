"""Layouts that councils use, each written by a script; what was once read wrongly stays read."""

import io
from collections.abc import Callable

import docx
import pytest
import typst
import xlsxwriter
from docx.oxml import OxmlElement

from frankpledge.reading import read
from tests.reading.kit import PlanFile

HEAD = ["Action", "Lead", "By when"]
CLUB = ["Open a youth club", "YMCA", "Sept 2026"]
CAMERAS = ["Fit 10 cameras", "Council", "Dec 2026"]
PARK = ["Repair the skate park", "Parish council", "July 2026"]


def word(fill: Callable) -> PlanFile:  # type: ignore[type-arg]
    made = docx.Document()
    fill(made)
    held = io.BytesIO()
    made.save(held)
    return read(held.getvalue(), "plan.docx")


def table(into, rows: list[list[str]]):  # type: ignore[no-untyped-def]
    made = into.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = text
    return made


def book(**sheets: dict[str, list[str]]) -> PlanFile:
    held = io.BytesIO()
    made = xlsxwriter.Workbook(held)
    for name, cells in sheets.items():
        sheet = made.add_worksheet(name.replace("_", " "))
        for place, row in cells.items():
            sheet.write_row(place, row)
    made.close()
    return read(held.getvalue(), "plan.xlsx")


def titles(plan: PlanFile) -> list[str]:
    return [each["title"] for each in plan["priorities"]]


def under(plan: PlanFile) -> list[tuple[str, str]]:
    names = {each["id"]: each["title"] for each in plan["priorities"]}
    return [(each["action"], names[each["priorities"][0]]) for each in plan["actions"]]


def test_a_priority_over_its_table_needs_no_style() -> None:
    def fill(made) -> None:  # type: ignore[no-untyped-def]
        made.add_paragraph("1. PURPOSE OF REPORT")
        made.add_paragraph("1.1 To present the action plan.")
        made.add_paragraph("Priority 1 - Young people")
        table(made, [HEAD, CLUB])
        made.add_paragraph("PRIORITY 2")
        made.add_paragraph("SAFER STREETS")
        table(made, [HEAD, CAMERAS])

    found = word(fill)
    assert under(found) == [(CLUB[0], "Young people"), (CAMERAS[0], "SAFER STREETS")]
    assert [each["ref"] for each in found["priorities"]] == ["1", "2"]


def test_a_plain_line_names_a_priority_only_where_every_table_has_one() -> None:
    def both(made) -> None:  # type: ignore[no-untyped-def]
        for title, row in (("Young people", CLUB), ("Safer streets", CAMERAS)):
            made.add_paragraph(title)
            table(made, [HEAD, row])

    def one(made) -> None:  # type: ignore[no-untyped-def]
        made.add_paragraph("Agreed by the board")
        table(made, [HEAD, CLUB])

    assert titles(word(both)) == ["Young people", "Safer streets"]
    assert titles(word(one)) == []


def test_two_tables_beside_one_another_in_word() -> None:
    def fill(made) -> None:  # type: ignore[no-untyped-def]
        frame = made.add_table(1, 2)
        for cell, name, rows in zip(
            frame.rows[0].cells, ("Eastby", "Westby"), ([CLUB, CAMERAS], [PARK]), strict=True
        ):
            cell.text = name
            inner = cell.add_table(0, 3)
            for row in [HEAD, *rows]:
                for each, text in zip(inner.add_row().cells, row, strict=True):
                    each.text = text

    found = word(fill)
    assert under(found) == [(CLUB[0], "Eastby"), (CAMERAS[0], "Eastby"), (PARK[0], "Westby")]


def test_two_tables_beside_one_another_on_a_sheet() -> None:
    found = book(
        Plan={
            "A1": ["Eastby"], "E1": ["Westby"], "A2": HEAD, "E2": HEAD,
            "A3": CLUB, "E3": PARK, "A4": CAMERAS,
        }
    )  # fmt: skip
    assert [each["action"] for each in found["actions"]] == [CLUB[0], CAMERAS[0], PARK[0]]
    assert found["actions"][2]["timescale"] == "July 2026"


def test_a_note_between_the_rows_of_a_sheet_ends_no_table() -> None:
    found = book(Plan={"A1": HEAD, "A2": CLUB, "A4": ["Added in the year"], "A6": CAMERAS})
    assert [each["action"] for each in found["actions"]] == [CLUB[0], CAMERAS[0]]


def test_what_stands_over_the_heads_is_the_priority_and_not_the_years_sheet() -> None:
    found = book(
        **{
            "2026-27": {
                "A1": ["Objective: Safer homes"], "D1": ["Progress 2026/27"],
                "A2": [*HEAD, "Q1", "Q2"], "A3": [*CLUB, "Opened", "80 came"],
            }
        }
    )  # fmt: skip
    assert titles(found) == ["Safer homes"]
    assert [each["text"] for each in found["actions"][0]["updates"]] == ["Opened", "80 came"]


def test_what_stands_before_a_plan_is_not_its_name() -> None:
    def fill(made) -> None:  # type: ignore[no-untyped-def]
        made.add_paragraph("NORTHFORD BOROUGH COUNCIL")
        made.add_heading("Report of the Head of Community Services", 1)
        table(made, [HEAD, CLUB])

    guided = book(Guidance={"A1": ["How to fill in this plan"]}, ASB={"A1": HEAD, "A2": CLUB})
    assert (word(fill)["title"], guided["title"]) == (None, None)
    assert titles(guided) == ["ASB"]


def test_short_lines_alone_in_their_rows_are_the_priorities_of_a_sheet() -> None:
    rows = [HEAD, ["Young people"], CLUB, PARK, ["Safer streets"], CAMERAS]
    found = book(Sheet1={f"A{at}": row for at, row in enumerate(rows, start=1)})
    assert under(found) == [
        (CLUB[0], "Young people"),
        (PARK[0], "Young people"),
        (CAMERAS[0], "Safer streets"),
    ]
    unsaid = [HEAD, CLUB, ["Paint the underpass"], CAMERAS]
    found = book(Sheet1={f"A{at}": row for at, row in enumerate(unsaid, start=1)})
    assert len(found["actions"]) == 3 and found["priorities"] == []


def test_the_only_sheet_of_a_workbook_is_no_priority() -> None:
    assert titles(book(Marsh={"A1": HEAD, "A2": CLUB})) == []
    assert titles(book(Priority_1_Fire={"A1": HEAD, "A2": CLUB})) == ["Fire"]


def test_news_in_a_row_across_belongs_to_the_promise_above() -> None:
    def fill(made) -> None:  # type: ignore[no-untyped-def]
        rows = table(made, [HEAD, CLUB, ["", "", ""], CAMERAS]).rows
        rows[2].cells[0].merge(rows[2].cells[2]).text = "Progress: 40 came."

    found = word(fill)
    assert [each["action"] for each in found["actions"]] == [CLUB[0], CAMERAS[0]]
    assert found["actions"][0]["update"]["text"] == "40 came."
    assert found["priorities"] == []


def test_of_a_rating_for_each_quarter_the_newest_counts() -> None:
    head = [*HEAD, "Q1 RAG", "Q1 comment", "Q2 RAG", "Q2 comment"]
    rows = [[*CLUB, "G", "Open", "A", "Slow"], [*CAMERAS, "R", "None", "", ""]]
    first, second = word(lambda made: table(made, [head, *rows]))["actions"]
    assert (first["status"]["colour"], first["other"]) == ("amber", {"Q1 RAG": "G"})
    assert second["status"]["colour"] == "red"
    assert [each["text"] for each in first["updates"]] == ["Open", "Slow"]


def test_bodies_that_are_ticked_lead_or_help() -> None:
    head = ["Action", "Police", "Council", "Health", "By when"]
    rows = [["Patrols", "\u2713", "\u2713", "", "Weekly"], ["Visits", "", "", "x", "May 2026"]]
    first, second = word(lambda made: table(made, [head, *rows]))["actions"]
    assert [lead["organisation"] for lead in first["leads"]] == ["Police", "Council"]
    assert (second["lead"], second["timescale"]) == ("Health", "May 2026")
    led = [["Lead", *head], ["CCTV team", *rows[0]], ["Nurses", *rows[1]]]
    first, _ = word(lambda made: table(made, led))["actions"]
    assert (first["lead"], first["support"]) == ("CCTV team", "Police / Council")


def test_months_and_colours_that_are_ticked_are_no_bodies() -> None:
    rows = [
        ["Action", "Lead", "Apr", "May", "Jun", "Jul", "Red", "Green"],
        ["Patrols", "Police", "x", "x", "", "", "", "x"],
    ]
    [action] = word(lambda made: table(made, rows))["actions"]
    assert (action["lead"], action["support"]) == ("Police", None)
    assert action["other"] == {"Apr": "x", "May": "x", "Green": "x"}


def test_milestones_that_are_dates_are_the_timescale() -> None:
    head = ["What we will do", "Who", "Milestone", "How we will know"]
    dates = [["Offer locks", "Council", "End of May 2026", "60 homes"]]
    deeds = [["Offer locks", "Council", "First 20 fitted by May 2026", "60 homes"]]
    [dated] = word(lambda made: table(made, [head, *dates]))["actions"]
    [done] = word(lambda made: table(made, [head, *deeds]))["actions"]
    assert (dated["timescale"], len(dated["outcomes"])) == ("End of May 2026", 1)
    assert (done["timescale"], len(done["outcomes"])) == (None, 2)


def test_coloured_signs_are_ratings() -> None:
    rows = [[*CLUB, "\U0001f7e2"], [*CAMERAS, "\U0001f534 no money"], [*PARK, "\u2705"]]
    found = word(lambda made: table(made, [[*HEAD, "RAG"], *rows]))["actions"]
    assert [each["status"]["colour"] for each in found] == ["green", "red", None]
    assert found[2]["status"]["state"] == "complete"


def test_a_choice_made_from_a_list_in_word_is_read() -> None:
    def fill(made) -> None:  # type: ignore[no-untyped-def]
        cells = table(made, [[*HEAD, "Status"], [*CLUB, ""]]).rows[1].cells
        chosen, held = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        run, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = "In progress"
        run.append(text)
        held.append(run)
        chosen.append(held)
        cells[3].paragraphs[0]._p.append(chosen)

    assert word(fill)["actions"][0]["status"]["state"] == "in-progress"


def test_who_when_and_how_many_in_brackets_after_a_bullet() -> None:
    def fill(made) -> None:  # type: ignore[no-untyped-def]
        made.add_heading("Priority one - Young people", 2)
        made.add_paragraph(
            "Run summer sports (Lead: Youth Service; by August 2026; 200 taking part)",
            style="List Bullet",
        )
        made.add_paragraph("Two talks. Lead: Police. By: March 2027.", style="List Bullet")

    first, second = word(fill)["actions"]
    assert (first["lead"], first["timescale"]) == ("Youth Service", "by August 2026")
    assert [each["text"] for each in first["outcomes"]] == ["200 taking part"]
    assert (second["lead"], second["timescale"]) == ("Police", "March 2027")


def test_a_promise_that_is_a_heading_has_who_and_when_under_it() -> None:
    def fill(made) -> None:  # type: ignore[no-untyped-def]
        made.add_heading("Theme 1 Exploitation", 1)
        for number, lead in ((1, "Police analyst"), (2, "Licensing")):
            made.add_heading(f"1.{number} Deed {number}", 2)
            made.add_paragraph(f"Lead: {lead}")
            made.add_paragraph("Timescale: March 2027")
            made.add_paragraph("Success measure: Four maps")
            made.add_paragraph("The board asked for this.")

    found = word(fill)
    assert under(found) == [("Deed 1", "Exploitation"), ("Deed 2", "Exploitation")]
    assert [each["lead"] for each in found["actions"]] == ["Police analyst", "Licensing"]
    assert found["actions"][1]["timescale"] == "March 2027"
    assert found["actions"][1]["outcomes"][0]["text"] == "Four maps"
    assert found["unplaced"] == []


def test_lines_that_only_the_source_of_a_page_breaks_are_one_outcome() -> None:
    page = (
        "<!doctype html><table><tr><td>Action<td>Lead<td>Outcome<tr><td>Train\n   staff<td>Police"
        "<td>Forty staff\n trained by\n May<br>Four branches</table>"
    )
    [action] = read(page.encode())["actions"]
    assert action["action"] == "Train staff"
    assert [each["text"] for each in action["outcomes"]] == [
        "Forty staff trained by May",
        "Four branches",
    ]


ROW = "[{}], [{}], [{}],"
LONG = "Support a programme of events in schools across the district so that all may come"


def printed(body: str, page: str = "width: 200mm, height: 70mm, margin: 8mm") -> PlanFile:
    source = f"#set page({page})\n#set text(size: 9pt)\n{body}"
    return read(typst.compile(source.encode()), "plan.pdf")


def test_a_head_that_each_page_repeats_is_a_head_and_no_running_title() -> None:
    rows = "".join(ROW.format(f"Deed {n}: {LONG}", "Police", "May 2026") for n in range(1, 13))
    heads = "table.header([Action], [Lead], [By when]),"
    found = printed(f"== Priority 1: News\n#table(columns: (90mm, 40mm, 40mm), {heads} {rows})")
    assert [each["action"][:7].strip(":") for each in found["actions"]] == [
        f"Deed {n}" for n in range(1, 13)
    ]
    assert {tuple(each["priorities"]) for each in found["actions"]} == {("p1",)}


@pytest.mark.parametrize("bottom", ["", "stroke: (x, y) => (left: 1pt, right: 1pt, top: 1pt),"])
def test_a_row_broken_over_two_pages_is_one(bottom: str) -> None:
    long = " ".join([LONG] * 6)
    rows = ROW.format("First", "Police", "May 2026") + ROW.format("Second", "Council", "June 2026")
    rows += ROW.format(long, "Council", "July 2026") + ROW.format("Last", "Police", "May 2026")
    heads = "[Action], [Lead], [By when],"
    found = printed(f"#table(columns: (60mm, 40mm, 40mm), {bottom} {heads} {rows})")
    assert [each["action"] for each in found["actions"]] == ["First", "Second", long, "Last"]


def test_two_tables_of_other_widths_on_one_page_keep_their_columns() -> None:
    one = ROW.format("First", "Police", "May 2026")
    two = ROW.format("Second", "Council", "June 2026")
    heads = "[Action], [Lead], [By when],"
    body = f"#table(columns: (60.4mm, 40mm, 40mm), {heads} {one})\n\n#v(5mm)\n"
    body += f"#table(columns: (60mm, 40.4mm, 40mm), {heads} {two})"
    found = printed(body)
    assert [each["lead"] for each in found["actions"]] == ["Police", "Council"]
    assert [each["timescale"] for each in found["actions"]] == ["May 2026", "June 2026"]
