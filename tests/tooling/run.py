"""Runs our commands as people do: from outside, in a home of their own."""

import fcntl
import os
import shutil
import subprocess
import sys
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
        prepared(home)
    return by_itself(home, *words, **more)


def prepared(home: Path) -> Path:
    """As a first command leaves it: migrated, and with nothing in it."""
    shutil.copytree(_prepared(), home, dirs_exist_ok=True)
    return home


def by_itself(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return run([sys.executable, "-m", "frankpledge.cli.main", *words], home, **more)


@cache
def _prepared() -> Path:
    """Beside the homes of this run's workers, so that only one of them makes it."""
    kept = Path(os.environ.get("FRANKPLEDGE_TEST_HOME") or os.environ["FRANKPLEDGE_HOME"])
    with (kept / "prepared.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (kept / "prepared").exists():
            made = kept / "preparing"
            assert by_itself(made, "partnership", "list").returncode == 0
            made.rename(kept / "prepared")
    return kept / "prepared"


def script(name: str, home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return run([str(ROOT / "script" / name), *words], home, **more)


def run(command: list[str], home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment(home, **more),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def one_sentence(ended: subprocess.CompletedProcess[str]) -> str:
    """What it said, having made sure that it is one line for people and that it ended with 2."""
    assert ended.returncode == 2, (ended.returncode, ended.stdout, ended.stderr)
    said = ended.stderr.strip()
    assert "\n" not in said, said
    assert said.endswith("."), said
    return said
