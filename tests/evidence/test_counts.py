"""Other counts promise: a mapping said once, each row taken or set aside, seen by their owner."""

import gzip
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from frankpledge.evidence import changes, queries
from frankpledge.evidence.loading.periods import read_any
from frankpledge.evidence.models import Load
from frankpledge.partnership.models import Partnership
from frankpledge.record.errors import Refused
from frankpledge.record.queries import newest_lines
from tests.evidence.conftest import BY, Ask
from tests.evidence.makers import table
from tests.evidence.test_areas import given
from tests.makers import a_partnership

pytestmark = pytest.mark.django_db
COLUMNS = {"period": "Month", "area": "Ward", "n": "Fires"}
ALL = "SELECT dataset, partnership, period_start, period_months, area_code, measure, n FROM counted"


@pytest.fixture
def marsh(tmp_path: Path) -> Partnership:
    changes.load_areas(paths=given(tmp_path), by=BY)
    return a_partnership("marsh")


def fires(path: Path, marsh: Partnership, columns: dict[str, str] | None = None) -> Load:
    return changes.load_counts(
        path=path, dataset="fires", partnership=marsh, columns=columns, by=BY
    )


def test_counts_come_by_a_mapping_that_is_remembered(
    ask: Ask, marsh: Partnership, tmp_path: Path
) -> None:
    text = 'Fires in 2021\n\nMonth,Ward,Fires\nApr-21,E05900001,3\nApr-21,Fen,"1,204"\n'
    fires(table(tmp_path, "a.csv", text), marsh, COLUMNS)
    assert ask(ALL, partnership=marsh) == [
        ("fires", "marsh", date(2021, 4, 1), 1, "E05900001", "Fires", 3),
        ("fires", "marsh", date(2021, 4, 1), 1, "E05900002", "Fires", 1204),
    ]
    later = "Month,Ward,Fires\n2021-05,Fen,9\n"
    fires(table(tmp_path, "b.csv", later), marsh)
    assert ask("SELECT sum(n)::INT FROM counted", partnership=marsh) == [(1216,)]
    assert [each.columns for each in queries.mappings(marsh)] == [COLUMNS]
    assert newest_lines(marsh.chain, most=1)[0].verb == "counts.loaded"


def test_a_period_loaded_again_is_replaced(ask: Ask, marsh: Partnership, tmp_path: Path) -> None:
    fires(
        table(tmp_path, "a.csv", "Month,Ward,Fires\n2021-04,Fen,9\n2021-04,Mill,1\n"),
        marsh,
        COLUMNS,
    )
    fires(table(tmp_path, "a.csv", "Month,Ward,Fires\n2021-04,Fen,4\n"), marsh)
    assert ask("SELECT area_code, n FROM counted", partnership=marsh) == [("E05900002", 4)]


def test_nobody_else_sees_them(ask: Ask, marsh: Partnership, tmp_path: Path) -> None:
    fires(table(tmp_path, "a.csv", "Month,Ward,Fires\n2021-04,Fen,9\n"), marsh, COLUMNS)
    other = a_partnership("dale")
    assert ask(ALL, partnership=other) == ask(ALL) == []
    assert [load.kind for load in queries.loads(other)] == ["areas"]
    assert [load.kind for load in queries.loads(marsh)] == ["counts", "areas"]


def test_each_row_is_taken_or_set_aside_with_its_reason(marsh: Partnership, tmp_path: Path) -> None:
    rows = (
        "2021-04,Fen,9",
        "2021-04,Fen,8",
        "2021-04,Nowhere,1",
        "someday,Fen,1",
        "2021-05,Fen,*",
        "2021-06,Fen,<5",
        "2021-07,Fen,two",
        "2021-08,Fen,",
        "2021-09,Fen,-3",
    )
    path = table(tmp_path, "a.csv", "\n".join(["Month,Ward,Fires", *rows]))
    made = fires(path, marsh, COLUMNS)
    reasons = {each["reason"]: each["count"] for each in made.files.get().reasons}
    assert (made.taken, made.set_aside) == (1, 8)
    assert reasons == {
        "the same period, area and measure stand in a row above": 1,
        "no area is known by its code or name": 1,
        "its period cannot be read": 1,
        "its number is hidden": 2,
        "its number is not a whole number": 2,
        "it has no number": 1,
    }


