"""The command line promises --help with an example, and to end with 0, 1 or 2."""

import argparse
import json
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from frankpledge.cli.main import parser
from tests.tooling.run import ROOT, by_itself, frankpledge, one_sentence


def every_command(made: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield made
    for action in made._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from every_command(below)


@pytest.mark.parametrize("made", list(every_command(parser())), ids=lambda made: made.prog)
def test_every_command_has_help_with_an_example_that_it_understands(
    made: argparse.ArgumentParser,
) -> None:
    text = made.format_help()
    assert "Example: frankpledge" in text
    words = shlex.split(" ".join(text.split("Example: frankpledge")[1].split()))
    chosen = parser().parse_args(words)
    assert callable(chosen.run)


def test_help_loads_no_web_and_is_quick_for_it() -> None:
    words = "import sys; from frankpledge.cli.main import parser; parser().format_help()"
    asked = f"{words}; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False, cwd=ROOT).returncode == 0


def test_a_new_installation_gets_a_partnership_and_somebody_to_keep_it(tmp_path: Path) -> None:
    assert frankpledge(tmp_path, "partnership", "open", "fen", "Safer Fen").returncode == 0
    opened = frankpledge(
        tmp_path, "account", "open", "ann@fen.example", "--name", "Ann", "--partnership", "fen"
    )
    assert opened.returncode == 0, opened.stderr
    listed = json.loads(frankpledge(tmp_path, "partnership", "list", "--json").stdout)
    assert [each["slug"] for each in listed] == ["fen"]
    again = frankpledge(tmp_path, "partnership", "open", "fen", "Another")
    assert one_sentence(again) == "The address 'fen' is taken. Choose another."


def test_a_text_withdrawn_by_law_leaves_a_record_that_verifies(tmp_path: Path) -> None:
    frankpledge(tmp_path, "partnership", "open", "fen", "Safer Fen", "--place", "Olga Secretova")
    words = ["--partnership", "fen", "--words", "Olga Secretova"]
    decided = ["--by", "Data protection officer", "--why", "Request 14"]
    gone = frankpledge(tmp_path, "record", "withdraw", *words, *decided)
    assert gone.returncode == 0, gone.stderr
    with sqlite3.connect(tmp_path / "db.sqlite3") as database:
        assert "Secretova" not in str(database.execute("SELECT * FROM record_line").fetchall())
    assert frankpledge(tmp_path, "record", "verify").returncode == 0
    assert frankpledge(tmp_path, "record", "withdraw", *words, *decided).returncode == 1


def test_the_first_command_creates_what_it_needs_and_prints_json(tmp_path: Path) -> None:
    home = tmp_path / "not" / "yet"
    ended = by_itself(home, "partnership", "list", "--json")
    assert (ended.returncode, json.loads(ended.stdout), ended.stderr) == (0, [], "")
    assert (home / "db.sqlite3").exists()
    assert (home / "secret-key").exists()


def test_a_whole_record_ends_with_0_and_an_altered_one_with_1(tmp_path: Path) -> None:
    assert frankpledge(tmp_path, "record", "verify").returncode == 0
    with sqlite3.connect(tmp_path / "db.sqlite3") as database:
        database.execute(
            "INSERT INTO record_chain (key, length, head) VALUES ('partnership:9', 3, 'lost')"
        )
    ended = frankpledge(tmp_path, "record", "verify", "--json")
    assert ended.returncode == 1
    assert [fault["chain"] for fault in json.loads(ended.stdout)["faults"]] == ["partnership:9"]


def test_a_partnership_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    ended = frankpledge(tmp_path, "record", "verify", "--partnership", "nowhere")
    assert "no partnership called nowhere" in one_sentence(ended)


def test_a_home_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = frankpledge(tmp_path / "file" / "home", "partnership", "list")
    assert "Cannot write in" in one_sentence(ended)


def test_a_database_that_does_not_answer_is_a_sentence(tmp_path: Path) -> None:
    nowhere = "postgresql://nobody@127.0.0.1:1/none"
    ended = frankpledge(tmp_path, "partnership", "list", DATABASE_URL=nowhere)
    assert "database does not answer" in one_sentence(ended)


@pytest.mark.parametrize("setting", ["DATABASE_URL", "FRANKPLEDGE_HTTPS"])
def test_a_setting_that_cannot_be_read_is_a_sentence_that_names_it(
    tmp_path: Path, setting: str
) -> None:
    ended = frankpledge(tmp_path, "partnership", "list", **{setting: "neither:this nor:that"})
    assert setting in one_sentence(ended)


def test_serving_without_its_names_is_refused(tmp_path: Path) -> None:
    ended = by_itself(tmp_path, "serve")
    assert "ALLOWED_HOSTS is missing" in one_sentence(ended)
    assert list(tmp_path.iterdir()) == []
