"""A workbook as another program saves it again, altered in the ways people alter workbooks."""

import io
from collections import namedtuple
from typing import Any

import xlsxwriter

from frankpledge.reading.tables import tables

Value = namedtuple("Value", "value")
FIRST = "Answers"
OTHERS = 2
HEADS = ("Promise", "Outcome")


class Book:
    def __init__(self, data: bytes) -> None:
        self.sheets: dict[str, list[list[Any]]] = {
            one["name"]: [list(row) for row in one["rows"]] for one in tables(data, "a.xlsx")
        }
        self.merges: list[tuple[int, int]] = []
        self.worked_out: dict[str, str] = {}

    @property
    def rows(self) -> list[list[Any]]:
        return next(iter(self.sheets.values()))

    @property
    def top(self) -> int:
        return next(at for at, row in enumerate(self.rows) if set(HEADS) <= set(row))

    @property
    def heads(self) -> list[Any]:
        return self.rows[self.top]

    @property
    def body(self) -> list[list[Any]]:
        return [self._padded(row) for row in self.rows[self.top + 1 :]]

    def at(self, heading: str) -> int:
        return self.heads.index(heading)

    def _row(self, words: str) -> list[Any]:
        return next(row for row in self.body if any(words in str(text) for text in row[:4]))

    def row_of(self, words: str) -> dict[str, Any]:
        row = self._padded(self._row(words))
        return {head: text or None for head, text in zip(self.heads, row, strict=False)}

    def _padded(self, row: list[Any]) -> list[Any]:
        row += [""] * (len(self.heads) - len(row))
        return row

    def other(self, name: str) -> list[Value]:
        return [Value(row[0]) for row in self.sheets[name]]

    def put(self, words: str, heading: str, value: Any) -> None:
        self._padded(self._row(words))[self.at(heading)] = value

    def sort(self, heading: str) -> None:
        at = self.at(heading)
        self.rows[self.top + 1 :] = sorted(self.body, key=lambda row: str(row[at]), reverse=True)

    def move_columns(self, order: list[int] | None = None) -> None:
        many = len(self.heads)
        order = order or list(reversed(range(many)))
        for row in self.rows[self.top :]:
            row[:] = [self._padded(row)[at] for at in order]

    def rename(self, name: str) -> None:
        self.sheets = {name if at == 0 else k: v for at, (k, v) in enumerate(self.sheets.items())}

    def drop_sheet(self, name: str) -> None:
        del self.sheets[name]

    def drop_column(self, heading: str) -> None:
        at = self.at(heading)
        for row in self.rows[self.top :]:
            del self._padded(row)[at]

    def drop_row(self, words: str) -> None:
        self.rows.remove(self._row(words))

    def drop_opening(self) -> None:
        del self.rows[: self.top]

    def add_rows(self) -> None:
        self.rows.insert(self.top + 2, ["", "", ""])
        self.rows.insert(0, ["", "Printed for the meeting"])

    def shout_headings(self) -> None:
        self.heads[:] = [f" {head.upper()} " for head in self.heads]

    def copy_sheet(self) -> None:
        self.sheets[f"{FIRST} (2)"] = [list(row) for row in self.rows]

    def merge(self, words: str, heading: str) -> None:
        at = next(n for n, row in enumerate(self.rows) if row is self._row(words))
        self.merges.append((at, self.at(heading)))

    def add_column(self, heading: str, words: str, value: str) -> None:
        self.heads.append(heading)
        self._padded(self._row(words))[len(self.heads) - 1] = value

    def add_row(self, cells: dict[str, str]) -> None:
        row = [""] * len(self.heads)
        for heading, value in cells.items():
            row[self.at(heading)] = value
        self.rows.append(row)

    def copy_row(self, words: str, cells: dict[str, str]) -> None:
        row = list(self._row(words))
        for heading, value in cells.items():
            row[self.at(heading)] = value
        self.rows.append(row)

    def rotate_column(self, heading: str) -> None:
        at = self.at(heading)
        values = [row[at] for row in self.body]
        for row, value in zip(self.body, [*values[1:], values[0]], strict=True):
            row[at] = value

    def saved_with_formula(self, words: str, formula: str) -> bytes:
        self.worked_out[words] = formula
        return self.saved()

    def saved(self) -> bytes:
        held = io.BytesIO()
        book = xlsxwriter.Workbook(held, {"in_memory": True})
        for name, rows in self.sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, value in enumerate(row):
                    self._write(sheet, at, column, value)
            if rows is self.rows:
                for at, column in self.merges:
                    sheet.merge_range(at, column, at + 1, column, rows[at][column])
        book.close()
        return held.getvalue()

    def _write(self, sheet: Any, at: int, column: int, value: Any) -> None:
        if value in self.worked_out:
            sheet.write_formula(at, column, f"={self.worked_out[value]}", None, value)
        elif str(value).startswith("="):
            sheet.write_formula(at, column, value, None, "")
        elif isinstance(value, int | float):
            sheet.write_number(at, column, value)
        elif value:
            sheet.write_string(at, column, value)
