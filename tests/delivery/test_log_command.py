import json
from pathlib import Path

import pytest

from frankpledge.cli import start
from frankpledge.cli.main import main
from tests.delivery.log import a_measure
from tests.small import Small


@pytest.fixture
def here(small: Small, monkeypatch: pytest.MonkeyPatch) -> Small:
    monkeypatch.setattr("frankpledge.cli.commands.log.start", lambda: None)
    assert callable(start.start)
    a_measure(small)
    return small


def test_a_sheet_goes_in_and_its_months_come_out(
    here: Small, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "diary.csv"
    sheet.write_text("Tag,Was,Zahl\n14/07/2026,Patrols,3\n14/07/2026,Balloons,1\n")
    given = ["log", "import", str(sheet), "--partnership", "marsh"]
    assert main([*given, "--columns", "on=Tag,measure=Was,n=Zahl"]) == 0
    assert "1 of 2 rows taken." in capsys.readouterr().out
    assert main(["log", "months", "--partnership", "marsh", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    measure = next(one for one in found if one["of"] == "measure")
    assert measure["name"] == "Patrols"
    assert measure["months"] == [{"month": "2026-07", "count": 3, "provisional": False}]
    assert main([*given, "--columns", "on=Tag,measure=Was,n=Zahl"]) == 2
    assert "could be taken" in capsys.readouterr().err


@pytest.mark.parametrize(
    "given",
    [
        ["import", "nowhere.csv", "--partnership", "marsh"],
        ["import", __file__, "--partnership", "nobody"],
        ["import", __file__, "--partnership", "marsh", "--columns", "Tag"],
        ["import", __file__, "--partnership", "marsh", "--columns", "colour=Tag"],
        ["months", "--partnership", "nobody"],
    ],
)
def test_what_it_cannot_do_is_one_sentence(
    here: Small, given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["log", *given]) == 2
    assert capsys.readouterr().err.strip().endswith(".")
