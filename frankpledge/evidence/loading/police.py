"""All the police's files of one load, two at a time."""

import threading
import zipfile
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from frankpledge.evidence.loading.kinds import Kind, kind_of
from frankpledge.evidence.loading.reader import Reader
from frankpledge.evidence.loading.sources import Source, Sources, free_space
from frankpledge.evidence.loading.taken import Taken
from frankpledge.evidence.store.building import Building
from frankpledge.evidence.store.manifest import Part
from frankpledge.record.errors import Refused

AT_ONCE = 2
# Parquet of these files takes about a fifth of their size; the rest is for the tables beside it.
SPACE = 0.35
SHRUNK = 0.8
Told = Callable[[int, int, int], None]  # bytes done, bytes in all, rows so far
Job = tuple[Source, Kind]


@dataclass
class Police:
    files: list[Taken] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def taken(self) -> int:
        return sum(each.taken for each in self.files)

    @property
    def set_aside(self) -> int:
        return sum(each.set_aside for each in self.files)


def take_all(sources: Sources, building: Building, told: Told | None = None) -> Police:
    made = Police(notes=left_out(sources.left_out))
    jobs = _once(_jobs(sources, made), made)
    _check_space(jobs, building.folder)
    size, done = sum(source.size for source, _ in jobs), 0
    for taken in _results(jobs, building):
        _settle(taken, building, made)
        done += taken.source.size
        if told:
            told(done, size, made.taken)
    if not made.taken:
        raise Refused("No row of these files could be taken. Nothing was changed.")
    return made


def left_out(names: list[str]) -> list[str]:
    if not names:
        return []
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return [f"Left out, since they are not tables: {', '.join(names[:3])}{more}."]


def _jobs(sources: Sources, made: Police) -> Iterator[Job]:
    others = []
    with damaged_zips():
        for source in sources.found:
            kind = kind_of(source)
            if kind:
                yield source, kind
            else:
                others.append(source.name)
    if others:
        more = f" and {len(others) - 3} more" if len(others) > 3 else ""
        made.notes.append(f"Left out, of other things: {', '.join(others[:3])}{more}.")


def _once(found: Iterator[Job], made: Police) -> list[Job]:
    """The same month of the same force in two files of one load: the last of them counts."""
    jobs: dict[tuple[str, ...], Job] = {}
    for source, kind in found:
        named = (kind.dataset, kind.force, kind.month) if kind.month else (source.name,)
        if named in jobs:
            earlier = jobs.pop(named)[0].name
            made.notes.append(f"{earlier} was left out: {source.name} holds the same month.")
        jobs[named] = source, kind
    if not jobs:
        raise Refused(
            "Nothing here is a street, outcomes or stop-and-search file of the police. "
            "Nothing was changed."
        )
    return list(jobs.values())


def _check_space(jobs: list[Job], folder: Path) -> None:
    wanted = int(sum(source.size for source, _ in jobs) * SPACE)
    free = free_space(folder)
    if free < wanted:
        raise Refused(
            f"This needs about {wanted / 1e6:,.0f} MB of disk, and {free / 1e6:,.0f} MB are free. "
            "Nothing was changed."
        )


def _results(jobs: list[Job], building: Building) -> Iterator[Taken]:
    mine = threading.local()
    scratch = building.spill

    def take(number: int, job: Job) -> Taken:
        if not hasattr(mine, "reader"):
            mine.reader = Reader(building.connection, building.folder, scratch)
        return mine.reader.take(*job, number)

    with ThreadPoolExecutor(AT_ONCE) as pool, damaged_zips():
        waiting: list[Future[Taken]] = [
            pool.submit(take, number, job) for number, job in enumerate(jobs)
        ]
        try:
            for future in waiting:
                yield future.result()
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _settle(taken: Taken, building: Building, made: Police) -> None:
    for part in taken.parts:
        other = building.add(part)
        before = building.had(part.key)
        if other and part.table == taken.kind.dataset:
            made.notes.append(f"{taken.source.name} took the place of another file of this load.")
        if before and part.rows < before.rows * SHRUNK and part.table == taken.kind.dataset:
            made.notes.append(_shrunk(part, before))
    if not taken.rows:
        taken.note = "It has no rows: nothing was changed for it."
    made.files.append(taken)


def _shrunk(part: Part, before: Part) -> str:
    return (
        f"{part.table}, {part.force}, {part.month[:7]}: {before.rows:,} rows before, "
        f"{part.rows:,} now. Was the file whole?"
    )


@contextmanager
def damaged_zips() -> Iterator[None]:
    """Says in words what a reader of zips says in its own."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise Refused(
            f"The zip is damaged ({error}). Download it again. Nothing was changed."
        ) from error
