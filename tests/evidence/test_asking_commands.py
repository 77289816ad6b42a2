"""The command line promises: every question, as lines, as CSV and as JSON, with its source."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.evidence import asked as county
from tests.oracles import evidence as slow
from tests.tooling.run import frankpledge, one_sentence


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked")
    areas = [str(path) for path in county.areas(folder)]
    files = [str(county.crimes(folder / "files")), str(county.stops(folder))]
    for words in (["areas", "load", *areas], ["evidence", "load", *files]):
        ended = frankpledge(folder / "home", *words)
        assert ended.returncode == 0, ended.stderr
    return folder


def said(home: Path, *words: str) -> str:
    ended = frankpledge(home / "home", "evidence", *words)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_counts_print_their_columns_and_nothing_else(home: Path) -> None:
    words = "counts --by month,area,type --area-kind district --from 2020-05 --to 2021-04 --csv"
    ended = frankpledge(home / "home", "evidence", *words.split())
    assert ended.stdout.splitlines()[0] == "month,area,area_name,type,count"
    found = list(csv.DictReader(io.StringIO(ended.stdout)))
    told = {
        (row["month"], row["area"], "" if row["area"] else row["area_name"], row["type"]): int(
            row["count"]
        )
        for row in found
    }
    rows = slow.asked_for(slow.rows_of(home / "files"), county.PLACED, start="2020-05")
    assert told == slow.counts(rows, county.PLACED, ("month", "area", "type"), "district")
    assert "Source: police.uk" in ended.stderr
    named = {row["area"]: row["area_name"] for row in found}
    assert named[county.MARSHWICK] == "Marshwick"


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
    ],
)
def test_every_question_is_answered_with_its_source(home: Path, words: str, told: str) -> None:
    printed = said(home, *words.split())
    assert told in printed
    for line in ("Source:", "Months:", "Cut-off:", "Method:", "Asked for:"):
        assert line in printed


@pytest.mark.parametrize("words", ["compare --by area,type", "rank --area-kind ward", "hours"])
def test_programs_are_given_the_same_rows(home: Path, words: str) -> None:
    held = json.loads(said(home, *words.split(), "--json"))
    assert held["told"]["source"].startswith("police.uk")
    table = list(csv.reader(io.StringIO(said(home, *words.split(), "--csv"))))
    assert all(list(row) == table[0] for row in held["rows"])
    assert len(held["rows"]) == len(table) - 1 > 0


def test_harm_takes_its_weights_from_a_file(home: Path) -> None:
    path = home / "weights.csv"
    path.write_text("type,weight\nBurglary,20\nDrugs,3\n")
    words = ["harm", "--area", "Marshwick", "--weights", str(path), "--named", "Ours"]
    held = json.loads(said(home, *words, "--since", "2020-01-01", "--json"))
    assert held["total"] == sum(row["count"] * row["weight"] for row in held["rows"])
    assert held["unweighed"]["Anti-social behaviour"] > 0
    wrong = frankpledge(home / "home", "evidence", *words, "--since", "spring")
    assert "is not a day" in one_sentence(wrong)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("counts --area Nowhere", "No area is known"),
        ("counts --from 2030-01", "there are April 2018 to April 2021"),
        ("counts --by street", "Nothing is counted by street"),
        ("counts --per lots", "1000 households"),
        ("rank --area Marshwick --per 1000 cats", "not per cats"),
        ("hotspots", "need an area"),
        ("seasons --area Marshwick --from 2020-05", "three years"),
        ("chart --area Marshwick --step 2020-05", "MONTH=WHY"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(home: Path, words: str, told: str) -> None:
    assert told in one_sentence(frankpledge(home / "home", "evidence", *words.split()))
