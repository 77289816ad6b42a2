"""A promise as it stands in its table: the pieces of each column, over one row or several."""

import re
from dataclasses import dataclass, field

from frankpledge.reading.blocks import Cell
from frankpledge.reading.understanding.headers import Columns
from frankpledge.reading.words import fold

ENDED = re.compile(r"[.!?:;)\]\"'”’]\s*\Z")


@dataclass
class Piece:
    text: str
    row: int
    flat: bool = False
    item: bool = False
    struck: bool = False
    # It begins a paragraph, or stands below a blank stretch of its column.
    apart: bool = False
    repeated: bool = False
    # It begins a row of its own under a merged promise: no page break made that row.
    own_row: bool = False


@dataclass
class Entry:
    columns: Columns
    priority: str | None = None
    place: str = ""
    rows: int = 0
    pieces: dict[int, list[Piece]] = field(default_factory=dict)
    shades: dict[tuple[int, int], str] = field(default_factory=dict)
    blank: set[int] = field(default_factory=set)
    hidden: bool = False
    loose: bool = False
    # News of it in a row across the table, below its own.
    told: list[str] = field(default_factory=list)

    def take(self, cells: tuple[Cell, ...]) -> None:
        action = self.columns.at("action")
        merged = bool(self.rows) and action is not None and cells[action].from_above
        for column, cell in enumerate(cells):
            if cell.shade and not cell.from_left and not cell.from_above:
                self.shades[self.rows, column] = cell.shade
            if cell.from_above and self.rows:
                continue
            if not cell.text or cell.from_left:
                self.blank.add(column)
                continue
            self._add(column, cell, merged=merged)
        self.rows += 1

    def _add(self, column: int, cell: Cell, *, merged: bool) -> None:
        held = self.pieces.setdefault(column, [])
        for number, line in enumerate(line for line in cell.lines if line.text):
            # In plain text each line of print is a row; elsewhere a line is a paragraph.
            apart = column in self.blank if self.loose else number > 0 or bool(held)
            held.append(
                Piece(
                    line.text,
                    self.rows,
                    flat=cell.flat,
                    item=line.item,
                    struck=line.struck,
                    apart=apart and bool(held),
                    repeated=cell.from_above,
                    own_row=merged and number == 0,
                )
            )
        self.blank.discard(column)

    def of(self, role: str) -> list[int]:
        return [at for at, each in enumerate(self.columns.roles) if each == role]

    def text(self, role: str) -> str:
        return fold(" ".join(piece.text for piece in self.all(role)))

    def all(self, role: str) -> list[Piece]:
        return [piece for column in self.of(role) for piece in self.pieces.get(column, [])]

    def unfinished(self, column: int) -> bool:
        held = self.pieces.get(column, [])
        return bool(held) and not ENDED.search(held[-1].text)

    @property
    def struck(self) -> bool:
        pieces = [piece for held in self.pieces.values() for piece in held]
        return bool(pieces) and all(piece.struck for piece in pieces)

    def cells(self) -> dict[str, str]:
        """Head to words, as printed."""
        found: dict[str, str] = {}
        for column, pieces in sorted(self.pieces.items()):
            head = self.columns.heads[column] if column < len(self.columns.heads) else ""
            head = head or self.columns.roles[column] or f"column {column + 1}"
            while head in found:
                head += " (again)"
            found[head] = fold(" ".join(piece.text for piece in pieces))
        return found
