"""Figures out of comma-separated text: bytes in, rows, series and rankings out."""

import csv
import io
from collections.abc import Callable, Sequence

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.given import Number
from frankpledge.figures.ranks import Ranked, of_counts, of_shares
from frankpledge.figures.signals.series import Observed

Rows = list[list[str]]
YES = {"yes", "y", "true", "1", "provisional", "p"}


def rows_of(data: bytes) -> Rows:
    if b"\0" in data:
        raise CannotWorkOut("This is not comma-separated text: save the table as CSV.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    between = "\t" if "\t" in first and "," not in first else ","
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=between))
    except csv.Error as error:
        raise CannotWorkOut(f"This is not comma-separated text: {error}.") from None
    rows = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        raise CannotWorkOut("There is nothing in it.")
    return rows


def number_of(text: str) -> Number:
    plain = text.strip().replace(",", "").replace("\N{MINUS SIGN}", "-")
    try:
        return int(plain)
    except ValueError:
        pass
    try:
        return float(plain)
    except ValueError:
        raise CannotWorkOut(f"{text or 'An empty cell'} is not a number.") from None


def observed(rows: Rows) -> list[Observed]:
    """Period and value, and perhaps whether it is provisional; a head may stand above them."""
    made = []
    for place, row in enumerate(rows, 1):
        if len(row) < 2:
            raise CannotWorkOut(f"Line {place} has one column: give a period and a value.")
        if place == 1 and row[0].lower() in {"period", "month", "date", "quarter", "year"}:
            continue
        provisional = len(row) > 2 and row[2].lower() in YES
        made.append(Observed(row[0], _at(place, row[1]), provisional))
    return made


def ranked(rows: Rows, *, per: int = 1000, of: str = "people") -> list[Ranked]:
    """By its head: name with count and people, with part and whole, or with value, low and high."""
    head = [cell.lower() for cell in rows[0]]
    body = list(enumerate(rows[1:], 2))
    for needed, make in _shapes(per, of).items():
        if set(needed) <= set(head):
            places = [head.index(name) for name in needed]
            return make([_values(line, row, places) for line, row in body])
    raise CannotWorkOut(
        "The first line must name the columns: name,count,people or name,part,whole or name,value, "
        "perhaps with low,high."
    )


def _shapes(per: int, of: str) -> dict[tuple[str, ...], Callable[[list], list[Ranked]]]:  # type: ignore[type-arg]
    return {
        ("name", "count", "people"): lambda values: of_counts(values, per=per, of=of),
        ("name", "part", "whole"): of_shares,
        ("name", "value", "low", "high"): lambda values: [Ranked(*each) for each in values],
        ("name", "value"): lambda values: [Ranked(*each) for each in values],
    }


def _values(line: int, row: Sequence[str], places: Sequence[int]) -> tuple[str | Number, ...]:
    if len(row) <= max(places):
        raise CannotWorkOut(f"Line {line} is short: it has {len(row)} columns.")
    return (row[places[0]], *(_at(line, row[at]) for at in places[1:]))


def _at(line: int, text: str) -> Number:
    try:
        return number_of(text)
    except CannotWorkOut as error:
        raise CannotWorkOut(f"Line {line}: {error}") from None
