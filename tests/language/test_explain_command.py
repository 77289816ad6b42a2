"""frankpledge explain prints what was understood of some words."""

import json

import pytest

from frankpledge.cli.main import main

PLAN = ["--plan-start", "2026-04-01"]


def test_it_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "At least two walks held each quarter", *PLAN, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["target"]["explained"] == "At least 2 walks each quarter"
    assert said["target"]["targets"][0]["number"] == 2
    assert said["timescale"]["parts"][0]["every"] == {"n": 1, "unit": "quarter", "times": 1}
    assert said["lead"] is None
    assert said["status"] is None


def test_it_prints_plain_sentences_with_what_must_be_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "Quarterly 5% cut in nuisance", *PLAN]) == 0
    said = capsys.readouterr().out
    assert "Target: Cut nuisance by 5 % every quarter." in said
    assert "4 cuts of 5 % in a row make 18.5 % over a year." in said
    assert "the same quarter last year?" in said


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Summer 2026", "Timescale: June to August 2026."),
        ("Chair of JAG", "Lead: Chair of JAG."),
        ("2. Not started", "Status: Not started."),
        ("LFRS/Mind/LCC", "Lead: LFRS; Mind; LCC."),
    ],
)
def test_it_finds_out_which_reading_fits(
    capsys: pytest.CaptureFixture[str], words: str, line: str
) -> None:
    assert main(["explain", words, *PLAN]) == 0
    assert line in capsys.readouterr().out


def test_it_can_be_told_which_column_the_words_come_from(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "Held", "--as", "status", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["status"]["state"] == "complete"
    assert said["timescale"] is said["target"] is said["lead"] is None


@pytest.mark.parametrize(
    "options", [["--plan-start", "April"], [*PLAN, "--plan-end", "2026-01-01"]]
)
def test_a_plan_that_cannot_be_is_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    assert main(["explain", "July", *options]) == 2
    assert capsys.readouterr().err.count("\n") == 1
