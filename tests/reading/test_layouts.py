"""Smaller ways in which plans differ, each written as a web page of a few rows."""

import re

import pytest

from frankpledge.reading import read
from frankpledge.reading.understanding.aligning import MARKS, NAMELY
from tests.reading.kit import PlanFile, tab


def table(*rows: list[str]) -> str:
    cells = ["".join(c if c[:3] == "<td" else f"<td>{c}</td>" for c in row) for row in rows]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def page(*parts: str) -> PlanFile:
    return read("".join(("<!doctype html>", *parts)).encode())


def test_a_banner_above_each_head_names_the_priority() -> None:
    head = ["Action", "Lead", "When", "RAG"]
    found = page(
        table(
            ["<td colspan=4>Priority 1 - Violence</td>"], head, ["Sweeps", "Police", "May", "G"],
            ["<td colspan=4>Priority 2 - Burglary</td>"], head, ["Locks", "Council", "June", "R"],
        )
    )  # fmt: skip
    assert [each["title"] for each in found["priorities"]] == ["Violence", "Burglary"]
    assert [each["priorities"] for each in found["actions"]] == [["p1"], ["p2"]]
    assert [each["status"]["colour"] for each in found["actions"]] == ["green", "red"]


def test_a_head_of_two_rows_with_a_start_and_an_end() -> None:
    tall = "<td rowspan=2>{}</td>".format
    found = page(
        table(
            [tall("Objective"), tall("Actions"), "<td colspan=2>Timescale</td>", tall("Owner")],
            ["Start", "End"],
            ["Safer parks", "Cut hedges", "May 2026", "June 2026", "Parks"],
        )
    )
    action = found["actions"][0]
    assert (action["aim"], action["timescale"]) == ("Safer parks", "May 2026 – June 2026")
    assert action["lead"] == "Parks"


def test_a_column_that_nobody_foresaw_is_kept_under_its_own_head() -> None:
    found = page(table(["Action", "Lead", "Ward"], ["Patrol", "Police", "Eastfield"]))
    assert found["actions"][0]["other"] == {"Ward": "Eastfield"}


def test_tables_of_money_and_of_indicators_are_figures() -> None:
    money = table(["Project", "Funding", "Spend"], ["CCTV", "£10,000", "£9,500"],
                  ["Youth", "£5,000", "£5,000"], ["Total", "£15,000", "£14,600"])  # fmt: skip
    aims = table(["Indicator", "Baseline", "Target", "Lead"], ["Burglary", "120", "100", "Police"],
                 ["Robbery", "80", "70", "Police"])  # fmt: skip
    found = page(money, "<p>And</p>", aims)
    assert found["actions"] == []
    assert [len(each["rows"]) for each in found["figures"]] == [3, 2]
    totals = [each["agrees"] for each in found["figures"][0]["checks"] if each["kind"] == "total"]
    assert totals == [True, False]


def test_a_register_of_risks_is_no_list_of_actions() -> None:
    found = page(table(["Risk", "Likelihood", "Impact", "Owner"], ["Cuts", "3", "4", "Council"]))
    assert found["actions"] == []
    assert "Cuts" in str(found["passages"])


def test_a_heading_for_each_table_is_its_priority_though_none_names_the_plan() -> None:
    rows = (["Task", "Owner"], ["Visit", "Police"])
    found = page("<h2>Fraud</h2>", table(*rows), "<h2>Noise</h2>", table(*rows))
    assert [each["title"] for each in found["priorities"]] == ["Fraud", "Noise"]
    assert found["title"] is None


def test_a_comma_does_not_make_two_outcomes_but_a_number_does() -> None:
    head = ["Action", "Measures", "Lead"]
    found = page(
        table(
            head, ["A", "visits, talks, and leaflets", "B"], ["C", "1. Ten visits 2. A talk", "D"]
        )
    )
    assert [len(each["outcomes"]) for each in found["actions"]] == [1, 2]


def test_a_row_that_begins_in_mid_sentence_goes_on_with_the_one_above() -> None:
    found = read(
        tab(
            "Action|Lead|Timescale|Measure",
            "Visit every home in the|Council|May 2026|Ninety",
            "eastern ward|||homes",
            "Hold a fair|Police|June 2026|One fair",
        )
    )
    assert [each["action"] for each in found["actions"]] == [
        "Visit every home in the eastern ward",
        "Hold a fair",
    ]
    assert found["actions"][0]["outcomes"][0]["text"] == "Ninety homes"


def test_words_are_understood_beside_and_never_instead() -> None:
    found = read(tab("Action|Lead|Timescale|Measure", "Patrol|Police|Quarterly|At least 2 a month"))
    action = found["actions"][0]
    assert action["timescale"] == "Quarterly"
    assert action["parsed"]["timescale"]["parts"][0]["every"]["unit"] == "quarter"
    target = action["outcomes"][0]["parsed"]["target"]["targets"][0]
    assert (target["kind"], target["number"]) == ("count_at_least", 2)


def shaded(colour: str, *texts: str) -> list[str]:
    return [f'<td bgcolor="#{colour}">{text}</td>' for text in texts]


def test_a_grey_stripe_is_no_rating() -> None:
    head = ["Action", "Lead", "When", "RAG"]
    found = page(
        table(head, shaded("d9d9d9", "Patrol", "Police", "May", ""), ["Walk", "A", "B", ""])
    )
    assert [each["status"] for each in found["actions"]] == [None, None]


def test_a_row_that_is_green_all_across_is_rated_green() -> None:
    head = ["Action", "Lead", "When"]
    found = page(table(head, shaded("00b050", "Patrol", "Police", "May"), ["Walk", "A", "B"]))
    assert found["actions"][0]["status"] == {"text": None, "colour": "green"}
    assert found["actions"][1]["status"] is None


def test_a_shaded_row_without_words_above_the_head_is_no_priority() -> None:
    """Found by breaking documents at random."""
    found = page(table(shaded("ff0000", "", ""), ["Action", "Lead"], ["Patrol", "Police"]))
    assert found["priorities"] == []
    assert [each["action"] for each in found["actions"]] == ["Patrol"]


@pytest.mark.parametrize(
    ("pattern", "odd"),
    [(MARKS, "1" * 60 + "x"), (MARKS, "(1." * 40 + "x"), (NAMELY, "A/" * 60 + " x")],
)
def test_a_cell_of_one_long_run_is_aligned_as_quickly_as_any(
    pattern: re.Pattern[str], odd: str
) -> None:
    """Were a run tried in every way in which it can be cut, this would go on for years."""
    assert not pattern.match(odd)
