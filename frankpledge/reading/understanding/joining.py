"""Which rows begin a promise and which go on with the one above."""

import re
from dataclasses import dataclass, field, replace

from frankpledge.reading.blocks import Cell, Line, Row
from frankpledge.reading.understanding.aligning import aligned, is_ref
from frankpledge.reading.understanding.entries import Entry
from frankpledge.reading.understanding.headers import Columns
from frankpledge.reading.words import worded

FIRST_NUMBER = re.compile(r"(?<!\S)1\. ?(?=\S)")
SENTENCE = re.compile(r"[.!?]\s+")
NOT_A_REF = re.compile(r"\d{1,2}(?:\.\d{1,2})?\Z")
LAST_NUMBER = re.compile(r"(?<![\d.])(\d{1,2})\.")
WITHOUT_REF = ("lead", "timescale", "outcomes")


@dataclass
class Joiner:
    loose: bool
    entries: list[Entry] = field(default_factory=list)
    columns: Columns | None = None
    priority: str | None = None
    # The next row begins a promise whatever it looks like.
    fresh: bool = True
    unplaced: list[str] = field(default_factory=list)
    wrapped: bool = False

    @property
    def last(self) -> Entry | None:
        return self.entries[-1] if self.entries else None

    def row(self, row: Row, place: str, *, first: bool) -> None:
        columns = self.columns
        if columns is None:
            self.unplaced += row.filled
            return
        if self.loose and not any(worded(text) for text in self._likely(row)):
            self.unplaced += row.filled
            return
        cells = aligned(row, columns, self._numbers()) if self.loose else _exact(row, columns)
        if self._noise(cells, columns, first=first):
            self.unplaced += row.filled
            return
        if not any(cell.text or cell.shade for cell in cells):
            return
        if self._begins(cells, columns):
            self._begin(cells, columns, place, hidden=row.hidden)
        else:
            self._go_on(cells, columns)

    def _likely(self, row: Row) -> list[str]:
        """Marks of status and figures are no noise where a promise is being read."""
        marks = row.cells[-1].text if row.cells else ""
        return [*row.texts, "mark" if self.last and NOT_A_REF.match(marks.rstrip(".")) else ""]

    def _numbers(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for column, pieces in (self.last.pieces if self.last else {}).items():
            numbers = LAST_NUMBER.findall(" ".join(piece.text for piece in pieces))
            if numbers:
                found[column] = int(numbers[-1])
        return found

    def _noise(self, cells: tuple[Cell, ...], columns: Columns, *, first: bool) -> bool:
        """A broken row at the top of a page: its number cannot be a number of this plan."""
        ref = columns.at("ref")
        text = cells[ref].text if ref is not None else ""
        return self.loose and first and bool(NOT_A_REF.match(text)) and not is_ref(text)

    def _begins(self, cells: tuple[Cell, ...], columns: Columns) -> bool:
        if self.last is None or self.fresh or self.last.columns.width != columns.width:
            return True
        action = columns.at("action")
        promise = cells[action] if action is not None else Cell()
        ref = columns.at("ref")
        if ref is not None and self._numbered(columns):
            text = cells[ref].own
            if is_ref(text):
                return True
            if text:
                return not self.loose and bool(promise.own) and len(text.split()) <= 3
            if self.loose:
                return self._whole(cells, columns, promise)
        if not promise.own:
            return False
        return not self._continues(cells, columns, promise)

    def _numbered(self, columns: Columns) -> bool:
        """Whether the rows of this table have numbers."""
        same = (each for each in self.entries[-8:] if each.columns.width == columns.width)
        return any(each.text("ref") for each in same)

    def _whole(self, cells: tuple[Cell, ...], columns: Columns, promise: Cell) -> bool:
        """A row that lost its number but has everything else."""
        have = [
            any(cells[at].text for at, each in enumerate(columns.roles) if each == role)
            for role in WITHOUT_REF
        ]
        starts = any(
            cells[at].flat or cells[at].text.startswith("1.")
            for at, role in enumerate(columns.roles)
            if role == "outcomes"
        )
        above = self.last.text("action") if self.last else ""
        return bool(above and promise.text[:1].isupper()) and all(have) and starts

    def _continues(self, cells: tuple[Cell, ...], columns: Columns, promise: Cell) -> bool:
        others = [
            cells[at].own
            for at, role in enumerate(columns.roles)
            if role in {"lead", "timescale"} and cells[at].own
        ]
        small = promise.own[:1].islower()
        if not self.loose:
            return small and not others
        low = sum(1 for text in others if text[:1].islower())
        return (small and low * 2 >= len(others)) or (self.wrapped and not others)

    def _begin(
        self, cells: tuple[Cell, ...], columns: Columns, place: str, *, hidden: bool
    ) -> None:
        if self.loose and self.last and not self.fresh:
            cells = self._give_back(cells, columns)
        entry = Entry(columns, self.priority, place, hidden=hidden, loose=self.loose)
        entry.take(cells)
        self.entries.append(entry)
        self.fresh = False

    def _give_back(self, cells: tuple[Cell, ...], columns: Columns) -> tuple[Cell, ...]:
        """The end of the row above, that slipped into the first line of this one."""
        kept = list(cells)
        before = self.last
        for at, role in enumerate(columns.roles):
            if role not in {"outcomes", "resources"} or not before or not before.unfinished(at):
                continue
            text = cells[at].text
            cut = _overflow(text)
            if 0 < cut < len(text):
                before.blank.discard(at)
                above = tuple(Cell() if n != at else _cell(text[:cut]) for n in range(len(cells)))
                rows, blank = before.rows, set(before.blank)
                before.take(above)
                before.rows, before.blank = rows, blank
                kept[at] = replace(_cell(text[cut:]), flat=cells[at].flat)
        return tuple(kept)

    def _go_on(self, cells: tuple[Cell, ...], columns: Columns) -> None:
        entry = self.entries[-1]
        ref, action = columns.at("ref"), columns.at("action")
        if ref is not None and action is not None and cells[ref].own:
            text = cells[ref].own
            kept = list(cells)
            kept[ref] = Cell()
            if not cells[action].text and worded(text):
                kept[action] = cells[ref]
            else:
                self.unplaced.append(text)
            cells = tuple(kept)
        entry.take(cells)


def _exact(row: Row, columns: Columns) -> tuple[Cell, ...]:
    return (
        aligned(row, columns, {})
        if len(row.cells) > columns.width
        else (row.cells + (Cell(),) * (columns.width - len(row.cells)))
    )


def _cell(text: str) -> Cell:
    return Cell((Line(text.strip()),))


def _overflow(text: str) -> int:
    first = FIRST_NUMBER.search(text)
    if first and first.start():
        return first.start()
    sentence = SENTENCE.search(text) if text[:1].islower() else None
    return sentence.end() if sentence else 0
