"""frankpledge judge and frankpledge indicators say what was judged, with the workings."""

import datetime
import json
from typing import Any

import pytest

from frankpledge.cli.main import main
from tests.judging.conftest import Judging

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's database is there already."""
    monkeypatch.setattr("frankpledge.config.prepare.prepare", lambda **given: None)


def test_judge_prints_each_outcome_with_its_workings(judging: Judging, capsys: Any) -> None:
    judging.target(
        "At least 26 in the quarter",
        kind="count-at-least",
        number=26,
        counts="patrols",
        per="quarter",
    )
    judging.said(12, on=datetime.date(2026, 7, 2), period=datetime.date(2026, 4, 1))
    judging.small.adopt()
    given = ["judge", "--partnership", "marsh", "--as-at", "2026-11-20"]
    assert main(given) == 0
    told = capsys.readouterr().out
    assert "Patrols: not met. The target was at least 26 in April to June 2026" in told
    assert "Source: the lead's own answers" in told
    assert main([*given, "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["as_at"] == "2026-11-20"
    assert [one["verdict"] for one in made["outcomes"]] == ["not met"]
    assert made["outcomes"][0]["workings"][0] == ["Target", "at least 26 in April to June 2026"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--partnership", "nowhere"], "There is no partnership called nowhere."),
        (["--partnership", "dale"], "Safer Dale has no plan yet."),
        (["--partnership", "marsh", "--plan", "0999999"], "has no plan 999999."),
        (["--partnership", "marsh", "--as-at", "May"], "May is no date"),
    ],
)
def test_what_cannot_be_judged_ends_with_a_sentence(
    judging: Judging, capsys: Any, given: list[str], said: str
) -> None:
    assert main(["judge", *given]) == 2
    assert said in capsys.readouterr().err


def test_indicators_are_listed_and_checked(judging: Judging, capsys: Any) -> None:
    assert main(["indicators", "list", "--partnership", "marsh", "--json"]) == 0
    listed = {one["key"]: one for one in json.loads(capsys.readouterr().out)}
    assert listed["asb"]["polarity"] == "down"
    assert listed["ni-33"]["retired"]
    assert main(["indicators", "check"]) == 0
    assert "are sound" in capsys.readouterr().out
