"""A home folder for a process of its own, with its tables made and nothing in them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection

from frankpledge.config import prepare


def a_home(folder: Path) -> Path:
    """As the tests have them: to make them anew takes longer than all the rest."""
    folder.mkdir()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(folder / "db.sqlite3")) as made:
            made.executescript(";\n".join(["BEGIN", *_tables(), "COMMIT;"]))
            made.executemany(
                "INSERT INTO django_migrations (app, name, applied) VALUES (?, ?, '2026-01-01')",
                _applied(),
            )
            made.commit()
    return folder


def _tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sq%'"
        )
        return [sql for (sql,) in cursor.fetchall()]


def _applied() -> list[tuple[str, str]]:
    """A home has to be as after all of them."""
    return sorted(prepare._on_disk())
