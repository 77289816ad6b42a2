"""Runs our commands as people do: from outside, in a home of their own."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment(home: Path, **more: str) -> dict[str, str]:
    dropped = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "FRANKPLEDGE_DEMO", "ALLOWED_HOSTS"}
    kept = {key: value for key, value in os.environ.items() if key not in dropped}
    return kept | {"FRANKPLEDGE_HOME": str(home)} | more


def frankpledge(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """In a new home the tables are put there first, made once for all tests: that takes long."""
    if not more and home.is_dir() and not (home / "db.sqlite3").exists():
        shutil.copytree(_prepared(), home, dirs_exist_ok=True)
    return by_itself(home, *words, **more)


def by_itself(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return run([sys.executable, "-m", "frankpledge.cli.main", *words], home, **more)


@cache
def _prepared() -> Path:
    home = Path(tempfile.mkdtemp(prefix="frankpledge-prepared-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    assert by_itself(home, "partnership", "list").returncode == 0
    return home


def script(name: str, home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return run([str(ROOT / "script" / name), *words], home, **more)


def run(command: list[str], home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment(home, **more),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def one_sentence(ended: subprocess.CompletedProcess[str]) -> str:
    """What it said, having made sure that it is one line for people and that it ended with 2."""
    assert ended.returncode == 2, (ended.returncode, ended.stdout, ended.stderr)
    said = ended.stderr.strip()
    assert "\n" not in said, said
    assert said.endswith("."), said
    return said
