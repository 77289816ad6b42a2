"""The command line promises: files in, what became of them, and the way back."""

import json
from pathlib import Path

import pytest

from frankpledge.cli.meter import line
from tests.evidence.makers import crime, street
from tests.evidence.test_areas import given
from tests.tooling.run import frankpledge, one_sentence


def said(home: Path, *words: str) -> str:
    ended = frankpledge(home, *words)
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""  # no meter where nobody looks
    return ended.stdout


def test_from_files_to_figures_and_back(tmp_path: Path) -> None:
    home = tmp_path / "home"
    files = [str(path) for path in given(tmp_path)]
    assert "the evidence is placed by them" in said(home, "areas", "load", *files)
    first = street(tmp_path, "2021-04", [crime(), crime(Month="2021-05")])
    loaded = said(home, "evidence", "load", str(first))
    assert "1 row set aside: it is of another month than the file." in loaded
    assert "Load 2: 1 row taken, 1 set aside" in loaded
    third = street(tmp_path, "2021-06", [crime("2021-06")] * 3)
    said(home, "evidence", "load", str(third))
    (months,) = json.loads(said(home, "evidence", "months", "--json"))
    assert [each["month"] for each in months["months"]] == ["2021-04", "2021-06"]
    assert months["missing"] == ["2021-05"]
    told = json.loads(said(home, "evidence", "loads", "2", "--json"))
    assert (told["kind"], told["current"], told["files"][0]["taken"]) == ("police", False, 1)
    said(home, "evidence", "restore", str(told["generation"]))
    (months,) = json.loads(said(home, "evidence", "months", "--json"))
    assert [each["month"] for each in months["months"]] == ["2021-04"]
    assert "no file" in one_sentence(frankpledge(home, "evidence", "load", "/not/there.csv"))


def test_other_counts_need_a_name_and_an_owner(tmp_path: Path) -> None:
    said(tmp_path, "partnership", "open", "fen", "Safer Fen")
    path = tmp_path / "fires.csv"
    path.write_text("Month,Fires\n2021-04,3\n")
    words = ["evidence", "load", str(path), "--partnership", "fen"]
    assert "--as" in one_sentence(frankpledge(tmp_path, *words))
    words += ["--as", "fires"]
    assert "Say which headings" in one_sentence(frankpledge(tmp_path, *words))
    assert "1 row taken" in said(tmp_path, *words, "--columns", "period=Month,n=Fires")
    assert "1 row taken" in said(tmp_path, *words)


@pytest.mark.parametrize(
    ("done", "rows", "seconds", "told"),
    [
        (
            50,
            1000,
            30.0,
            "[###############               ]  50%  1,000 rows  33 a second  0:30 left",
        ),
        (100, 9, 3.0, "[##############################] 100%  9 rows  3 a second  0:00 left"),
    ],
)
def test_the_meter_says_rate_and_time_left(done: int, rows: int, seconds: float, told: str) -> None:
    assert line(done, 100, rows, seconds) == told
