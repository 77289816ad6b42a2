"""Any printed table can be worked out again; what disagrees is shown, what cannot be says why."""

import csv
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.worked.again import work_again
from frankpledge.figures.worked.cells import read_cell
from frankpledge.figures.worked.table import table

Rows = list[list[str]]
HEAD = ["Type", "2007", "2008", "Change", "% change"]
CRIME = [
    ["Burglary", "349", "438", "+89", "25.5%"],
    ["Robbery", "66", "65", "-1", "-1.5%"],
    ["Theft", "859", "755", "-104", "-12.1%"],
    ["Total", "1,274", "1,258", "-16", "-1.3%"],
]


def _csv(path: Path) -> Rows:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.reader(file))


def _printed(shared: Path, start: str, first: str, rows: int) -> Rows:
    """So many lines of a plan, from the one that begins so."""
    text = next((shared / "seeds").glob(f"{start}_*.txt")).read_text().split("\n")
    at = next(number for number, line in enumerate(text) if line.startswith(first))
    return [line.split("\t") for line in text[at : at + rows]]


def _changed(rows: Rows, row: int, column: int, text: str) -> Rows:
    made = [list(each) for each in rows]
    made[row][column] = text
    return made


def _wrong(rows: Rows) -> list[str]:
    return [each.sentence for each in work_again(rows).wrong]


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("7,215", 7215, 0),
        ("-11%", -11, 0),
        ("−4.8 %", Fraction("-4.8"), 1),
        ("(343)", -343, 0),
        ("343 fewer crimes", -343, 0),
        ("89 more crimes", 89, 0),
        ("1 less crime", -1, 0),
        ("7 th", 7, 0),
        ("2=", 2, 0),
        ("£1,200.50", Fraction("1200.5"), 2),
        ("60 per cent", 60, 0),
    ],
)
def test_figures_are_read_as_they_are_printed(text: str, value: Fraction, places: int) -> None:
    cell = read_cell(text)
    assert cell is not None
    assert (cell.value, cell.places) == (value, places)


@pytest.mark.parametrize("text", ["", "-", "n/a", "*", "2007/08", "1,2345", "soon", "3 of 4", "(3"])
def test_what_is_no_figure_is_not_read_as_one(text: str) -> None:
    assert read_cell(text) is None


def test_a_table_that_is_right_agrees_in_every_cell() -> None:
    worked = work_again([HEAD, *CRIME])
    assert worked.sentence == "10 agree, none disagree."
    assert {each.kind for each in worked.checks} == {"difference", "percentage", "total"}


@pytest.mark.parametrize(
    ("row", "column", "text", "sentence"),
    [
        (1, 3, "+98", "Burglary, Change: +98 is printed, 89 is right (from 349 to 438)."),
        (1, 4, "25.4%", "Burglary, % change: 25.4% is printed, 25.5 % is right (from 349 to 438)."),
        (2, 3, "1", "Robbery, Change: 1 is printed, -1 is right (from 66 to 65)."),
        (4, 1, "1,275", "Total, 2007: 1,275 is printed, 1,274 is right (the sum of 3 rows)."),
    ],
)
def test_one_wrong_cell_is_shown_with_what_is_right_and_why(
    row: int, column: int, text: str, sentence: str
) -> None:
    assert sentence in _wrong(_changed([HEAD, *CRIME], row, column, text))


def test_precision_is_what_is_printed() -> None:
    assert not _wrong([HEAD, ["Theft", "940", "866", "-74", "-8%"], *CRIME[:3]])
    assert not _wrong([HEAD, ["Half", "200", "201", "1", "1%"], ["Half", "200", "201", "1", "0%"]])
    assert len(_wrong([HEAD, ["Theft", "940", "866", "-74", "-7.8%"], *CRIME[:3]])) == 1


def test_columns_may_stand_newest_first() -> None:
    rows = [["Type", "2008", "2007", "Change"], ["A", "5", "9", "-4"], ["B", "7", "6", "2"]]
    assert _wrong(rows) == ["B, Change: 2 is printed, 1 is right (from 6 to 7)."]


