"""Where generations lie, how a new one begins as links to the old, and how files reach the disk."""

import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.utils import timezone


def root() -> Path:
    return Path(settings.HOME) / "evidence"


def generations() -> Path:
    return root() / "generations"


def folder_of(name: str) -> Path:
    return generations() / name


def begin() -> Path:
    """A new folder that nobody knows of until its row is written."""
    stamp = timezone.now().strftime("%Y%m%d-%H%M%S")
    made = generations() / f"{stamp}-{secrets.token_hex(3)}"
    made.mkdir(parents=True)
    return made


def link(source: Path, target: Path) -> None:
    """The same file under a second name; a copy where the disk knows no such thing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        shutil.copy2(source, target)


def names_to_disk(folder: Path) -> None:
    """Whoever writes a file sees it to the disk; these are the folders that name them."""
    for held, _, _ in os.walk(folder):
        to_disk(Path(held))
    to_disk(folder.parent)


def to_disk(path: Path) -> None:
    """On the disk and not in a buffer."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def orphans(known: Iterable[str]) -> list[Path]:
    """Folders without a row: of loads that failed, or were killed."""
    kept = set(known)
    if not generations().is_dir():
        return []
    return [path for path in sorted(generations().iterdir()) if path.name not in kept]
