"""Tables of the annex by ward, by hour of the week and by harm. Pure."""

from frankpledge.papers.blocks import Block, Cell, Head, Para, Row, Table
from frankpledge.papers.small_areas import (
    Small,
    SmallAreas,
    figure,
    held_words,
    small_areas,
)
from frankpledge.papers.source import Doc, Source

ACROSS = 7  # types beside each other: more make columns too narrow for their names
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def wards(source: Source) -> list[Block]:
    found = small_areas(source)
    if not found.rows:
        return []
    starts = range(0, len(found.types), ACROSS)
    made: list[Block] = [_some(found, at, len(starts)) for at in starts]
    words = held_words(found)
    return [*made, *([Para(words, meta=True)] if words else [])]


def _some(found: SmallAreas, start: int, tables: int) -> Table:
    """A few of the types, and beside the last of them how many of all."""
    inside = range(start, min(start + ACROSS, len(found.types)))
    is_last = inside[-1] == len(found.types) - 1
    heads = [Head(found.kind.capitalize(), 1.8)]
    heads += [Head(found.types[at], 1, "right") for at in inside]
    heads += [Head("All", 1, "right")] if is_last else []
    rows = tuple(Row(_ward(one, inside, is_last=is_last)) for one in found.rows)
    title = f"{found.kind.capitalize()} by type, {found.year}"
    if tables > 1:
        title += f", {start // ACROSS + 1} of {tables}"
    return Table(title, tuple(heads), rows, says_caption=True)


def _ward(one: Small, inside: range, *, is_last: bool) -> tuple[Cell, ...]:
    cells = [Cell(figure(one.now.counts[at])) for at in inside]
    cells += [Cell(figure(one.now.total), strong=True)] if is_last else []
    return Cell(one.name), *cells


def hours(source: Source) -> list[Block]:
    """Stop and search, the one published file that has times."""
    found = (source.annex or {}).get("hours")
    if not found:
        return []
    least, seen = found.get("held_below", 0), found["counts"]
    heads = (Head("Day", 2), *(Head(f"{at:02}", 0.7, "right") for at in range(24)))
    rows = tuple(
        Row((Cell(day), *(Cell(f"{n:,}" if n is not None else f"<{least}") for n in counted)))
        for day, counted in zip(DAYS, seen, strict=True)
    )
    made: list[Block] = [
        Para(f"Stop and search by the force that polices the area. {found['sentence']}"),
        Table("Hour by weekday", heads, rows),
    ]
    if least and any(n is None for day in seen for n in day):
        made.append(Para(f"<{least}: 1 to {least - 1}, held back.", meta=True))
    return made


def harm(source: Source) -> list[Block]:
    """Where harm is a greater share than volume, few do much harm."""
    found = (source.annex or {}).get("harm")
    if not found or not found["parts"]:
        return []
    heads = (
        Head("Type", 2.6),
        Head("Count", 1, "right"),
        Head("Share of volume", 1.2, "right"),
        Head("Share of harm", 1.2, "right"),
    )
    rows = tuple(Row(_harm(one)) for one in found["parts"])
    title = f"Harm beside volume, by {found['weights']}"
    return [Para(str(found["sentence"])), Table(title, heads, rows)]


def _harm(one: Doc) -> tuple[Cell, ...]:
    return (
        Cell(one["type"]),
        Cell(f"{one['count']:,}"),
        Cell(f"{100 * one['of_count']:.1f}%"),
        Cell(f"{100 * one['of_harm']:.1f}%"),
    )
