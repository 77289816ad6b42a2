"""The command line promises: files in, what became of them, and the way back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from frankpledge.cli.main import main
from frankpledge.cli.meter import line
from frankpledge.evidence.models import Load
from tests.evidence.makers import crime, street
from tests.evidence.test_areas import given

pytestmark = pytest.mark.django_db
Said = Callable[..., str]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Said:
    """Django is up already. What is said to people who are refused ends with 2, as one sentence."""
    for family in ("areas", "evidence", "partnership"):
        monkeypatch.setattr(f"frankpledge.cli.commands.{family}.start", lambda: None)

    def run(*words: str, refused: bool = False) -> str:
        ended = main(list(words))
        told = capsys.readouterr()
        assert ended == (2 if refused else 0), told.err
        # No meter where nobody looks.
        assert refused or told.err == ""
        assert not refused or (told.err.count("\n") == 1 and told.err.endswith(".\n"))
        return told.err if refused else told.out

    return run


def test_from_files_to_figures_and_back(said: Said, tmp_path: Path) -> None:
    files = [str(path) for path in given(tmp_path)]
    assert "the evidence is placed by them" in said("areas", "load", *files)
    first = street(tmp_path, "2021-04", [crime(), crime(Month="2021-05")])
    loaded = said("evidence", "load", str(first))
    assert "1 row set aside: it is of another month than the file." in loaded
    number = str(Load.objects.latest("pk").pk)
    assert f"Load {number}: 1 row taken, 1 set aside" in loaded
    third = street(tmp_path, "2021-06", [crime("2021-06")] * 3)
    said("evidence", "load", str(third))
    (months,) = json.loads(said("evidence", "months", "--json"))
    assert [each["month"] for each in months["months"]] == ["2021-04", "2021-06"]
    assert months["missing"] == ["2021-05"]
    told = json.loads(said("evidence", "loads", number, "--json"))
    assert (told["kind"], told["current"], told["files"][0]["taken"]) == ("police", False, 1)
    said("evidence", "restore", str(told["generation"]))
    (months,) = json.loads(said("evidence", "months", "--json"))
    assert [each["month"] for each in months["months"]] == ["2021-04"]
    assert "no file" in said("evidence", "load", "/not/there.csv", refused=True)


def test_other_counts_need_a_name_and_an_owner(said: Said, tmp_path: Path) -> None:
    said("partnership", "open", "fen", "Safer Fen")
    path = tmp_path / "fires.csv"
    path.write_text("Month,Fires\n2021-04,3\n")
    words = ["evidence", "load", str(path), "--partnership", "fen"]
    assert "--as" in said(*words, refused=True)
    words += ["--as", "fires"]
    assert "Say which headings" in said(*words, refused=True)
    assert "1 row taken" in said(*words, "--columns", "period=Month,n=Fires")
    assert "1 row taken" in said(*words)


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
