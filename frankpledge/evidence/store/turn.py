"""One load at a time in this home folder, whichever process does it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone

from frankpledge.evidence.store import folders
from frankpledge.record.errors import Refused


@contextmanager
def turn() -> Iterator[None]:
    """Held by the system and not by the file, so that a killed load leaves nothing locked."""
    folders.root().mkdir(parents=True, exist_ok=True)
    handle = os.open(folders.root() / "turn", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            since = os.pread(handle, 40, 0).decode().strip() or "a moment ago"
            raise Refused(
                f"Another load has been running since {since}. Nothing was changed: "
                "try again when it has ended."
            ) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{timezone.localtime():%H:%M on %-d %B}".encode(), 0)
        yield
    finally:
        os.close(handle)
