"""The shell lists papers and writes them, and says in one sentence why not."""

import json
from pathlib import Path

import pytest

from frankpledge.cli.main import main
from tests.papers.test_making import Frozen, frozen  # noqa: F401 - a fixture


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> None:
    """Django is up already."""
    monkeypatch.setattr("frankpledge.cli.commands.paper.start", lambda: None)


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    ended = main(["paper", *words])
    told = capsys.readouterr()
    return ended, told.out, told.err


def test_the_papers_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    ended, out, _ = said(capsys, "list", "--json")
    assert ended == 0
    keys = [one["paper"] for one in json.loads(out)]
    assert keys[0] == "board"
    assert {"policing", "table", "plan", "summary"} <= set(keys)


def test_a_paper_is_written_to_a_file_the_same_each_time(
    frozen: Frozen,  # noqa: F811
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    of = ["build", "board", "--partnership", "marshwick", "--round", frozen.round.name]
    one, two = tmp_path / "one.pdf", tmp_path / "two.pdf"
    assert said(capsys, *of, "--out", str(one))[0] == 0
    assert said(capsys, *of, "--format", "pdf", "--out", str(two))[0] == 0
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["board", "--partnership", "nowhere"], "There is no partnership called nowhere."),
        (["gazette", "--partnership", "marshwick"], "There is no paper called gazette."),
        (["board", "--partnership", "marshwick", "--round", "1999-01"], "There is no round called"),
        (["board", "--partnership", "thornhay"], "A final paper is made once the round is frozen."),
        (["board", "--partnership", "marshwick", "--format", "pdf"], "Say where it goes: --out"),
        (["plan", "--partnership", "marshwick", "--format", "csv"], "has no table"),
        (["board", "--partnership", "marshwick", "--out", "a.gif"], "not written as .gif"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    frozen: Frozen,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    why: str,
) -> None:
    if "thornhay" in words:
        words = [*words, "--round", frozen.round.name]
    ended, out, err = said(capsys, "build", *words)
    assert ended == 2
    assert why in err
    assert len(err.strip().splitlines()) == 1
    assert out == ""
