"""Status cells: one mark for the row, or one for each numbered outcome."""

import re
from typing import Any

from frankpledge.language import read_status
from frankpledge.reading.understanding.colours import colour_of
from frankpledge.reading.understanding.entries import Entry
from frankpledge.reading.words import fold, words

MARK = re.compile(r"(?:(?<=\s)|\A)\(?(\d{1,2})(?:[.)]+|(?=\s|\Z))(?=\s|\Z)")
RATED = {"red", "amber", "green"}
Status = dict[str, Any]


def status(text: str, shade: str | None = None, printed: str = "") -> Status | None:
    """Words and colour. A colour is taken from the shade, else from a word that names one."""
    text = fold(text).strip()
    colour = colour_of(shade)
    reading = read_status(text)
    signed = reading.colour or reading.state != "not-stated"
    if not words(text) and not colour and not printed and not signed:
        return None
    colour = colour or reading.colour
    found: Status = {"text": text or None, "colour": colour}
    if printed and fold(printed) != text:
        found["printed"] = fold(printed)
    if text and reading.state != "not-stated":
        found["state"] = str(reading.state)
    return found


def marks(text: str) -> dict[int, tuple[str, str]]:
    """Number to its words and to the whole of what was printed for it."""
    found: dict[int, tuple[str, str]] = {}
    places = list(_rising(text))
    for at, (start, end, number) in enumerate(places):
        until = places[at + 1][0] if at + 1 < len(places) else len(text)
        found[number] = (fold(text[end:until]).strip(" ·"), fold(text[start:until]))
    return found


def _rising(text: str) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for mark in MARK.finditer(text):
        number = int(mark.group(1))
        if not found and (text[: mark.start()].strip() or number > 20):
            return []
        if not found or found[-1][2] < number <= found[-1][2] + 2:
            found.append((mark.start(), mark.end(), number))
    return found


def shade_of(entry: Entry, row: int | None = None) -> str | None:
    columns = entry.of("status")
    for (number, column), shade in sorted(entry.shades.items()):
        wanted = column in columns or (not columns and _whole_row(entry, number, shade))
        if not wanted or (row is not None and number != row):
            continue
        colour = colour_of(shade)
        # A grey or blue row all across is a stripe that leads the eye, and no rating.
        if colour and (colour in RATED or not _whole_row(entry, number, shade)):
            return shade if columns or colour in RATED else None
    return None


def _whole_row(entry: Entry, row: int, shade: str) -> bool:
    same = sum(1 for (number, _), each in entry.shades.items() if (number, each) == (row, shade))
    return same > 2 and same * 2 > entry.columns.width
