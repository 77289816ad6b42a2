"""The switch from one generation to the next, back to an earlier one, and what is cleared."""

import datetime
import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import duckdb
from django.db import transaction
from django.utils import timezone

from frankpledge.evidence.models import Generation, Load
from frankpledge.evidence.store import folders
from frankpledge.evidence.store.building import Building
from frankpledge.evidence.store.manifest import NAME
from frankpledge.evidence.store.turn import turn
from frankpledge.partnership.models import Partnership
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.models import HOST

# A reader may still hold what was current a moment ago, and people change their minds.
KEPT = 5
KEPT_FOR = datetime.timedelta(days=1)
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def base() -> Generation | None:
    """What the next generation begins with: the current one, where its files are on this disk."""
    found = Generation.objects.filter(is_current=True).first()
    return found if found and is_there(found) else None


def is_there(generation: Generation) -> bool:
    return (folders.folder_of(generation.folder) / NAME).exists()


def switch(made: Building) -> Generation:
    """Inside the transaction that tells of it: all of it is seen, or none."""
    now = Generation.objects.select_for_update().filter(is_current=True).first()
    if made.base and now and now.pk != made.base.pk:
        raise Refused("Another load has ended meanwhile. Nothing was changed: load this again.")
    Generation.objects.filter(is_current=True).update(is_current=False)
    return Generation.objects.create(
        folder=made.folder.name,
        is_current=True,
        parts=len(made.parts),
        bytes=folders.size_of(made.folder),
    )


def tell(load: Load, *, chain: str, by: lines.Author, verb: str, new: Mapping[str, object]) -> None:
    subject = lines.Subject("load", str(load.pk), f"load {load.pk}")
    lines.write(chain=chain, by=by, verb=verb, subject=subject, new=new)


def restore(
    *, generation: Generation, by: lines.Author, partnership: Partnership | None = None
) -> Load:
    """Questions are asked of an earlier generation again. Nothing is lost: it can be undone so."""
    with turn(), transaction.atomic():
        lines.hold(HOST)
        generation.refresh_from_db()
        if generation.is_current:
            raise Refused("This is the current generation already.")
        if generation.cleared_at or not is_there(generation):
            raise Refused("The files of this generation have been cleared.")
        Generation.objects.filter(is_current=True).update(is_current=False)
        generation.is_current = True
        generation.save(update_fields=["is_current"])
        load = Load.objects.create(
            kind="restore", generation=generation, partnership=partnership, made_by=by.record_name
        )
        tell(
            load,
            chain=HOST,
            by=by,
            verb="evidence.restored",
            new={"generation": generation.folder, "made": generation.made_at.isoformat()},
        )
    return load


def clear(*, by: lines.Author) -> tuple[int, int]:
    """Clears generations by the rule, and what failed loads left. Returns how many of each."""
    with turn():
        return clear_by_rule(by=by), sweep()


def clear_by_rule(*, by: lines.Author) -> int:
    """Keeps the current one, the newest few and all of the last day; the turn is held."""
    with transaction.atomic():
        lines.hold(HOST)
        old = list(Generation.objects.filter(is_current=False, cleared_at=None)[KEPT:])
        goes = [each for each in old if timezone.now() - each.made_at > KEPT_FOR]
        if goes:
            now = timezone.now()
            Generation.objects.filter(pk__in=[each.pk for each in goes]).update(cleared_at=now)
            subject = lines.Subject("evidence", "generations", "old generations")
            new = {"generations": [each.folder for each in goes]}
            lines.write(by=by, verb="evidence.cleared", subject=subject, new=new)
    for each in goes:
        folders.remove(folders.folder_of(each.folder))
    return len(goes)


def sweep() -> int:
    """Folders that no row names: the turn is held, so nobody is building one."""
    known = Generation.objects.filter(cleared_at=None).values_list("folder", flat=True)
    left = folders.orphans(known)
    for path in left:
        folders.remove(path)
    return len(left)


@contextmanager
def in_words() -> Iterator[None]:
    """What the disk or the engine says, as a sentence that says what it means for the reader."""
    try:
        yield
    except OSError as error:
        full = "The disk is full." if error.errno in FULL else f"{error.strerror or error}."
        raise Refused(f"{full} Nothing was changed.") from error
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        said = str(error).strip().splitlines()[0]
        is_full = any(word in said for word in ("No space left", "File too large"))
        reason = "The disk is full." if is_full else f"The files could not be read: {said}"
        raise Refused(f"{reason} Nothing was changed.") from error
