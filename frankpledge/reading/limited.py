"""Reading in a separate, limited process: what a hostile document breaks is not ours."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from frankpledge.reading.errors import Unreadable
from frankpledge.reading.limits import (
    DAMAGED,
    LARGEST_FILE,
    SECONDS,
    TOO_LARGE,
    TOO_LONG,
)

OUT_OF_TIME = (-24, -9)
TRACEBACK = "FRANKPLEDGE_TRACEBACK"
# The process that opens strangers' documents is told no secret of ours.
KEPT = {"PATH", "LANG", "LC_ALL", "PYTHONPATH", "VIRTUAL_ENV", TRACEBACK}


def read_file(path: Path) -> dict[str, Any]:
    """The plan file of this file. Raises Unreadable with one clear sentence."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Unreadable(TOO_LARGE)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Unreadable("is not there") from error
    except OSError as error:
        raise Unreadable(f"cannot be opened: {error.strerror or 'no reason is given'}") from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str = "") -> dict[str, Any]:
    plan: dict[str, Any] = _answer(data, name, [])["plan"]
    return plan


def read_beside(data: bytes, name: str, columns: Mapping[str, str]) -> dict[str, Any]:
    """`plan`, and beside it the pieces of its `source` and the `heads` of its columns."""
    return _answer(data, name, [json.dumps(dict(columns))])


def read_tables(data: bytes, name: str) -> list[dict[str, Any]]:
    """The tables of a form that came back: their `name`, `rows` of texts, and `empty` formulas."""
    found: list[dict[str, Any]] = _answer(data, name, [json.dumps("tables")])["tables"]
    return found


def _answer(data: bytes, name: str, asked: list[str]) -> dict[str, Any]:
    if len(data) > LARGEST_FILE:
        raise Unreadable(TOO_LARGE)
    safe = "".join(letter for letter in name if letter.isprintable())[-100:]
    # -P: nothing that lies in the folder where somebody works is taken for a module of ours.
    command = [sys.executable, "-P", "-m", "frankpledge.reading.worker", f"./{safe}", *asked]
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=None if TRACEBACK in os.environ else subprocess.DEVNULL,
            env={name: value for name, value in os.environ.items() if name in KEPT},
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(TOO_LONG) from error
    if done.returncode in OUT_OF_TIME:
        raise Unreadable(TOO_LONG)
    return _told(done.stdout)


def _told(answer: bytes) -> dict[str, Any]:
    try:
        read = json.loads(answer)
    except ValueError as error:
        # The process fell, as the engine for PDF may on a broken file.
        raise Unreadable(DAMAGED) from error
    if "unreadable" in read:
        raise Unreadable(read["unreadable"])
    told: dict[str, Any] = read
    return told
