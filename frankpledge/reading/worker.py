"""The separate process that reads one document: bytes on stdin, JSON on stdout, nothing else."""

import json
import os
import resource
import sys
import traceback
from typing import Any

from frankpledge.reading.errors import Unreadable
from frankpledge.reading.limits import DAMAGED, MEMORY, SECONDS, TOO_DEEP, TOO_MUCH


def main() -> int:
    _confine()
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    asked = json.loads(sys.argv[2]) if len(sys.argv) > 2 else None
    answer = _answer(sys.stdin.buffer.read(), name, asked)
    sys.stdout.write(json.dumps(answer, ensure_ascii=True))
    return 0


def _confine() -> None:
    """Memory, seconds of work, and no files: what a document does in here stays in here."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(data: bytes, name: str, asked: dict[str, str] | str | None) -> dict[str, Any]:
    """`asked`: what the columns hold, or 'tables' for the tables as they stand."""
    try:
        return _read(data, name, asked)
    except Unreadable as error:
        return {"unreadable": str(error)}
    except MemoryError:
        return {"unreadable": TOO_MUCH}
    except RecursionError:
        return {"unreadable": TOO_DEEP}
    except Exception as error:
        if os.environ.get("FRANKPLEDGE_TRACEBACK"):
            traceback.print_exc()
        return {"unreadable": DAMAGED, "unforeseen": type(error).__name__}


def _read(data: bytes, name: str, asked: dict[str, str] | str | None) -> dict[str, Any]:
    # Imported here, so that what the libraries allocate is within the limits too.
    from frankpledge.reading.reader import read, read_beside
    from frankpledge.reading.tables import tables

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if isinstance(asked, str):
        return {asked: tables(data, name)}
    if asked is not None:
        return read_beside(data, name, asked)
    return {"plan": read(data, name)}


if __name__ == "__main__":
    sys.exit(main())
