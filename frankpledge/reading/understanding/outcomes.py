"""The outcomes of a promise, each with the status that stands for it."""

from typing import Any

from frankpledge.reading.understanding.entries import Entry
from frankpledge.reading.understanding.lists import Part, parts
from frankpledge.reading.understanding.statuses import marks, shade_of, status
from frankpledge.reading.words import words

Outcome = dict[str, Any]


def outcomes(entry: Entry) -> tuple[list[Outcome], dict[str, Any] | None, list[str]]:
    """The outcomes, the status of the row as a whole, and the marks that belong to nothing."""
    said = "\n".join(piece.text for piece in entry.all("status"))
    marked = marks(said)
    listed = [
        part
        for column in entry.of("outcomes")
        for part in parts(entry.pieces.get(column, []), max(marked, default=0))
    ]
    found = [_outcome(part) for part in listed]
    if marked and found:
        return found, None, _by_number(found, marked)
    if _row_by_row(entry, listed):
        _by_row(entry, listed, found)
        return found, None, []
    lines = [piece.text for piece in entry.all("status")]
    if len(lines) == len(found) > 1:
        for outcome, line in zip(found, lines, strict=True):
            outcome["status"] = status(line)
        return found, None, []
    if marked:
        return found, _bare(said, entry), []
    return found, status(said, shade_of(entry)), []


def _outcome(part: Part) -> Outcome:
    outcome: Outcome = {"number": part.number, "text": part.text, "status": None}
    if part.struck:
        outcome["struck"] = True
    return outcome


def _by_number(found: list[Outcome], marked: dict[int, tuple[str, str]]) -> list[str]:
    """Gives each outcome its mark; an outcome without a number has that of its place."""
    left: list[str] = []
    numbers = {outcome["number"] or at + 1: outcome for at, outcome in enumerate(found)}
    for number, (text, printed) in marked.items():
        if number in numbers:
            numbers[number]["status"] = status(text, None, printed)
        else:
            left.append(printed)
    return left


def _bare(said: str, entry: Entry) -> dict[str, Any] | None:
    """A number alone is no status; it is kept as it was printed."""
    only = marks(said)
    text = " ".join(text for text, _ in only.values() if words(text))
    return status(text, shade_of(entry), said)


def _row_by_row(entry: Entry, listed: list[Part]) -> bool:
    """One row of the table for each outcome, with a status cell of its own."""
    rows = {part.row for part in listed}
    columns = entry.of("status")
    stated = {piece.row for piece in entry.all("status")}
    stated |= {row for row, column in entry.shades if column in columns}
    if entry.loose or len(rows) < 2 or len(rows & stated) < 2:
        return False
    # A row that was cut by the end of a page says the same twice.
    said = {piece.text for piece in entry.all("status")}
    shades = {shade for (_, column), shade in entry.shades.items() if column in columns}
    return len(said) > 1 or len(shades) > 1 or bool(said and shades)


def _by_row(entry: Entry, listed: list[Part], found: list[Outcome]) -> None:
    given: set[int] = set()
    for part, outcome in zip(listed, found, strict=True):
        text = " ".join(piece.text for piece in entry.all("status") if piece.row == part.row)
        made = status(text, shade_of(entry, part.row))
        if made and part.row in given:
            made = {**made, "repeated": True}
        outcome["status"] = made
        given.add(part.row)
