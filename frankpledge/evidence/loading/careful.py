"""A file with a fault in it, read a line at a time: what is sound goes on, the rest is said.

The quick way reads a whole file or nothing of it. This one is for the files it gives back.
"""

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

SAMPLES = 5
LONGEST = 20_000


@dataclass
class Faults:
    counts: Counter[str] = field(default_factory=Counter)
    samples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    # Of these the row was taken all the same.
    mended: set[str] = field(default_factory=set)

    def note(self, reason: str, line: str) -> None:
        self.counts[reason] += 1
        if len(self.samples[reason]) < SAMPLES:
            self.samples[reason].append(line[:300])


def sound_lines(file: BinaryIO, to: Path, columns: int) -> Faults:
    """Writes a file that the quick way can read. A row is a line: the police's files have no other.

    The heading is written anew by the reader's own names, so it is left out here.
    """
    faults = Faults()
    with to.open("w", newline="", encoding="utf-8") as kept:
        writer = csv.writer(kept)
        for number, raw in enumerate(file):
            row = _row(raw.rstrip(b"\r\n"), columns, faults) if number else [""] * columns
            if row:
                writer.writerow(row)
    return faults


def _row(raw: bytes, columns: int, faults: Faults) -> list[str] | None:
    if not raw.strip():
        return None
    line = _text(raw, faults)
    if "\0" in line or len(line) > LONGEST:
        faults.note("it is not text", line.replace("\0", "?"))
        return None
    try:
        row = next(csv.reader([line], strict=True))
    except (csv.Error, StopIteration):
        faults.note("a quotation mark in it is not closed", line)
        return None
    if len(row) != columns:
        faults.note("it is cut short" if len(row) < columns else "it has too many columns", line)
        return None
    return row


def _text(raw: bytes, faults: Faults) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
        reason = "taken, with letters that are not UTF-8 read as Windows writes them"
        faults.note(reason, text)
        faults.mended.add(reason)
        return text
