"""Brings the home folder and the database to where this version needs them; quick when they are."""

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from frankpledge.config.cannot import Cannot
from frankpledge.config.home import make_home


def prepare(*, static: bool = False) -> None:
    make_home(settings.HOME)
    with _one_at_a_time(settings.HOME):
        try:
            _database()
        except OperationalError as error:
            reason = str(error).strip().splitlines()[0]
            raise Cannot(f"The database does not answer: {reason}.") from error
        if static:
            _static_files()


@contextmanager
def _one_at_a_time(home: Path) -> Iterator[None]:
    with (home / "prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _database() -> None:
    if not _on_disk() <= _applied():
        call_command("migrate", verbosity=0, interactive=False)
    if _cache_table_missing():
        call_command("createcachetable", verbosity=0)


def _on_disk() -> set[tuple[str, str]]:
    """Which migrations there are, without importing them."""
    found = set()
    for app in apps.get_app_configs():
        folder = Path(app.path) / "migrations"
        found |= {(app.label, file.stem) for file in folder.glob("[0-9]*.py")}
    return found


def _applied() -> set[tuple[str, str]]:
    return set(MigrationRecorder(connection).applied_migrations())


def _cache_table_missing() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM frankpledge_cache LIMIT 1")
    except DatabaseError:
        return True
    return False


def _static_files() -> None:
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    wanted = _static_signature()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(wanted)


def _static_signature() -> str:
    sums = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = Path(storage.path(name)).stat()
            sums.update(f"{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return sums.hexdigest()
