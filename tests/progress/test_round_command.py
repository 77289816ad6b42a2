"""The shell does with a round what the desk does, and says it in JSON."""

import json
from pathlib import Path

import pytest

from frankpledge.cli.main import main
from frankpledge.progress import changes
from frankpledge.progress.models import Answer
from tests.progress.rounds import ASKED_BY, Led
from tests.tooling.run import frankpledge, one_sentence

OF = ["--partnership", "marsh", "--json"]


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> None:
    """Django is up already."""
    monkeypatch.setattr("frankpledge.cli.commands.round.start", lambda: None)


def run(capsys: pytest.CaptureFixture[str], name: str, *more: str) -> object:
    ended = main(["round", name, *OF, *more])
    told = json.loads(capsys.readouterr().out)
    return (ended, told)


def test_a_round_goes_round_from_the_shell(led: Led, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "list")[1][0]["name"] == "2026-07"  # type: ignore[index]
    assert run(capsys, "open", "--round", "2026-07")[1]["letters"] == 3  # type: ignore[index]
    led.answer("Ingrid")
    leads = run(capsys, "status")[1]["leads"]  # type: ignore[index]
    assert {one["lead"]: one["state"] for one in leads}["Ingrid Penhaligon"] == "answered"
    assert run(capsys, "remind")[1]["letters"] == 0  # type: ignore[index] # asked today
    assert run(capsys, "freeze")[1]["version"] == 1  # type: ignore[index]
    assert run(capsys, "verify")[1]["faults"] == []  # type: ignore[index]
    assert run(capsys, "publish")[1]["published"] == "2026-10-02"  # type: ignore[index]
    Answer.objects.update(happened="Altered")
    assert run(capsys, "verify")[0] == 1  # type: ignore[index]


def test_what_cannot_be_done_is_one_sentence(led: Led, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, words in (
        (["freeze", *OF], "This round is planned."),
        (["status", "--partnership", "nowhere"], "no partnership called nowhere"),
        (["status", *OF, "--round", "2031-01"], "no round called 2031-01"),
    ):
        assert main(["round", *arguments]) == 2
        assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("open", "Leads are asked once"),
        ("remind", "Nobody has been asked yet"),
        ("freeze", "A round is frozen from its review"),
        ("publish", "Only a frozen round is published"),
    ],
)
def test_out_of_turn_each_ends_with_2_and_a_sentence(
    led: Led, capsys: pytest.CaptureFixture[str], name: str, words: str
) -> None:
    if name in ("open", "freeze", "publish"):
        led.asked()
    if name == "freeze":
        changes.start_review(round_=led.round, by=ASKED_BY)
        changes.freeze(round_=led.round, by=ASKED_BY)
    assert main(["round", name, *OF]) == 2
    told = capsys.readouterr()
    assert not told.out and told.err.count("\n") == 1
    assert words in told.err


def test_a_round_that_was_never_frozen_is_not_proved(
    led: Led, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "verify") == (1, {**_planned(), "faults": ["This round was never frozen."]})


def _planned() -> dict[str, object]:
    return {
        "name": "2026-07",
        "period": "July to September 2026",
        "stage": "planned",
        "opens": "2026-10-01",
        "due": "2026-10-20",
        "published": None,
    }


def test_people_read_it_too(led: Led, capsys: pytest.CaptureFixture[str]) -> None:
    led.asked().answer("Ingrid")
    assert main(["round", "status", "--partnership", "marsh"]) == 0
    out = capsys.readouterr().out
    assert "July to September 2026: Asked. 1 of 4 promises answered." in out
    assert "Nobody to ask yet" in out


@pytest.mark.parametrize(
    "name", ["list", "open", "status", "remind", "freeze", "publish", "verify"]
)
def test_each_starts_by_itself(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = Path(tmp_path_factory.getbasetemp()) / "rounds-home"
    ended = frankpledge(home, "round", name, "--partnership", "nowhere")
    assert "no partnership called nowhere" in one_sentence(ended)
