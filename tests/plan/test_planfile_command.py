"""frankpledge plan: out to a file, in from a document, and refused in one sentence."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.reading import documents
from tests.tooling.run import frankpledge, one_sentence


@pytest.fixture(scope="module")
def fen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation that every test here begins with; those that write come last."""
    home = tmp_path_factory.mktemp("fen")
    assert frankpledge(home, "partnership", "open", "fen", "Safer Fen").returncode == 0
    return home


def document(folder: Path, name: str = "word_headings") -> str:
    written = documents.ALL[name]()
    path = folder / f"plan{Path(written.name).suffix}"
    path.write_bytes(written.data)
    return str(path)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["import", "{doc}", "--partnership", "nowhere"], "no partnership called nowhere"),
        (["import", "{doc}", "--partnership", "fen", "--follows", "99"], "has no plan 99"),
        (["import", "{doc}", "--partnership", "fen", "--ends", "soon"], "soon is not a day"),
        (["import", "{doc}", "--partnership", "fen", "--ends", "2001-01-01"], "must end after"),
        (["import", "{other}", "--partnership", "fen"], "is JSON, but no plan file"),
        (["import", "{none}", "--partnership", "fen"], "is not there"),
        (["import", "{prose}", "--partnership", "fen"], "holds no actions"),
        (["export", "--partnership", "fen", "--format", "docx"], "with --out FILE"),
        (["export", "--partnership", "fen"], "has no running plan"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence_and_nothing_is_written(
    fen: Path, tmp_path: Path, words: list[str], says: str
) -> None:
    (tmp_path / "other.json").write_text('{"name": "something else"}')
    (tmp_path / "prose.txt").write_text("We met on Tuesday and talked about the weather.\n")
    paths = {
        "doc": document(tmp_path),
        "other": str(tmp_path / "other.json"),
        "none": str(tmp_path / "none.docx"),
        "prose": str(tmp_path / "prose.txt"),
    }
    done = frankpledge(fen, "plan", *[word.format(**paths) for word in words])
    assert says in one_sentence(done)
    with sqlite3.connect(fen / "db.sqlite3") as kept:
        assert kept.execute("select count(*) from plan_plan").fetchone() == (0,)


def test_a_document_goes_in_and_its_plan_comes_out_in_every_format(
    fen: Path, tmp_path: Path
) -> None:
    taken = frankpledge(fen, "plan", "import", document(tmp_path), "--partnership", "fen")
    assert taken.returncode == 0, taken.stderr
    assert taken.stdout.endswith("3 actions. Adopt it on the desk.\n")
    listed = json.loads(frankpledge(fen, "plan", "list", "--partnership", "fen", "--json").stdout)[
        0
    ]
    assert listed["status"] == "draft"
    printed = frankpledge(fen, "plan", "export", "--partnership", "fen")
    assert len(json.loads(printed.stdout)["actions"]) == 3
    for kind in ("xlsx", "docx", "csv", "json"):
        out = tmp_path / f"out.{kind}"
        words = ["--partnership", "fen", "--format", kind, "--out", str(out)]
        done = frankpledge(fen, "plan", "export", *words, "--plan", str(listed["plan"]))
        assert done.returncode == 0, done.stderr
        again = frankpledge(fen, "plan", "import", str(out), "--partnership", "fen")
        assert again.returncode == 0, again.stderr


def test_what_the_document_does_not_say_is_asked_for(fen: Path, tmp_path: Path) -> None:
    path = document(tmp_path, "values")
    asked = frankpledge(fen, "plan", "import", path, "--partnership", "fen")
    assert "give --title and --starts and --ends" in one_sentence(asked)
    facts = ["--title", "Plan", "--starts", "2026-04-01", "--ends", "2027-03-31"]
    given = frankpledge(fen, "plan", "import", path, "--partnership", "fen", *facts)
    assert given.returncode == 0, given.stderr
