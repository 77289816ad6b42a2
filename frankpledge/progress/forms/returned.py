"""A form that came back: its rows, found by their marks, else by their headings. Pure."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from frankpledge.progress.forms.columns import BY_NAME, COLUMNS, MARK
from frankpledge.progress.forms.marks import Mark, found_in
from frankpledge.progress.forms.scale import folded

MARKED = re.compile(r"(\d{1,15})\.(\d{1,15}|whole|all)\Z")
WORD_MARK = re.compile(r"(\d{1,15})\.(\d{1,15}|whole|all)\.([a-z_]+)\Z")
HEADINGS = {folded(each): one.name for one in COLUMNS for each in (one.heading, *one.other)}
FEWEST = 3  # headings that we know make a row of headings
ALIKE = 0.86
UNNAMED = "A column without a heading"


@dataclass
class Row:
    item: int = 0  # as its mark says; nought where it has none
    outcome: str = ""  # its id, 'whole', or 'all' for the whole of the promise in a Word form
    cells: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)  # by heading, from columns of their own
    valueless: set[str] = field(default_factory=set)  # formulas that the program never worked out


@dataclass
class Returned:
    mark: Mark | None
    rows: list[Row]


def returned(tables: list[dict[str, Any]]) -> Returned | None:
    """Nothing where it is no form of ours."""
    texts = [text for table in tables for row in table["rows"] for text in row]
    rows = [row for table in tables for row in _rows(table)]
    rows += list(_word_rows(tables))
    mark = found_in(texts)
    return Returned(mark, rows) if rows else None


def _rows(table: dict[str, Any]) -> Iterator[Row]:
    empty = {(at, column) for at, column in table["empty"]}
    known: dict[int, str] = {}
    heads: list[str] = []
    for at, texts in enumerate(table["rows"]):
        found = _headings(texts)
        if len(set(found.values())) >= FEWEST:
            known, heads = found, texts
        elif known and (any(text.strip() for text in texts) or _any_in_row(empty, at)):
            yield _row(texts, known, heads, {column for line, column in empty if line == at})


def _any_in_row(empty: set[tuple[int, int]], at: int) -> bool:
    return any(line == at for line, _ in empty)


def _headings(texts: list[str]) -> dict[int, str]:
    """Column to what it is. A column that was copied is a second one of the same name."""
    found: dict[int, str] = {}
    for at, text in enumerate(texts):
        name = _heading(text)
        if name:
            found[at] = name
    return found


def _heading(text: str) -> str:
    said = folded(text[:200])
    if not said:
        return ""
    near = difflib.get_close_matches(said, HEADINGS, n=1, cutoff=ALIKE) if len(said) > 6 else []
    return HEADINGS.get(said) or (HEADINGS[near[0]] if near else "")


def _row(texts: list[str], known: dict[int, str], heads: list[str], empty: set[int]) -> Row:
    row = Row(valueless={known[at] for at in empty if at in known})
    for at, text in enumerate(texts):
        said = text.strip()
        marked = MARKED.match(said)
        name = known.get(at)
        if not said:
            if name:
                row.cells.setdefault(name, "")
        elif marked and name in (MARK.name, None):
            row.item, row.outcome = int(marked.group(1)), marked.group(2)
        elif name and not row.cells.get(name):
            row.cells[name] = said
        elif name != MARK.name and not (name and row.cells[name].split() == said.split()):
            _keep_extra(row, heads[at].strip() if at < len(heads) else "", said)
    return row


def _keep_extra(row: Row, heading: str, said: str) -> None:
    heading = heading or UNNAMED
    before = row.extra.get(heading)
    row.extra[heading] = f"{before}\n{said}" if before else said


def _word_rows(tables: list[dict[str, Any]]) -> Iterator[Row]:
    """In a Word form each question has a line of its own: its mark, the question, the answer."""
    by_mark: dict[tuple[int, str], Row] = {}
    for table in tables:
        for texts in table["rows"]:
            found = WORD_MARK.match(texts[0].strip()) if len(texts) > 1 else None
            if found and found.group(3) in BY_NAME:
                at = (int(found.group(1)), found.group(2))
                row = by_mark.setdefault(at, Row(item=at[0], outcome=at[1]))
                _put(row, found.group(3), texts[2:])
    yield from by_mark.values()


def _put(row: Row, name: str, texts: list[str]) -> None:
    said = "\n".join(text.strip() for text in texts if text.strip())
    before = row.cells.get(name)
    row.cells[name] = f"{before}\n\n{said}" if before and said else before or said
