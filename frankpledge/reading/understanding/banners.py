"""Rows across a table that name the priority of the rows below."""

import re
from dataclasses import dataclass, field

from frankpledge.reading.blocks import Cell, Row
from frankpledge.reading.understanding.columns import role_of
from frankpledge.reading.understanding.headers import Columns, spills
from frankpledge.reading.understanding.joining import Joiner
from frankpledge.reading.understanding.priorities import Priorities
from frankpledge.reading.understanding.titles import (
    INDICATOR_ROW,
    NATIONAL,
    TORN_LABEL,
    label_of,
    named,
    title_of,
)
from frankpledge.reading.words import alike

NEWS = re.compile(
    r"\s*(?:q(?:uarter)? ?[1-4] )?(?:latest |current )?"
    r"(?:progress|updates?|comments?|commentary|notes?|status|position|outcome)"
    r"(?: update| to date| note)?\s*(?:\([^()]*\))?\s*:(?=\s*\S)",
    re.I,
)
LEAD_TORN = re.compile(r"Le?a?d?\Z")
CUT = re.compile(r"(?<=[^\W\d_])\t(?=[a-z])")


@dataclass
class Banners:
    priorities: Priorities
    joiner: Joiner
    # Rows that may turn out to stand above the next head.
    held: list[Row] = field(default_factory=list)
    # The priority over the one that a column names.
    over: str | None = None
    in_indicators: bool = False
    # The row that is read now stands over others, as its table shows.
    is_group: bool = False

    def opened(self) -> None:
        """A heading opened a priority."""
        now = self.priorities.now
        self.over = str(now["id"]) if now else None
        self.joiner.priority = self.over
        self.joiner.fresh = True
        self.in_indicators = False

    def before_head(self, row: Row) -> None:
        if row.filled:
            self.held.append(row)

    def take(self, row: Row) -> bool:
        """Whether the row is a banner, a label or an indicator, and no promise."""
        filled = [cell for cell in row.cells if cell.own]
        if not filled:
            return False
        text = " ".join(cell.text for cell in filled)
        if self._indicators(row, filled, text):
            return True
        if self._torn(row, text):
            self.held.append(row)
            return True
        if self._across(row, filled):
            if not self._news(text):
                self._open([text])
            return True
        if len(filled) <= 2 and self.held and label_of(text):
            self.held.append(row)
            return True
        return False

    def _news(self, text: str) -> bool:
        """ "Progress: ..." across the table tells of the promise above, and names no priority."""
        label, last = NEWS.match(text), self.joiner.last
        if not label or last is None or self.joiner.fresh:
            return False
        self.priorities.furniture.append(label.group().strip())
        last.told.append(text[label.end() :].strip())
        return True

    def _indicators(self, row: Row, filled: list[Cell], text: str) -> bool:
        lead = bool(INDICATOR_ROW.match(text)) or (len(filled) <= 2 and text.startswith("NI "))
        if lead and NATIONAL.search(text):
            last = filled[-1].text
            if len(filled) > 1 and text.count("(") == 1 and last.endswith(")"):
                self.priorities.furniture.append(last)
                text = text[: -len(last)]
            self.priorities.indicators(text)
        elif INDICATOR_ROW.match(text) and len(filled) <= 2:
            self.priorities.furniture.append(text)
        else:
            return False
        return True

    def _torn(self, row: Row, text: str) -> bool:
        """A line of print that the columns cut to pieces, or a label, above the next head."""
        if self.joiner.loose and (self._cut(row) or TORN_LABEL.search(text)):
            return True
        first = next((cell.own for cell in row.cells if cell.own), "")
        few = sum(1 for cell in row.cells if cell.own) <= 2
        return self.joiner.loose and few and first == row.cells[0].text and named(first)

    def _cut(self, row: Row) -> bool:
        return not self.joiner.wrapped and spills(row.texts)

    def _across(self, row: Row, filled: list[Cell]) -> bool:
        if len(filled) != 1 or self.joiner.loose:
            return False
        if self.is_group:
            return True
        cell = filled[0]
        if cell.across * 2 > len(row.cells) and cell.across > 1:
            return True
        return row.cells[0] is cell and (named(cell.text) or bool(cell.shade)) and _title_like(cell)

    def _open(self, lines: list[str]) -> None:
        label = label_of(lines[0])
        if label:
            self.priorities.label(lines[0])
            self.priorities.settle()
            return
        self.priorities.banner(lines)
        self.opened()

    def head(self) -> None:
        """A head came: what was held above it names a priority."""
        rows, self.held = self.held, []
        lines = [" ".join(self._naming(row.filled)) for row in rows]
        starts = next((at for at, line in enumerate(lines) if not label_of(line)), None)
        if starts is None:
            for line in lines:
                self.priorities.label(line)
            return
        lines = [*lines[starts:], *lines[:starts]]
        self._open(lines)
        self._believe(rows[starts])

    def _naming(self, texts: list[str]) -> list[str]:
        """A band of heads over heads ("Progress 2026/27") is no part of the name beside it."""
        heads = [text for text in texts if role_of(text)] if named(texts[0]) else []
        self.priorities.furniture += heads
        return [text for text in texts if text not in heads]

    def _believe(self, row: Row) -> None:
        """What a title was before the columns cut it; beside what is printed, not instead."""
        if LEAD_TORN.match(row.filled[0]):
            return
        whole = CUT.sub("", "\t".join(row.filled)).replace("\t", " ")
        now = self.priorities.now
        if now and len(row.filled) > 1 and alike(now["title"]) in alike(" ".join(row.filled)):
            title = title_of(TORN_LABEL.split(whole)[0]).title
            if title and title != now["title"]:
                now["believed"] = {"title": title}

    def held_rows(self, place: str) -> None:
        """No head came: they were rows like any other."""
        rows, self.held = self.held, []
        for row in rows:
            self.joiner.row(row, place, first=False)

    def column(self, columns: Columns, cells: tuple[Cell, ...]) -> None:
        """A column names the priority of each row."""
        at, child = columns.at("priority"), columns.at("child")
        if at is not None and at < len(cells) and cells[at].own:
            self.joiner.priority = self.over = self.priorities.open(cells[at].text)
        if child is not None and child < len(cells) and cells[child].own:
            parent = str(self.priorities.now["id"]) if self.priorities.now else None
            self.joiner.priority = self.priorities.open(cells[child].text, parent, child=True)


def _title_like(cell: Cell) -> bool:
    return len(cell.text.split()) <= 25 and not cell.text.endswith((";", ","))
