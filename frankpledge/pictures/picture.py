"""What every picture is: two drawings, its words, its table, and where its figures come from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from zlib import crc32

from frankpledge.pictures.svg import Canvas, Drawing

WIDE, NARROW = 760, 340


@dataclass(frozen=True)
class Words:
    """The title is the finding; the subtitle says what is drawn, where and when.

    Source has a line each for the source, the months, the cut-off and the method. Without a
    description, the picture words its own.
    """

    title: str
    subtitle: str
    source: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True)
class Table:
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Picture:
    kind: str
    title: str
    subtitle: str
    description: str
    wide: Drawing
    narrow: Drawing
    table: Table
    source: tuple[str, ...] = ()
    # Said under the picture: what its shades and marks mean where the drawing cannot.
    notes: tuple[str, ...] = field(default=())

    @property
    def key(self) -> str:
        """Tells this picture from others of the page, and is the same for the same picture."""
        told = self.title + self.subtitle + self.wide.body
        return f"{crc32(told.encode('utf-8', 'replace')):08x}"


def picture(
    kind: str,
    words: Words,
    draw: Callable[[Canvas, str], Drawing],
    table: Table,
    *,
    describes: str,
    notes: tuple[str, ...] = (),
) -> Picture:
    """`draw` is called for each width, with a canvas and what is read out in its place."""
    description = words.description or f"{words.title}. {words.subtitle}. {describes}".strip()
    return Picture(
        kind=kind,
        title=words.title,
        subtitle=words.subtitle,
        description=description,
        wide=draw(Canvas(WIDE), description),
        narrow=draw(Canvas(NARROW), description),
        table=table,
        source=words.source,
        notes=notes,
    )
