"""What only a page of print has: places, running heads, words cut by narrow columns."""

import typst

from frankpledge.reading import read
from tests.reading.kit import PlanFile

HEAD = "#table(columns: ({}), [Ref], [Action], [Lead], [By when], [Outcome], "


def printed(*lines: str, page: str = "width: 200mm, height: 120mm") -> PlanFile:
    source = "\n".join([f"#set page({page}, margin: 15mm)", "#set text(size: 10pt)", *lines])
    return read(typst.compile(source.encode()), "plan.pdf")


def test_a_word_that_a_narrow_column_cut_is_whole_again() -> None:
    lead = '"Communicati\\u{200b}ons Group"'
    found = printed(
        "== Priority 1: News", HEAD.format("15mm, 60mm, 24mm, 25mm, 40mm"),
        f"[1], [Print a newsletter], {lead}, [May 2026], [Two editions])",
    )  # fmt: skip
    assert found["actions"][0]["lead"] == "Communications Group"


def test_a_line_that_breaks_between_words_keeps_its_blank() -> None:
    found = printed(
        HEAD.format("15mm, 30mm, 24mm, 25mm, 40mm"),
        "[1], [Ask all who live in the old town what they want], [Police], [May 2026], [One])",
    )
    assert found["actions"][0]["action"] == "Ask all who live in the old town what they want"


def test_merged_cells_on_a_page_apply_to_each_row() -> None:
    found = printed(
        HEAD.format("15mm, 50mm, 24mm, 25mm, 40mm"),
        "table.cell(colspan: 5)[Priority 2: Noise],",
        "[1], [Answer calls], table.cell(rowspan: 2)[Council], [May 2026], [Ten],",
        "[2], [Lend meters], [June 2026], [Five])",
    )
    assert [each["lead"] for each in found["actions"]] == ["Council", "Council"]
    assert [each["title"] for each in found["priorities"]] == ["Noise"]


def test_a_page_turned_on_its_side_is_read_as_it_is_seen() -> None:
    found = printed(
        HEAD.format("15mm, 50mm, 24mm, 25mm, 40mm"),
        "[1], [Patrol the quay], [Police], [Weekly], [None hurt])",
        page="width: 120mm, height: 200mm, flipped: true",
    )
    assert found["actions"][0]["action"] == "Patrol the quay"


def test_bullets_and_numbers_in_a_cell_are_outcomes() -> None:
    found = printed(
        HEAD.format("15mm, 50mm, 24mm, 25mm, 40mm"),
        "[1], [Patrol], [Police], [Weekly], [1. Ten walks \\ 2. A longer text that runs on here])",
    )
    assert [each["number"] for each in found["actions"][0]["outcomes"]] == [1, 2]
    last = found["actions"][0]["outcomes"][1]["text"]
    assert last == "A longer text that runs on here"


def test_a_table_without_ruled_sides_is_known_by_where_its_words_begin() -> None:
    rows = "[1], [Patrol the quay by night and count the lamps that are out], [Police], [Weekly],"
    rows += "[Ten lamps mended],[2], [Open the hall], [Council], [May 2026], [One hall])"
    for stroke in ("none", "(x, y) => (top: 1pt)"):
        found = printed(
            "== Priority 1: Nights",
            f"#table(stroke: {stroke}, columns: (15mm, 50mm, 24mm, 25mm, 40mm), [Ref], [Action],"
            f"[Lead], [By when], [Outcome], {rows}",
        )
        assert [each["ref"] for each in found["actions"]] == ["1", "2"]
        first = found["actions"][0]
        assert first["action"].endswith("count the lamps that are out")
        assert (first["lead"], first["timescale"]) == ("Police", "Weekly")


def test_two_columns_of_prose_are_no_table() -> None:
    prose = "Much was done in the year and more remains to be done before the year is out. " * 12
    found = printed(f"#columns(2)[{prose}]")
    assert found["actions"] == []
    assert found["figures"] == []
