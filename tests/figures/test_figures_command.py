"""frankpledge figures: one sentence for people, the same as JSON for programs."""

import io
import json
import sys
from pathlib import Path

import pytest

from frankpledge.cli.main import main

Capture = pytest.CaptureFixture[str]


def _said(capsys: Capture, *arguments: str, ends: int = 0) -> str:
    assert main(["figures", *arguments]) == ends
    return capsys.readouterr().out


def test_a_change_is_said_in_one_sentence(capsys: Capture) -> None:
    assert _said(capsys, "change", "297", "382", "--what", "Shop theft") == (
        "Shop theft rose by 85, to 382. Chance alone would do this less than 1 time in 500.\n"
    )


def test_a_change_is_printed_as_json(capsys: Capture) -> None:
    said = json.loads(_said(capsys, "change", "7,215", "6,872", "--json"))
    assert said["difference"] == -343
    assert said["verdict"] == "fewer"
    assert said["percent"] == pytest.approx(-4.754, abs=0.001)


def test_counts_out_of_differing_numbers_are_compared_as_rates(capsys: Capture) -> None:
    arguments = ["change", "40", "45", "--exposure", "365", "366", "--of", "days", "--per", "100"]
    assert "per 100 days, against 11.0" in _said(capsys, *arguments)


def test_overdispersion_makes_the_verdict_more_careful(capsys: Capture) -> None:
    assert _said(capsys, "change", "297", "382", "--dispersion", "4").endswith("no clear change.\n")


def test_a_rate_and_a_share_come_with_their_ranges(capsys: Capture) -> None:
    assert "4.2 per 1,000; chance alone" in _said(capsys, "rate", "382", "90000")
    assert _said(capsys, "share", "31", "38").startswith("31 of 38, 82 %; chance alone")


