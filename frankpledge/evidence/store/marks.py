"""What stands for the files of a generation: the same mark, the same content."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from frankpledge.evidence.store import folders
from frankpledge.evidence.store.manifest import Manifest, Part

# Small, and written again by every load even where they say what they said.
ANEW = ("areas", "places", "sizes", "coverage")
LENGTH = 20


@lru_cache(maxsize=50)
def of_all(folder: str) -> str:
    """Of what is everybody's: a load of one partnership's counts leaves it as it was."""
    # Totals are the cube's sums, and written again by every load.
    return _mark(
        _said(folder, part) for part in _parts(folder) if part.table not in ("counted", "totals")
    )


@lru_cache(maxsize=200)
def of_own(folder: str, partnership: int) -> str:
    """Of a partnership's own counts, as they are placed."""
    ours = [_content(folder, part) for part in _parts(folder) if part.partnership == partnership]
    return _mark([str(partnership), of_all(folder), *ours])


def _parts(folder: str) -> list[Part]:
    parts = Manifest.read(folders.folder_of(folder)).parts
    return sorted(parts, key=lambda part: part.path)


def _said(folder: str, part: Part) -> str:
    return _content(folder, part) if part.table in ANEW else _file(_path(folder, part), part.path)


def _file(path: Path, named: str) -> str:
    """A file that stays is the same file under a second name: nobody need read it."""
    found = path.stat()
    return f"{named} {found.st_size} {found.st_mtime_ns}"


def _content(folder: str, part: Part) -> str:
    return f"{part.path} {hashlib.sha256(_path(folder, part).read_bytes()).hexdigest()}"


def _path(folder: str, part: Part) -> Path:
    return folders.folder_of(folder) / part.path


def _mark(said: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:LENGTH]
