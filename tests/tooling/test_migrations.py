"""A home that was migrated step by step has the same tables as one made from the models at once."""

import re
import sqlite3
import sys
from pathlib import Path

from tests.tooling.run import prepared, run

NOT_OURS = ("sqlite_", "django_migrations", "frankpledge_cache")
AT_ONCE = """
import django
from django.conf import settings
from django.core.management import call_command
django.setup()
settings.MIGRATION_MODULES = dict.fromkeys(app.label for app in django.apps.apps.get_app_configs())
call_command("migrate", run_syncdb=True, verbosity=0)
"""


def test_migrations_lead_to_the_tables_of_the_models(tmp_path: Path) -> None:
    step_by_step, at_once = prepared(tmp_path / "migrated"), tmp_path / "made"
    at_once.mkdir()
    more = {"DJANGO_SETTINGS_MODULE": "frankpledge.config.settings", "SECRET_KEY": "x"}
    made = run([sys.executable, "-c", AT_ONCE], at_once, **more)
    assert made.returncode == 0, made.stderr
    assert _read(step_by_step) == _read(at_once)


def _read(home: Path) -> dict[str, list[str]]:
    with sqlite3.connect(home / "db.sqlite3") as database:
        return _tables(database.execute(WORDS).fetchall())


WORDS = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"


def _tables(rows: list[tuple[str, str]]) -> dict[str, list[str]]:
    """By name: its columns, constraints and indexes, in whichever order they were added."""
    return {
        _unhashed(name): sorted(part.strip() for part in _parts(sql))
        for name, sql in rows
        if not name.startswith(NOT_OURS)
    }


def _parts(sql: str) -> list[str]:
    """What stands between commas that no bracket encloses."""
    parts, depth = [""], 0
    for letter in _unhashed(sql).partition("(")[2].rpartition(")")[0]:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _unhashed(name: str) -> str:
    return re.sub(r"_[0-9a-f]{8}(?=_|\b)", "", name)
