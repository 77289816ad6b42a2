"""Puts a backup back: all of it or nothing."""

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, models, transaction

from frankpledge.cli.portable.backup import migrations
from frankpledge.cli.portable.manifest import Manifest, blocks, check_members, read_manifest
from frankpledge.cli.portable.tables import fields, objects, tables
from frankpledge.config.cannot import Cannot
from frankpledge.evidence.store.folders import folder_of, generations
from frankpledge.evidence.store.manifest import NAME as MANIFEST


def restore(source: Path, *, replace: bool = False) -> Manifest:
    try:
        with ZipFile(source) as archive:
            manifest = read_manifest(archive)
            check_members(archive, manifest)
            _check_fits(manifest)
            _check_room(source, replace=replace)
            staged = _stage(archive, manifest, "media")
            evidence = _stage(archive, manifest, "evidence")
            try:
                _load(archive)
                _take_media(staged)
                _take_evidence(evidence)
            finally:
                shutil.rmtree(staged, ignore_errors=True)
                shutil.rmtree(evidence, ignore_errors=True)
    except (BadZipFile, EOFError) as error:
        raise Cannot(f"{source} is not a backup, or was cut short.") from error
    except OSError as error:
        raise Cannot(f"Cannot restore {source}: {error.strerror or error}.") from error
    return manifest


def _check_fits(manifest: Manifest) -> None:
    if manifest.migrations != migrations():
        raise Cannot(
            f"This backup was made by frankpledge {manifest.version} with other tables than "
            "these: restore it with that version, then move to this one."
        )
    wanted = {f"tables/{label}.jsonl" for label in tables()}
    held = {name for name in manifest.members if name.startswith("tables/")}
    if wanted != held:
        raise Cannot("This backup holds other tables than these: was one of them a demonstration?")


def _check_room(source: Path, *, replace: bool) -> None:
    taken = any(model._base_manager.exists() for model in tables().values())
    if taken and not replace:
        raise Cannot(
            f"There is something in the database already. To lose it and have what {source.name} "
            "holds instead, add --replace."
        )


def _stage(archive: ZipFile, manifest: Manifest, top: str) -> Path:
    staged = Path(settings.HOME) / f"{top}.coming"
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(parents=True)
    for name in manifest.members:
        inside = PurePosixPath(name)
        if inside.parts[0] != top:
            continue
        if inside.is_absolute() or ".." in inside.parts:
            raise Cannot(f"This backup would write outside its folder: {name}.")
        target = staged.joinpath(*inside.parts[1:])
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(name) as held, target.open("wb") as file:
            file.writelines(blocks(held))  # type: ignore[arg-type]
    return staged


def _load(archive: ZipFile) -> None:
    with transaction.atomic():
        for model in tables().values():
            _empty(model)
        for label, model in tables().items():
            with archive.open(f"tables/{label}.jsonl") as lines:
                _insert(model, objects(model, lines))
        _restart_numbers()
        connection.check_constraints()


def _empty(model: type[models.Model]) -> None:
    # Not through the model: a table that is only ever added to would rightly refuse.
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")  # noqa: S608


def _insert(model: type[models.Model], found: Iterator[models.Model]) -> None:
    known = fields(model)
    most = min(500, connection.ops.bulk_batch_size([field.name for field in known], [None] * 500))
    while batch := list(islice(found, max(1, most))):
        # Raw, so that fields which set themselves on saving keep what was saved.
        model._base_manager.all()._insert(batch, known, using=connection.alias, raw=True)  # type: ignore[attr-defined]


def _restart_numbers() -> None:
    statements = connection.ops.sequence_reset_sql(no_style(), list(tables().values()))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _take_media(staged: Path) -> None:
    media, former = Path(settings.MEDIA_ROOT), Path(settings.HOME) / "media.former"
    shutil.rmtree(former, ignore_errors=True)
    if media.exists():
        media.rename(former)
    staged.rename(media)
    shutil.rmtree(former, ignore_errors=True)


def _take_evidence(staged: Path) -> None:
    """A generation never changes: one that is here already is the same."""
    generations().mkdir(parents=True, exist_ok=True)
    for folder in staged.iterdir():
        target = folder_of(folder.name)
        if not (target / MANIFEST).exists():
            shutil.rmtree(target, ignore_errors=True)
            folder.rename(target)
