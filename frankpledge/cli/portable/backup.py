"""Writes everything the product keeps, except its key, into one file."""

import datetime
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from frankpledge import __version__
from frankpledge.cli.portable.manifest import NAME, Manifest, Member, blocks
from frankpledge.cli.portable.tables import rows, tables
from frankpledge.config.cannot import Cannot
from frankpledge.evidence import store
from frankpledge.evidence.store.folders import folder_of


def backup(target: Path) -> Manifest:
    if target.exists():
        raise Cannot(f"{target} is there already: name a file that is not.")
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        # It holds people's addresses: its owner's eyes only.
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=6) as archive, _one_moment():
                manifest = _write(archive)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(target)
    except OSError as error:
        raise Cannot(f"Cannot write {target}: {error.strerror}.") from error
    finally:
        draft.unlink(missing_ok=True)
    return manifest


def migrations() -> list[list[str]]:
    return sorted(list(each) for each in MigrationRecorder(connection).applied_migrations())


@contextmanager
def _one_moment() -> Iterator[None]:
    """All tables as they were at one moment, while others go on writing."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
        return
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _write(archive: ZipFile) -> Manifest:
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    manifest = Manifest(__version__, now, migrations())
    for label, model in sorted(tables().items()):
        lines = (f"{row}\n".encode() for row in rows(model))
        name = f"tables/{label}.jsonl"
        manifest.members[name] = _add(archive, name, lines, counted=True)
    for name, path in _files():
        with path.open("rb") as file:
            manifest.members[name] = _add(archive, name, blocks(file), packed=False)
    archive.writestr(NAME, manifest.text())
    return manifest


def _files() -> Iterator[tuple[str, Path]]:
    """What people sent in, and the evidence that questions are asked of; not what it was before."""
    now = store.current()
    folders = {"media": Path(settings.MEDIA_ROOT)}
    if now:
        folders[f"evidence/{now.folder}"] = folder_of(now.folder)
    for name, folder in folders.items():
        for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
            if path.is_file():
                yield f"{name}/{path.relative_to(folder).as_posix()}", path


def _add(
    archive: ZipFile,
    name: str,
    parts: Iterable[bytes],
    *,
    counted: bool = False,
    packed: bool = True,
) -> Member:
    entry = ZipInfo(name, datetime.datetime.now(datetime.UTC).timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
    total, size, count = hashlib.sha256(), 0, 0
    with archive.open(entry, "w", force_zip64=True) as file:
        for part in parts:
            file.write(part)
            total.update(part)
            size += len(part)
            count += 1
    return Member(total.hexdigest(), size, count if counted else None)
