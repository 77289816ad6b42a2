"""What a paper is made of: plain blocks that every writer can write. Pure."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from frankpledge.papers.marks import Mark
from frankpledge.pictures.svg import Drawing

Side = Literal["left", "right"]
REFERENCE = 8  # letters, as in 2.1 or 12b
LONG = 1500  # letters: what holds fewer stays whole on its page


@dataclass(frozen=True)
class Cell:
    """Words, with the mark that they explain. `said` is what people said: it is set in serif."""

    text: str = ""
    mark: Mark | None = None
    meta: str = ""
    said: bool = False
    strong: bool = False
    marks: tuple[Mark | None, ...] = ()  # one for each line, where each has its own

    @property
    def lines(self) -> list[tuple[Mark | None, str]]:
        """The lines of the text, each with its mark; a mark alone is a line too."""
        texts = [line for line in self.text.split("\n") if line.strip()]
        marks = self.marks or (self.mark,)
        texts += [""] if not texts and marks[0] else []
        return [(marks[at] if at < len(marks) else None, text) for at, text in enumerate(texts)]

    @property
    def all_marks(self) -> list[Mark]:
        return [mark for mark in self.marks or (self.mark,) if mark]

    @property
    def plain(self) -> str:
        return "\n".join(part for part in (self.text, self.meta) if part)

    @property
    def is_empty(self) -> bool:
        return not (self.plain.strip() or self.all_marks)


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True)
class Para:
    text: str
    said: bool = False
    meta: bool = False
    lede: bool = False
    strong: bool = False
    mark: Mark | None = None
    keep: bool = False  # on the page of what follows


@dataclass(frozen=True)
class Items:
    items: tuple[Cell, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Facts:
    rows: tuple[tuple[str, str], ...]
    across: bool = False  # side by side, as on a front sheet


@dataclass(frozen=True)
class Counts:
    """Marks with how many of each, in a line."""

    items: tuple[Cell, ...]


@dataclass(frozen=True)
class Columns:
    """Short lists beside each other; under each other where there is no room."""

    columns: tuple[tuple[str, Items], ...]


@dataclass(frozen=True)
class Head:
    text: str
    width: float = 1.0
    side: Side = "left"
    quiet: bool = False  # the head is for those who do not see the column


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]
    under: bool = False  # of the row above it, and kept on its page


@dataclass(frozen=True)
class Group:
    """A row over rows: what the next ones have in common."""

    text: str


@dataclass(frozen=True)
class Table:
    caption: str
    heads: tuple[Head, ...]
    rows: tuple[Row | Group, ...]
    row_head: int = 0  # the column whose cells name their rows
    says_caption: bool = False  # otherwise a heading says it
    # In a spreadsheet, where the headings above tables are gone: columns that say the same.
    over: tuple[tuple[str, str], ...] = ()
    ruled: bool = False  # with lines between its columns: by them a program tells cells apart
    aside: bool = False  # explains the others, and is not wanted among their rows

    @property
    def body(self) -> Iterator[Row]:
        return (row for row in self.rows if isinstance(row, Row))

    def names(self, row: Row) -> list[int]:
        """The columns that say which row it is: its head, and a reference before that."""
        short = (at for at, cell in enumerate(row.cells) if len(cell.plain) <= REFERENCE)
        return [*(at for at in short if at < self.row_head), self.row_head]

    @property
    def spans(self) -> list[tuple[int, ...]]:
        """Over how many rows each cell of the body stands; 0 where one from above does."""
        together: list[list[Row]] = []
        for row in self.body:
            if row.under and together:
                together[-1].append(row)
            else:
                together.append([row])
        return [one for rows in together for one in _spans(rows)]


def _spans(rows: list[Row]) -> list[tuple[int, ...]]:
    """What has nothing under it stands beside all of it, as long as that fits on a page."""
    columns = range(len(rows[0].cells))
    if len(rows) == 1 or sum(len(cell.text) for row in rows for cell in row.cells) >= LONG:
        return [(1,) * len(columns)] * len(rows)
    free = [all(row.cells[at].is_empty for row in rows[1:]) for at in columns]
    top = tuple(len(rows) if one else 1 for one in free)
    return [top, *[tuple(0 if one else 1 for one in free)] * (len(rows) - 1)]


@dataclass(frozen=True)
class Picture:
    """A drawing of frankpledge.pictures: its title is the finding; its table stands for it."""

    title: str
    subtitle: str
    wide: Drawing
    narrow: Drawing
    alt: str
    table: Table
    notes: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """The indented line of a deed, once on a front sheet."""


@dataclass(frozen=True)
class PageBreak:
    landscape: bool | None = None  # from here on, where it changes


Block = Heading | Para | Items | Facts | Counts | Columns | Table | Picture | Rule | PageBreak


@dataclass(frozen=True)
class Logo:
    data: bytes
    kind: Literal["png", "jpg", "webp"]
    says: str


@dataclass(frozen=True)
class Paper:
    key: str
    title: str
    over: str  # the line above the title: whose it is, and for whom
    blocks: tuple[Block, ...]
    at: datetime.datetime  # the time of what it was made from, never that of the making
    foot: str
    author: str = ""
    language: str = "en-GB"
    draft: str = ""  # said on every page of what is not frozen
    landscape: bool = False
    large: bool = False
    colour: str = "#28408c"
    logo: Logo | None = None
    left_out: tuple[tuple[str, str], ...] = field(default=())  # what, and why

    @property
    def tables(self) -> list[Table]:
        return [block for block in self.blocks if isinstance(block, Table)]
