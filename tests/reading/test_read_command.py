"""frankpledge read prints what was understood; files are read in a process of their own."""

import json
from pathlib import Path

import pytest

from frankpledge.cli.main import main
from tests.reading import documents


@pytest.fixture
def pipes(tmp_path: Path) -> Path:
    path = tmp_path / "wold.txt"
    path.write_bytes(documents.pipes().data)
    return path


def test_it_prints_a_summary(pipes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(pipes)]) == 0
    said = capsys.readouterr().out
    assert "wold.txt: Wold Community Safety Partnership Plan 2026/27" in said
    assert "Actions: 3" in said


def test_it_prints_the_plan_file(pipes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(pipes), "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert plan["period"]["start"] == "2026-04-01"
    assert plan["actions"][0]["priorities"] == ["p1", "p2"]


def test_it_prints_a_table(pipes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(pipes), "--table"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["ref", "under", "action", "lead", "timescale", "outcomes"]
    assert lines[1].split()[:2] == ["p1", "p2"]


def test_a_folder_as_json_is_a_list_of_files(
    pipes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pipes.parent / "second.csv").write_bytes(documents.values().data)
    assert main(["read", str(pipes.parent), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [each["file"] for each in found] == ["second.csv", "wold.txt"]


@pytest.mark.parametrize(
    ("name", "says"), [("nowhere.docx", "nowhere.docx is not there."), ("", "holds no documents.")]
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, says: str
) -> None:
    assert main(["read", str(tmp_path / name)]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1
