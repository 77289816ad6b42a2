"""The command line promises: every question, as lines, as CSV and as JSON, with its source."""

import csv
import io
import json
from pathlib import Path

import pytest

from frankpledge.cli.asking import printed
from frankpledge.cli.main import main
from tests.evidence import asked as county
from tests.evidence.conftest import Held
from tests.evidence.homes import a_home
from tests.oracles import evidence as slow
from tests.tooling.run import frankpledge, one_sentence

pytestmark = pytest.mark.django_db
Capture = pytest.CaptureFixture[str]
FIRES = "--source fires --partnership marsh"


@pytest.fixture(autouse=True)
def started(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    """Django is up already."""
    monkeypatch.setattr("frankpledge.cli.asking.options.start", lambda: None)


def said(capsys: Capture, *words: str, ends: int = 0) -> str:
    ended = main(["evidence", *words])
    told = capsys.readouterr()
    assert ended == ends, told.err
    return told.out if ends == 0 else told.err


def test_counts_print_their_columns_and_nothing_else(held: Held, capsys: Capture) -> None:
    words = "counts --by month,area,type --area-kind district --from 2020-05 --to 2021-04 --csv"
    assert main(["evidence", *words.split()]) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines()[0] == "month,area,area_name,type,count"
    found = list(csv.DictReader(io.StringIO(printed.out)))
    told = {
        (row["month"], row["area"], "" if row["area"] else row["area_name"], row["type"]): int(
            row["count"]
        )
        for row in found
    }
    rows = slow.asked_for(slow.rows_of(held.files), county.PLACED, start="2020-05")
    assert told == slow.counts(rows, county.PLACED, ("month", "area", "type"), "district")
    assert "Source: police.uk" in printed.err
    named = {row["area"]: row["area_name"] for row in found}
    assert named[county.MARSHWICK] == "Marshwick"


def test_the_command_as_people_start_it(tmp_path: Path) -> None:
    """One process of its own: nothing but a home folder, and nothing in it."""
    ended = frankpledge(a_home(tmp_path / "own"), "evidence", "counts", "--csv")
    assert "Nothing has been loaded yet" in one_sentence(ended)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("counts --area Marshwick --per 1000", "rate"),
        ("counts --area Marshwick --rolling", "twelve months"),
        ("counts --area Marshwick --by area,type --area-kind lsoa --public", "held back"),
        ("compare --area Marshwick --by type", "beside May 2019 to April 2020"),
        ("rank --area Loamshire --area-kind ward --first highest", "worst"),
        ("chart --area Marshwick --type burglary --baseline 12", "usual"),
        ("chart --area Loamshire --adjust", "index of its month"),
        ("hotspots --area Loamshire --all", "E01900001"),
        ("hotspots --area Loamshire --hexagons", "hexagons"),
        ("seasons --area Loamshire", "Friedman"),
        ("share --area Loamshire", "by chance alone"),
        ("hours --force loamshire", "Europe/London"),
        ("compare --area Marshwick --by type --per people", "rate before"),
        ("chart --area Marshwick --by type --per people", "each"),
        ("chart --area Loamshire --by area,type", "Drugs"),
        ("seasons --area Loamshire --by area --per people", "rate"),
        ("share --area Loamshire --by type --per people", "rates over people"),
        ("hotspots --area Loamshire --by type --per people --all", "rates over people"),
        ("rank --area Loamshire --area-kind ward --by area,type", "Anti-social behaviour"),
        (f"counts {FIRES} --by month,area,type --area-kind ward", "brought"),
        (f"compare {FIRES} --area Marshwick --by type", "by month"),
        (f"rank {FIRES} --area Loamshire --area-kind ward", "fires, counts that"),
        (f"chart {FIRES} --area Marshwick", "of each ward"),
        (f"seasons {FIRES} --area Loamshire", "Friedman"),
        (f"share {FIRES} --area Loamshire --area-kind ward", "of each ward"),
        ("chart --type calls --partnership marsh --area Marshwick", "by quarter"),
    ],
)
def test_every_question_is_answered_with_its_source(capsys: Capture, words: str, told: str) -> None:
    printed = said(capsys, *words.split())
    assert told in printed
    for line in ("Source:", "Months:", "Cut-off:", "Method:", "Asked for:"):
        assert line in printed


@pytest.mark.parametrize(
    "words",
    [
        "counts --by area,type --area-kind ward --per households --area Loamshire",
        "compare --by area,type",
        "rank --area-kind ward",
        "rank --area-kind ward --by area,type",
        "chart --area Marshwick --by type",
        "seasons --area Loamshire",
        "share --area Loamshire --by type",
        "hotspots --area Loamshire --all",
        "hours",
        f"chart {FIRES} --by area --of-kind ward",
    ],
)
def test_programs_are_given_the_same_rows(capsys: Capture, words: str) -> None:
    held = json.loads(said(capsys, *words.split(), "--json"))
    assert held["told"]["source"].startswith("fires" if FIRES in words else "police.uk")
    table = list(csv.reader(io.StringIO(said(capsys, *words.split(), "--csv"))))
    assert all(list(row) == table[0] for row in held["rows"])
    assert len(held["rows"]) == len(table) - 1 > 0