def test_a_reduction_is_printed_without_its_sign() -> None:
    rows = [["Type", "Baseline", "Actual", "% reduction"], ["A", "200", "150", "25%"]]
    assert not _wrong(rows)
    assert _wrong(_changed(rows, 1, 3, "30%")) == [
        "A, % reduction: 30% is printed, 25 % is right (from 200 to 150)."
    ]


def test_percentages_of_a_whole_are_told_from_changes() -> None:
    rows = [
        ["Ward", "Crimes", "%"],
        ["North", "30", "30%"],
        ["South", "50", "50%"],
        ["East", "20", "25%"],
    ]
    assert _wrong(rows) == ["East, %: 25% is printed, 20 % is right (20 of 100)."]
    rows = [
        ["Ward", "Felt safe", "Asked", "%"],
        ["North", "31", "38", "82%"],
        ["South", "20", "40", "50%"],
        ["East", "9", "10", "80%"],
    ]
    assert _wrong(rows) == ["East, %: 80% is printed, 90 % is right (9 of 10)."]


def test_points_are_the_change_between_two_percentages() -> None:
    rows = [
        ["Question", "2024", "2025", "Change"],
        ["Safe by day", "80%", "84%", "+4"],
        ["Safe at night", "50%", "47%", "-5"],
    ]
    assert _wrong(rows) == ["Safe at night, Change: -5 is printed, -3 is right (from 50% to 47%)."]


def test_totals_averages_and_rates_along_a_row() -> None:
    rows = [
        ["Ward", "April", "May", "June", "Total", "Average"],
        ["North", "3", "4", "5", "12", "4.0"],
        ["South", "1", "1", "2", "5", "1.3"],
        ["East", "2", "2", "2", "6", "2.1"],
        ["Total", "6", "7", "9", "23", "7.3"],
    ]
    assert _wrong(rows) == [
        "South, Total: 5 is printed, 4 is right (1 + 1 + 2).",
        "East, Average: 2.1 is printed, 2.0 is right (the mean of 2 + 2 + 2).",
        "Total, Total: 23 is printed, 22 is right (6 + 7 + 9).",
    ]
    rows = [
        ["District", "Crimes", "People", "Per 1,000"],
        ["A", "300", "60,000", "5.0"],
        ["B", "310", "50,000", "6.2"],
        ["C", "90", "30,000", "3.3"],
    ]
    assert _wrong(rows) == ["C, Per 1,000: 3.3 is printed, 3.0 is right (90 in 30,000, per 1,000)."]


def test_an_average_row_and_a_grand_total_are_worked_out() -> None:
    rows = [
        ["Ward", "2024"],
        ["North", "3"],
        ["South", "4"],
        ["Total", "7"],
        ["East", "5"],
        ["West", "6"],
        ["Total", "11"],
        ["Grand total", "18"],
        ["Average", "5"],
    ]
    assert _wrong(rows) == []
    assert len(_wrong(_changed(rows, 7, 1, "19"))) == 1
    assert "Average, 2024: 6 is printed, 4.5 is right (the mean of 4 rows)." in _wrong(
        _changed(rows, 8, 1, "6")
    )


def test_ranks_with_ties_are_worked_out_in_the_direction_that_fits() -> None:
    rows = [
        ["District", "Per 1,000", "Rank"],
        ["A", "5.0", "2="],
        ["B", "6.2", "4"],
        ["C", "3.0", "1"],
        ["D", "5.0", "2="],
        ["E", "8.0", "4th"],
    ]
    assert _wrong(rows) == ["E, Rank: 4th is printed, 5 is right (8.0 among 5, lowest first)."]


def test_targets_are_set_against_what_was_reached() -> None:
    rows = [
        ["Type", "Target % reduction", "% reduction", "Met"],
        ["Robbery", "44%", "34%", "Yes"],
        ["Theft", "17%", "27%", "Yes"],
    ]
    worked = work_again(rows)
    assert worked.findings == ("Robbery: the target was 44%, and 34% was reached.",)
    assert [each.sentence for each in worked.wrong] == [
        "Robbery, Met: Yes is printed, not met is right (34% against 44%)."
    ]
    unclear = work_again([["Type", "Target", "Count", "Met"], ["Fires", "20", "25", "Yes"]])
    assert unclear.open[0].sentence.startswith("Fires, Met: Yes cannot be worked out again")


