"""script/demo promises a clear sentence when it cannot, and never to touch somebody's work."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tooling.run import ROOT, frankpledge, one_sentence, prepared, run, script


def test_a_port_in_use_is_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = script("demo", tmp_path, "--port", str(port))
    assert f"Port {port} is in use" in one_sentence(ended)
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_is_none_is_a_sentence(tmp_path: Path) -> None:
    assert "not a port" in one_sentence(script("demo", tmp_path, "--port", "70000"))


def test_an_unwritable_folder_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = script("demo", tmp_path / "file" / "home", "--no-serve")
    assert "Cannot write in" in one_sentence(ended)


def test_an_unknown_word_is_a_sentence(tmp_path: Path) -> None:
    assert "does not know --loud" in one_sentence(script("demo", tmp_path, "--loud"))


OPEN_ONE = """
from frankpledge.cli.start import start
start()
from tests.makers import a_partnership
a_partnership(slug="real")
"""


@pytest.mark.parametrize("fresh", [[], ["--fresh"]])
def test_somebodys_real_work_is_never_built_over(tmp_path: Path, fresh: list[str]) -> None:
    assert run([sys.executable, "-c", OPEN_ONE], prepared(tmp_path)).returncode == 0
    ended = script("demo", tmp_path, "--no-serve", *fresh)
    assert "not the demonstration's" in one_sentence(ended)
    listed = json.loads(frankpledge(tmp_path, "partnership", "list", "--json").stdout)
    assert [each["slug"] for each in listed] == ["real"]


def test_it_is_built_where_nothing_is_kept_and_its_data_stay(tmp_path: Path) -> None:
    assert frankpledge(tmp_path, "partnership", "list").returncode == 0
    assert script("demo", tmp_path, "--no-serve").returncode == 0
    first = frankpledge(tmp_path, "partnership", "list", "--json").stdout
    assert {each["kind"] for each in json.loads(first)} == {"county", "district"}
    assert "Building" not in script("demo", tmp_path, "--no-serve").stderr
    assert "Building" in script("demo", tmp_path, "--no-serve", "--fresh").stderr
    assert frankpledge(tmp_path, "partnership", "list", "--json").stdout == first
    assert frankpledge(tmp_path, "record", "verify").returncode == 0


def empty_clone(folder: Path) -> Path:
    """What script/setup needs, in a folder of its own."""
    subprocess.run(
        f"cp -r script pyproject.toml package.json package-lock.json requirements {folder} && "
        f"mkdir -p {folder}/frankpledge/ui && cp frankpledge/ui/*.py {folder}/frankpledge/ui/",
        shell=True,
        cwd=ROOT,
        check=True,
    )
    return folder


def test_a_python_that_is_too_old_is_a_sentence(tmp_path: Path) -> None:
    clone = empty_clone(tmp_path)
    old = tmp_path / "python3"
    # one that says no to every question about its age, and then its age
    old.write_text('#!/bin/sh\ncase "$2" in *version_info*) exit 1 ;; *) echo 3.9.2 ;; esac\n')
    old.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    ended = run([str(clone / "script/demo")], tmp_path / "home", PATH=path)
    assert one_sentence(ended) == "Frankpledge needs Python 3.11 or newer, and python3 is 3.9.2."
    assert not (clone / ".venv").exists()


def test_setup_is_quick_where_nothing_changed(tmp_path: Path) -> None:
    assert script("setup", tmp_path, "--dev").returncode == 0
    # The processor's seconds, not the clock's, which runs on while others have the processor.
    ended = run(["bash", "-c", "TIMEFORMAT='%U %S'; time script/setup --dev"], tmp_path)
    assert sum(map(float, ended.stderr.split())) < 2