def test_harm_takes_its_weights_from_a_file(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "weights.csv"
    path.write_text("type,weight\nBurglary,20\nDrugs,3\n")
    words = ["harm", "--area", "Marshwick", "--weights", str(path), "--named", "Ours"]
    found = json.loads(said(capsys, *words, "--since", "2020-01-01", "--json"))
    assert found["total"] == sum(row["count"] * row["weight"] for row in found["rows"])
    assert found["unweighed"]["Anti-social behaviour"] > 0
    assert "is not a day" in said(capsys, *words, "--since", "spring", ends=2)
    assert "from which day" in said(capsys, *words, ends=2)


def test_weights_that_were_loaded_are_used_from_their_day_on(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("frankpledge.cli.asking.harming.start", lambda: None)
    path = tmp_path / "weights.csv"
    for since, weight in (("2019-04-01", 10), ("2021-01-01", 20)):
        path.write_text(f"Crime type,Weight\nBurglary,{weight}\n")
        words = ["weights", str(path), "--named", "Ours", "--since", since]
        assert "from whom" in said(capsys, *words, ends=2).replace("-", " ")
        assert f"1 types, from {since}" in said(capsys, *words, "--from-whom", "Analysts, 2021")
    asked = ["harm", "--area", "Marshwick", "--named", "ours", "--json"]
    for end, weight in (("2020-12", 10), ("2021-01", 20)):
        found = json.loads(said(capsys, *asked, "--to", end))
        assert [row["weight"] for row in found["rows"]] == [weight]
        assert "Analysts, 2021" in found["told"]["method"][1]
    assert "No weights are given that held" in said(capsys, *asked, "--to", "2019-03", ends=2)
    assert "there are Ours" in said(capsys, "harm", "--named", "Theirs", ends=2)
    assert len(json.loads(said(capsys, "weights", "--json"))) == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("counts --area Nowhere", "No area is known"),
        ("counts --from 2030-01", "there are April 2018 to April 2021"),
        ("counts --by street", "Nothing is counted by street"),
        ("counts --per lots", "1000 households"),
        ("chart --by month", "by type, by area"),
        ("rank --by type", "Areas are what is ranked"),
        ("hotspots --area Loamshire --hexagons --per people", "in a hexagon"),
        ("counts --source fires", "--partnership"),
        ("counts --source fires --partnership nobody", "no partnership called nobody"),
        ("counts --source floods --partnership marsh", "there are calls, fires"),
        (
            f"counts {FIRES} --by area --area-kind lsoa",
            "cannot be told by lsoa: kept is district, ward",
        ),
        (f"counts {FIRES} --grain year", "not kept by year"),
        ("counts --grain month", "of your own"),
        (f"hotspots {FIRES} --area Loamshire --hexagons", "has no points"),
        ("counts --type calls --partnership marsh --from 2018-05", "whole ones"),
        ("rank --area Marshwick --per 1000 cats", "not per cats"),
        ("hotspots", "need an area"),
        ("counts --area Marshwick --by area --area-kind county", "cannot be told by county"),
        ("share --area Marshwick --area-kind county", "cannot be told by county"),
        ("rank --area Marshwick", "there is 1"),
        ("counts --csv --json", "Choose --json or --csv"),
        (
            "compare --area Marshwick --from 2018-06 --to 2018-08",
            "June to August 2017 are missing",
        ),
        ("seasons --area Marshwick --from 2020-05", "three years"),
        ("chart --area Marshwick --step 2020-05", "MONTH=WHY"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(capsys: Capture, words: str, told: str) -> None:
    printed = said(capsys, *words.split(), ends=2).strip()
    assert told in printed
    assert "\n" not in printed and printed.endswith(".")


def test_a_chance_that_is_small_is_not_printed_as_none() -> None:
    assert [printed.said(each) for each in (1e-8, 0.0, 0.019)] == ["under 0.01", "0.00", "0.02"]


def test_a_hexagon_is_told_by_where_it_is(capsys: Capture) -> None:
    words = "hotspots --area Loamshire --hexagons --all --csv"
    rows = said(capsys, *words.split()).splitlines()
    assert rows[1:] and all("near 51." in row for row in rows[1:])


@pytest.mark.parametrize("words", ["chart --good up", "restore x", "hours --by x", "share --part"])
def test_an_option_that_makes_no_sense_is_one_sentence(capsys: Capture, words: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["evidence", *words.split()])
    told = capsys.readouterr().err.strip()
    assert ended.value.code == 2
    assert "\n" not in told and "--help" in told
