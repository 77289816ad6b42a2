"""What every format is turned into: headings, paragraphs and grids of cells, in order."""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from frankpledge.reading.words import fold


@dataclass(frozen=True)
class Line:
    """A paragraph inside a cell."""

    text: str
    item: bool = False
    struck: bool = False


@dataclass(frozen=True)
class Cell:
    lines: tuple[Line, ...] = ()
    shade: str | None = None
    # How many columns it lies across, and whether it is only the rest of a merged cell.
    across: int = 1
    from_above: bool = False
    from_left: bool = False
    # A list whose bullets the extraction lost: only the blanks around it are left.
    flat: bool = False

    @cached_property
    def text(self) -> str:
        return fold(" ".join(line.text for line in self.lines))

    @property
    def own(self) -> str:
        """Its words, where it is the cell that holds them and not the rest of a merged one."""
        return "" if self.from_above or self.from_left else self.text

    @property
    def struck(self) -> bool:
        return bool(self.lines) and all(line.struck for line in self.lines)

    def again(self) -> "Cell":
        return replace(self, from_above=True)


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]
    hidden: bool = False

    @property
    def texts(self) -> list[str]:
        return [cell.text for cell in self.cells]

    @property
    def filled(self) -> list[str]:
        """The words that the row itself holds, without those of cells merged into it."""
        return [cell.own for cell in self.cells if cell.own]


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 3
    # A guess, from how the line looks; else the document says that it is a heading.
    guessed: bool = False
    sheet: bool = False


@dataclass(frozen=True)
class Paragraph:
    text: str
    item: bool = False
    struck: bool = False
    shade: str | None = None


@dataclass(frozen=True)
class Grid:
    rows: tuple[Row, ...]
    # Where it stands in the source: a page, a sheet.
    place: str = ""

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


Block = Heading | Paragraph | Grid


@dataclass
class Document:
    blocks: list[Block] = field(default_factory=list)
    # Running heads, page numbers: known by where they stand on the page.
    furniture: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    # Rows and cells are only guessed from the layout, as in plain text.
    loose: bool = False
    findings: list[dict[str, Any]] = field(default_factory=list)


BULLET = re.compile(r"\s*[-*•‣▪●◦·–]\s+(?=\S)")


def plain(text: str, *, flat: bool = False) -> Cell:
    folded = fold(text)
    return Cell((Line(folded),), flat=flat) if folded else Cell()


def lined(text: str, *, struck: bool = False) -> tuple[Line, ...]:
    """A line for each line that was typed in the cell, without its bullet."""
    found = []
    for line in text.splitlines():
        bullet = BULLET.match(line)
        folded = fold(line[bullet.end() :] if bullet else line)
        if folded:
            found.append(Line(folded, bool(bullet), struck))
    return tuple(found)