def test_a_count_target_is_a_fall_or_a_rise_by_its_baseline() -> None:
    head = ["Type", "Baseline 2023/24", "Target", "Actual 2024/25"]
    worked = work_again([head, ["Burglary", "640", "580", "600"], ["Visits", "10", "20", "25"]])
    assert worked.findings[0] == "Burglary: the target was 580, and 600 was reached."
    assert not any(each.startswith("Visits") for each in worked.findings)


def test_a_column_without_any_sign_may_leave_it_to_another() -> None:
    rows = [
        ["Crime", "2023/24", "2024/25", "Difference", "Direction"],
        ["Theft", "120", "100", "20", "down"],
        ["Arson", "4", "6", "2", "up"],
    ]
    assert _wrong(rows) == []
    assert len(_wrong(_changed(rows, 2, 3, "3"))) == 2


def test_a_column_of_many_that_is_no_total_is_not_called_wrong() -> None:
    rows = [
        ["Area", "Households", "Population", "Total crimes"],
        ["A", "100", "300", "7"],
        ["B", "200", "500", "9"],
    ]
    assert _wrong(rows) == []


def test_the_years_of_a_change_are_found_among_several() -> None:
    rows = [
        ["Type", "2022", "2023", "2024", "% change"],
        ["A", "100", "120", "150", "25%"],
        ["B", "80", "90", "99", "10%"],
        ["C", "10", "20", "30", "60%"],
    ]
    assert _wrong(rows) == ["C, % change: 60% is printed, 50 % is right (from 20 to 30)."]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (
            [HEAD[:4], ["A", "*", "5", "+2"], ["B", "3", "5", "+2"]],
            "it needs is held back",
        ),
        ([["T", "2007", "2008", "% change"], ["A", "0", "5", "100%"]], "it starts from nought"),
        ([["T", "Change"], ["A", "-11%"], ["B", "-4%"]], "the table gives no counts"),
        (
            [["T", "X", "Y", "Z", "Change"], ["A", "1", "2", "9", "+4"]],
            "does not show which figures",
        ),
        ([["T", "2007"], ["A", "3"], ["B", "*"], ["Total", "5"]], "not every row"),
        ([["T", "2007"], ["All crime", "50"], ["A", "3"], ["B", "4"]], "may not be all there are"),
    ],
)
def test_what_cannot_be_worked_out_again_says_why(rows: Rows, why: str) -> None:
    worked = work_again(rows)
    assert not worked.wrong
    assert any(why in each.sentence for each in worked.open)


def test_tables_that_are_only_figures_have_nothing_to_check() -> None:
    worked = work_again([["Ward", "2024"], ["North", "3"], ["South", "4"]])
    assert worked.sentence == "Nothing in this table is worked out from anything else in it."


@pytest.mark.parametrize("rows", [[], [["one"]], [["a"], ["b"]], [["", ""], ["", ""]]])
def test_what_is_no_table_is_refused(rows: Rows) -> None:
    with pytest.raises(CannotWorkOut, match="no table"):
        work_again(rows)


def test_stocktons_and_lancashires_tables_agree_throughout(shared: Path) -> None:
    tables = shared / "data" / "tables"
    stockton = work_again(_csv(tables / "stockton_apr-may_2014_pct_change.csv"))
    assert stockton.sentence == "21 agree, none disagree."
    lancashire = work_again(_csv(tables / "lancashire_12m_apr15_v_apr14_pct_change.csv"))
    assert lancashire.sentence == "64 agree, none disagree."


