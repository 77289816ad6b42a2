"""One document of a partnership is read at a time, so that no hand can hold every worker."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from frankpledge.partnership.models import Partnership
from frankpledge.record.errors import Refused

BUSY = "Another document of this partnership is being read. Try again in a few seconds."


@contextmanager
def reading_alone(partnership: Partnership) -> Iterator[None]:
    """Held by the open file: where the process falls, the system lets go."""
    folder = Path(settings.HOME) / "reading"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{partnership.pk}.lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused(BUSY, field="file") from None
        yield
