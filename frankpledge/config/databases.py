"""SQLite in the home folder, or what DATABASE_URL names: the product works the same on both."""

from pathlib import Path
from typing import Any

from environs import Env

SQLITE = "django.db.backends.sqlite3"
# Readers never wait for the writer; a writer takes its turn at the start of its transaction,
# so that none fails half-way; a crash of the machine loses the last moments, never the file.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;"
        "PRAGMA mmap_size=134217728; PRAGMA temp_store=MEMORY"
    ),
}


def database(env: Env, home: Path) -> dict[str, Any]:
    if env.str("DATABASE_URL", ""):
        settings: dict[str, Any] = dict(env.dj_db_url("DATABASE_URL", conn_max_age=60))
    else:
        settings = {"ENGINE": SQLITE, "NAME": str(home / "db.sqlite3")}
    if settings["ENGINE"] == SQLITE:
        # A file costs nothing to open, and an idle connection would keep the old one open.
        return settings | {"OPTIONS": SQLITE_OPTIONS, "CONN_MAX_AGE": 0}
    return settings | {"CONN_HEALTH_CHECKS": True}
