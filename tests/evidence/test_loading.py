"""Loading promises: every row is taken or set aside with a reason, and a month replaces itself."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from frankpledge.evidence import queries
from frankpledge.evidence.loading.forces import spoken
from frankpledge.evidence.models import Generation, Load
from frankpledge.record import checks
from frankpledge.record.models import HOST
from frankpledge.record.queries import newest_lines
from tests.evidence import asked as county
from tests.evidence.conftest import Ask, Loaded
from tests.evidence.makers import OUTCOMES, STOPS, crime, nowhere, stop, street, text

pytestmark = pytest.mark.django_db
COUNT = "SELECT coalesce(sum(n), 0)::BIGINT FROM cube"


def test_rows_alike_in_every_column_are_all_kept(load: Loaded, ask: Ask, tmp_path: Path) -> None:
    made = load(street(tmp_path, "2021-04", [crime()] * 3))
    assert (made.taken, made.set_aside) == (3, 0)
    assert ask("SELECT count(*) FROM street") == [(3,)]
    assert ask("SELECT month, force, type, n FROM cube") == [
        (date(2021, 4, 1), "loamshire", "Burglary", 3)
    ]


def test_a_month_loaded_again_replaces_that_month_of_that_force_alone(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    load(
        street(tmp_path, "2021-04", [crime()] * 3),
        street(tmp_path, "2021-05", [crime("2021-05")] * 5),
        street(tmp_path, "2021-04", [crime()] * 7, force="elmshire"),
    )
    load(street(tmp_path, "2021-04", [crime()] * 2))
    found = ask("SELECT force, month, sum(n)::INT FROM cube GROUP BY ALL ORDER BY ALL")
    assert found == [
        ("elmshire", date(2021, 4, 1), 7),
        ("loamshire", date(2021, 4, 1), 2),
        ("loamshire", date(2021, 5, 1), 5),
    ]
    assert ask("SELECT count(*) FROM street") == [(14,)]


def test_only_what_changed_is_written_again(load: Loaded, home: Path, tmp_path: Path) -> None:
    load(
        street(tmp_path, "2021-04", [crime()]),
        street(tmp_path, "2021-04", [crime()], force="elmshire"),
    )
    load(street(tmp_path, "2021-05", [crime("2021-05")]))
    new, old = (home / "evidence/generations" / each.folder for each in Generation.objects.all())
    kept = [path for path in old.rglob("*.parquet") if path.stat().st_nlink == 2]
    assert sorted(path.relative_to(old).as_posix() for path in kept) == [
        "cube/elmshire.parquet",
        "street/force=elmshire/month=2021-04-01/1.parquet",
        "street/force=loamshire/month=2021-04-01/0.parquet",
    ]
    assert all((new / path.relative_to(old)).stat().st_nlink == 2 for path in kept)


def test_rows_without_a_place_count_for_the_force(load: Loaded, ask: Ask, tmp_path: Path) -> None:
    load(street(tmp_path, "2021-04", [crime(), nowhere(), nowhere()]))
    found = ask("SELECT lsoa, district_name, named_only, n FROM cube ORDER BY lsoa NULLS LAST")
    assert found == [("E01900001", "Marshwick", True, 1), (None, None, False, 2)]
    assert ask("SELECT n, unplaced FROM coverage") == [(3, 2)]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"Month": "2021-05"}, "it is of another month than the file"),
        ({"Month": "May 2021"}, "its month is not written as 2021-04"),
        ({"Month": ""}, "it has no month"),
        ({"Crime_type": ""}, "it has no crime type"),
    ],
)
def test_a_row_is_set_aside_for_a_reason_and_a_sample_kept(
    load: Loaded, tmp_path: Path, said: dict[str, str], reason: str
) -> None:
    made = load(street(tmp_path, "2021-04", [crime()] + [crime(**said)] * 7))
    (file,) = made.files.all()
    (told,) = file.reasons
    assert (made.taken, made.set_aside, file.rows) == (1, 7, 8)
    assert (told["reason"], told["count"], len(told["samples"])) == (reason, 7, 5)
    assert "On or near Mill Lane" in told["samples"][0]


@pytest.mark.parametrize("longitude", ["west of here", "0.0e", "51.75", "-0.25 W"])
def test_a_coordinate_that_is_none_costs_the_point_and_not_the_row(
    load: Loaded, ask: Ask, tmp_path: Path, longitude: str
) -> None:
    made = load(street(tmp_path, "2021-04", [crime(), crime(Longitude=longitude)]))
    assert made.taken == 2
    assert made.files.get().reasons[0]["is_taken"] is True
    found = ask("SELECT lsoa, lon FROM street ORDER BY lon")
    assert found == [("E01900001", -0.25), ("E01900001", None)]


def test_columns_are_known_by_name_in_any_order_with_some_absent(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    columns = ["Extra", "crime type", "LSOA_CODE", "Month", "Reported by"]
    rows = f"{','.join(columns)}\nx,Drugs,E01900002,2021-04,Loamshire Constabulary\n"
    path = tmp_path / "2021-04-loamshire-street.csv"
    path.write_bytes(b"\xef\xbb\xbf" + rows.replace("\n", "\r\n").encode())
    load(path)
    assert ask("SELECT type, lsoa, location FROM street") == [("Drugs", "E01900002", None)]


def test_a_file_of_several_months_and_forces_is_taken_apart(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    rows = [crime(), crime("2021-05"), crime("2021-05", Reported_by="City of Elm Police")]
    path = tmp_path / "everything.csv"
    path.write_text(text(rows))
    load(path)
    found = ask("SELECT force, month, n FROM cube ORDER BY ALL")
    assert found == [
        ("city-of-elm", date(2021, 5, 1), 1),
        ("loamshire", date(2021, 4, 1), 1),
        ("loamshire", date(2021, 5, 1), 1),
    ]


def test_folders_and_zips_are_looked_through(load: Loaded, ask: Ask, tmp_path: Path) -> None:
    inside = tmp_path / "in" / "2021-04"
    inside.mkdir(parents=True)
    street(inside, "2021-04", [crime()] * 2)
    (inside / "read me.txt").write_text("hello")
    (inside / "lookup.csv").write_text("LSOA21CD,WD25CD\nE01,E05\n")
    with zipfile.ZipFile(tmp_path / "in" / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("2021-05/2021-05-loamshire-street.csv", text([crime("2021-05")] * 4))
    made = load(tmp_path / "in")
    assert ask(COUNT) == [(6,)]
    assert [note.split(":")[0] for note in made.notes] == [
        "Left out, since they are not tables",
        "Left out, of other things",
    ]


def test_outcomes_stand_beside_and_not_among_the_crimes(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    row = {name: crime()[name] for name in OUTCOMES[:-1]} | {
        "Outcome type": "Local resolution",
        "Crime ID": "abc",
    }
    path = tmp_path / "2021-04-loamshire-outcomes.csv"
    path.write_text(text([row], OUTCOMES))
    load(path)
    assert ask("SELECT crime_id, outcome, lsoa FROM outcomes") == [
        ("abc", "Local resolution", "E01900001")
    ]
    assert ask(COUNT) == [(0,)]


def test_a_stop_keeps_its_time_and_loses_its_person(load: Loaded, ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "2021-07-loamshire-stop-and-search.csv"
    path.write_text(text([stop("2021-07-02T10:15:00+00:00")] * 2, STOPS))
    load(path)
    assert ask("SELECT moment, object FROM stops LIMIT 1") == [
        (datetime(2021, 7, 2, 11, 15), "Controlled drugs")  # clocks in London, in summer
    ]
    columns = {name for name, *_ in ask("DESCRIBE stops")}
    assert not columns & {"gender", "age_range", "ethnicity"}
    assert ask("SELECT gender, age_range, ethnicity, n FROM searched") == [
        ("Male", "18-24", "White", 2)
    ]


def test_a_month_that_shrank_is_remarked_on(load: Loaded, tmp_path: Path) -> None:
    load(street(tmp_path, "2021-04", [crime()] * 10))
    made = load(street(tmp_path, "2021-04", [crime()] * 3))
    assert made.notes == ["street, loamshire, 2021-04: 10 rows before, 3 now. Was the file whole?"]


def test_a_file_without_rows_does_not_empty_its_month(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    load(street(tmp_path, "2021-04", [crime()]))
    made = load(street(tmp_path, "2021-05", [crime("2021-05")]), street(tmp_path, "2021-04", []))
    assert ask(COUNT) == [(2,)]
    assert "It has no rows: nothing was changed for it." in [f.note for f in made.files.all()]


def test_a_load_is_on_the_record(load: Loaded, tmp_path: Path) -> None:
    path = street(tmp_path, "2021-04", [crime()])
    made = load(path)
    (line,) = newest_lines(HOST, most=1)
    assert (line.verb, line.by_id) == ("evidence.loaded", "account:7")
    assert line.content["new"] | {"generation": ""} == {
        "files": 1,
        "rows": 1,
        "set aside": 0,
        "generation": "",
    }
    assert made.files.get().size == path.stat().st_size
    assert checks.verify(HOST) == []
    assert Load.objects.count() == 1


def test_a_force_is_called_by_its_name_in_files_of_stops_too(load: Loaded, tmp_path: Path) -> None:
    load(street(tmp_path, "2021-04", [crime("2021-04")]), county.stops(tmp_path))
    called = {each.dataset: each.force_name for each in queries.coverage()}
    assert called["stops"] == called["street"] != "loamshire"
    assert [spoken(each) for each in ("btp", "avon-and-somerset", "city-of-london")] == [
        "British Transport Police",
        "Avon and Somerset",
        "City of London",
    ]