def test_a_series_is_read_from_a_file_or_from_what_is_piped_in(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = [30, 32, 29, 31, 30, 33, 28, 31, 29, 32, 30, 31, 50]
    lines = [f"{2024 + at // 12}-{at % 12 + 1:02d},{value}" for at, value in enumerate(values)]
    text = "\n".join(["period,value", *lines, "2025-02,4,provisional"])
    file = tmp_path / "thefts.csv"
    file.write_text(text)
    arguments = ["--what", "thefts", "--good", "decrease", "--target", "20"]
    said = _said(capsys, "signal", str(file), *arguments)
    assert said.startswith("Worse: thefts higher. January 2025, at 50, lies above")
    assert "unless things change it is missed" in said
    assert said.endswith("January 2025: 50, above the usual range\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    piped = json.loads(_said(capsys, "signal", "-", *arguments, "--json"))
    assert piped["variation"] == "concern high"
    assert piped["assurance"] == "fails"
    assert len(piped["points"]) == 14


def test_a_step_change_is_given_with_its_reason(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "calls.csv"
    file.write_text(
        "\n".join(f"2024-{at + 1:02d},{10 + at % 3 + 20 * (at > 5)}" for at in range(12))
    )
    said = json.loads(_said(capsys, "signal", str(file), "--step", "2024-07=a new line", "--json"))
    assert [each["why"] for each in said["segments"]] == [None, "a new line"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("name,count,people\nA,300,60000\nB,900,60000\n", "A ranks 1 of 2, lowest first; could"),
        ("name,part,whole\nA,2,40\nB,31,38\n", "A ranks 1 of 2, lowest first; could rank only 1."),
        ("name\tvalue\nA\t3\nB\t4\n", "A ranks 1 of 2, lowest first; its range is not known."),
        (
            "name,value,low,high\nA,3,1,5\nB,4,2,6\n",
            "A ranks 1 of 2, lowest first; could rank 1 to 2.",
        ),
    ],
)
def test_figures_in_a_file_are_ranked(
    capsys: Capture, tmp_path: Path, text: str, first: str
) -> None:
    file = tmp_path / "areas.csv"
    file.write_text(text)
    assert first in _said(capsys, "rank", str(file), "--first", "lowest")
    assert len(json.loads(_said(capsys, "rank", str(file), "--first", "lowest", "--json"))) == 2


def test_a_table_that_agrees_ends_well_and_one_that_does_not_ends_with_1(
    capsys: Capture, tmp_path: Path
) -> None:
    file = tmp_path / "table.csv"
    file.write_text('Type,2007,2008,Change\nAll crime,"7,215","6,872",343 fewer crimes\n')
    assert _said(capsys, "check", str(file)) == "1 agrees, none disagree.\n"
    file.write_text('Type,2007,2008,Change\nAll crime,"7,215","6,872",353 fewer crimes\n')
    assert _said(capsys, "check", str(file), ends=1) == (
        "All crime, Change: 353 fewer crimes is printed, -343 is right (from 7,215 to 6,872).\n"
        "0 agree, 1 disagrees.\n"
    )
    said = json.loads(_said(capsys, "check", str(file), "--json", ends=1))
    assert said["checks"][0]["computed"] == "-343"
    assert said["checks"][0]["agrees"] is False


@pytest.mark.parametrize(
    "arguments",
    [
        ["change", "a", "2"],
        ["change", "-3", "2"],
        ["change", "1.5", "2"],
        ["change", "1", "2", "--exposure", "0", "5"],
        ["change", "1", "2", "--periods", "2025-06", "2025-07"],
        ["change", "1", "2", "--periods", "2098/99", "2099/00"],
        ["change", "1", "2", "--dispersion", "nan"],
        ["rate", "5", "0"],
        ["share", "9", "8"],
        ["signal", "nowhere.csv"],
        ["signal", "."],
        ["check", "nowhere.csv"],
    ],
)
def test_bad_input_is_one_sentence_and_ends_with_2(capsys: Capture, arguments: list[str]) -> None:
    assert main(["figures", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "unforeseen" not in said.err
    assert "not foreseen" not in said.err


@pytest.mark.parametrize(
    ("command", "data"),
    [
        ("check", b""),
        ("check", b"PK\x03\x04\0\0"),
        ("check", b"one column\nonly\n"),
        ("signal", b"period,value\n2024-01,x\n2024-02,3\n"),
        ("signal", b"2024-01\n2024-02\n"),
        ("signal", b"2024-01,1\n2024-01,2\n"),
        ("signal", b"2098-01,1\n2098-02,2\n"),
        ("rank", b"name,count,people\nA,3\n"),
        ("rank", b"name,count,people\nA,3,100\n"),
        ("rank", b"area,crimes\nA,3\n"),
        ("rank", b"name,count,people\nA,3,0\nB,3,1\n"),
    ],
)
def test_files_that_make_no_sense_are_one_sentence(
    capsys: Capture, tmp_path: Path, command: str, data: bytes
) -> None:
    file = tmp_path / "bad.csv"
    file.write_bytes(data)
    more = ["--first", "lowest"] if command == "rank" else []
    assert main(["figures", command, str(file), *more]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "not foreseen" not in said


@pytest.mark.parametrize("command", ["change", "rate", "share", "signal", "rank", "check"])
def test_each_command_has_help_with_an_example(capsys: Capture, command: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["figures", command, "--help"])
    assert ended.value.code == 0
    assert f"Example: frankpledge figures {command}" in " ".join(capsys.readouterr().out.split())


def test_the_tables_of_a_plan_are_worked_out_with_what_its_text_claims(
    capsys: Capture, shared: Path
) -> None:
    plan = {number: next((shared / "seeds").glob(f"{number}_*.txt")) for number in ("001", "002")}
    assert main(["figures", "check", str(plan["001"])]) == 1
    said = capsys.readouterr().out
    assert "In the text: reduction of 21% is printed, 24% is right (its own table)." in said
    assert "7 agree, none disagree." in said
    assert main(["figures", "check", str(plan["002"]), "--json"]) == 0
    assert "24 cannot be worked out again" in capsys.readouterr().out


def test_a_document_that_cannot_be_read_is_one_sentence(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(b"PK\x03\x04 cut")
    assert main(["figures", "check", str(file)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