@pytest.mark.parametrize("name", ["stockton_apr-may_2014", "lancashire_12m_apr15_v_apr14"])
def test_every_cell_of_a_real_table_that_is_made_wrong_is_found(shared: Path, name: str) -> None:
    rows = _csv(shared / "data" / "tables" / f"{name}_pct_change.csv")
    for check in work_again(rows).checks:
        cell = read_cell(check.printed)
        assert cell is not None
        off = f"{float(cell.value + Fraction(2, 10**cell.places)):.{cell.places}f}"
        wrong = work_again(_changed(rows, check.row + 1, check.column, off)).wrong
        assert [(each.row, each.column) for each in wrong] == [(check.row, check.column)]


def test_hertsmeres_table_agrees_and_two_targets_were_missed(shared: Path) -> None:
    worked = work_again(_printed(shared, "001", "Crime type\tBaseline", 8))
    assert worked.sentence == "7 agree, none disagree."
    assert worked.findings == (
        "Robbery: the target was 44%, and 34% was reached.",
        "Criminal damage: the target was 28%, and 25% was reached.",
        "The 7 rows together: from 4,612 to 3,519, 1,093 fewer (-23.7 %).",
    )


def test_st_albans_differences_agree_and_all_crime_is_more_than_its_rows(shared: Path) -> None:
    worked = work_again(_printed(shared, "004", "\tApril to Dec 2007", 8))
    assert worked.sentence == "7 agree, none disagree, 2 cannot be worked out again."
    assert (
        "7,215 cannot be worked out again: the 6 rows shown make 1,878" in worked.open[0].sentence
    )


def test_dacorums_table_says_why_nothing_in_it_can_be_checked(shared: Path) -> None:
    worked = work_again(_printed(shared, "002", "Accurate at", 9))
    assert worked.sentence == "0 agree, none disagree, 24 cannot be worked out again."
    assert {each.why for each in worked.checks} == {
        "the table gives no counts",
        "the others that it was ranked among are not in the table",
    }


COUNTS = st.integers(1, 5000)


@given(st.lists(st.tuples(COUNTS, COUNTS), min_size=2, max_size=8), st.integers(0, 2))
def test_a_table_worked_out_plainly_always_agrees(
    pairs: list[tuple[int, int]], places: int
) -> None:
    pairs = [*pairs, (sum(one for one, _ in pairs), sum(two for _, two in pairs))]
    rows = [
        [f"kind {at}", str(one), str(two), str(two - one), f"{100 * (two - one) / one:.{places}f}%"]
        for at, (one, two) in enumerate(pairs)
    ]
    rows[-1][0] = "Total"
    worked = work_again([HEAD, *rows])
    assert not worked.wrong
    assert not worked.open


@given(st.lists(st.lists(st.text("0123456789,.%-+()=* thfewermoreTotal", max_size=9)), max_size=6))
def test_no_table_breaks_it(rows: Rows) -> None:
    with suppress(CannotWorkOut):
        work_again(rows).to_dict()


def test_columns_are_known_by_their_heads_and_figures() -> None:
    rows = [
        ["Line", "Place", "2007", "Target", "Rank", "Note"],
        ["1", "North", "5", "6", "1", "ok"],
    ]
    assert table(rows).roles == ("label", "label", "count", "target", "rank", "label")


def test_a_long_table_is_worked_out_whole() -> None:
    rows = [
        [f"area {at}", str(at + 50), str(2 * at + 60), f"{at + 10:+d}", str(4000 - at)]
        for at in range(4000)
    ]
    worked = work_again([["Area", "2007", "2008", "Change", "Rank"], *rows])
    assert worked.sentence == "8000 agree, none disagree."


def test_one_row_is_no_evidence_of_how_a_column_was_made() -> None:
    worked = work_again([["T", "X", "Y", "Z", "Change"], ["A", "1", "2", "9", "+7"]])
    assert [each.agrees for each in worked.checks] == [None]


def test_a_sign_under_reduction_is_taken_at_its_word() -> None:
    head = ["Type", "Baseline", "Actual", "% reduction"]
    rows = [head, ["A", "200", "150", "-25%"], ["B", "100", "110", "+10%"]]
    assert _wrong(rows) == []