def test_a_mark_left_open_and_a_number_beyond_all_counting_cost_their_own_rows(
    ask: Ask, marsh: Partnership, tmp_path: Path
) -> None:
    rows = [
        '2021-03,"Fen" ,1',
        '2021-04,"Fen,2',
        *(f"{2022 + at // 12}-{at % 12 + 1:02},Fen,3" for at in range(30)),
        '2021-05,Fen,"4\n"',
        f"2021-06,Fen,{'9' * 30}",
        "2021-07,Fen,5",
    ]
    made = fires(table(tmp_path, "a.csv", "\n".join(["Month,Ward,Fires", *rows])), marsh, COLUMNS)
    reasons = {each["reason"]: each["count"] for each in made.files.get().reasons}
    assert reasons == {
        "a quotation mark in it is not closed": 1,
        "its number is too large": 1,
    }
    sums = "SELECT sum(n)::BIGINT FROM counted"
    assert ask(sums, partnership=marsh) == [(1 + 30 * 3 + 4 + 5,)]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (gzip.compress(b"Month,Ward,Fires\n2021-04,Fen,9\n"), "is a gzip file"),
        (b"PK\x03\x04rest of it", "cannot be read as a workbook"),
        ("Month,Ward,Fires\n2021-04,Fen,9\n".encode("utf-16"), "neither a CSV nor a workbook"),
        (b"", "Its first row is: empty"),
        (b'"' + b"x" * 200_000, "no row with the headings"),
        (b"Month,Ward,Fires\n2021-04,Fen,7.5\n", "its number is not a whole number, in 1 of 1"),
    ],
)
def test_what_is_no_table_of_counts_is_refused_in_words(
    data: bytes, says: str, marsh: Partnership, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    with pytest.raises(Refused, match=says):
        fires(path, marsh, COLUMNS)
    assert queries.loads(marsh)[0].kind == "areas"


def test_a_file_of_an_old_machine_has_lines_too(
    ask: Ask, marsh: Partnership, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"Month,Ward,Fires\r2021-04,Fen,9\r")
    assert fires(path, marsh, COLUMNS).taken == 1


def test_a_workbook_is_read_from_whichever_sheet_has_the_headings(
    ask: Ask, marsh: Partnership, tmp_path: Path
) -> None:
    path = tmp_path / "fires.xlsx"
    with xlsxwriter.Workbook(path) as book:
        notes, sheet = book.add_worksheet("Notes"), book.add_worksheet("Data")
        notes.write(0, 0, "Fires attended")
        for at, row in enumerate([("Month", "Ward", "Fires"), ("Apr-21", "Fen", 12)]):
            sheet.write_row(at, 0, row)
    fires(path, marsh, COLUMNS)
    assert ask("SELECT area_code, n FROM counted", partnership=marsh) == [("E05900002", 12)]


def test_what_does_not_fit_the_mapping_is_refused_in_words(
    marsh: Partnership, tmp_path: Path
) -> None:
    path = table(tmp_path, "a.csv", "Period,Count\n2021-04,1\n")
    with pytest.raises(Refused, match="Say which headings"):
        fires(path, marsh)
    with pytest.raises(Refused, match=r"no row with the headings 'Month'.*Period, Count"):
        fires(path, marsh, COLUMNS)
    with pytest.raises(Refused, match="small letters"):
        changes.load_counts(path=path, dataset="../x", partnership=marsh, columns=COLUMNS, by=BY)
    assert not queries.mappings(marsh)


@pytest.mark.parametrize(
    ("text", "start", "months"),
    [
        ("2021-04", date(2021, 4, 1), 1),
        ("April 2021", date(2021, 4, 1), 1),
        ("Sept 2021", date(2021, 9, 1), 1),
        ("Apr-21", date(2021, 4, 1), 1),
        ("01/04/2021", date(2021, 4, 1), 1),
        ("2021-04-01 00:00:00", date(2021, 4, 1), 1),
        ("2021/22", date(2021, 4, 1), 12),
        ("Q1 2021/22", date(2021, 4, 1), 3),
        ("Quarter 4 2021/22", date(2022, 1, 1), 3),
        ("2021-04..2021-06", date(2021, 4, 1), 3),
    ],
)
def test_periods_are_read_as_tables_write_them(text: str, start: date, months: int) -> None:
    assert read_any(text) == (start, months)


@pytest.mark.parametrize("text", ["", "soon", "04/13/2021", "13-2021", "Total"])
def test_what_is_no_period_is_none(text: str) -> None:
    assert read_any(text) is None
