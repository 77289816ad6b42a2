"""One ward on a page of its own: its figures, what is done there, whom to ask. Pure."""

import re

from frankpledge.papers.blocks import Block, Cell, Head, Heading, PageBreak, Para, Row, Table
from frankpledge.papers.contents import parts
from frankpledge.papers.promises import Promise, priorities_of, promises_of
from frankpledge.papers.small_areas import (
    Small,
    SmallAreas,
    done_in,
    done_when,
    figure,
    held_words,
    small_areas,
)
from frankpledge.papers.source import Source

BROKEN = "counted in another way"


def plural(kind: str) -> str:
    return f"{kind.capitalize()}s"


def sheets(source: Source) -> list[Block]:
    """Nothing where no figures by ward are there: the table before them says so."""
    found, texts = small_areas(source), _texts(source)
    made: list[Block] = []
    for one in found.places:
        named = _naming(one.name, texts)
        here = [each for each in promises_of(source) if each.pk in named]
        made += [PageBreak(), Heading(one.name), *_sheet(one, found, here, source)]
    return [*made, PageBreak()] if made else []


def _sheet(one: Small, found: SmallAreas, here: list[Promise], source: Source) -> list[Block]:
    return [
        Para(_opening(one, found)),
        _figures(one, found),
        *([Para(held_words(found), meta=True)] if held_words(found) else []),
        *_promises(one, here),
        *_done(one, source),
        *_whom_to_ask(one, source),
    ]


def _opening(one: Small, found: SmallAreas) -> str:
    told = [f"{one.people:,} people live here."] if one.people else []
    total, before = one.now.total, one.before.total if one.before else None
    if total is None:
        told.append(f"How many were recorded in all in {found.year} is held back.")
    elif before is None or found.broken:
        told.append(f"{total:,} were recorded in {found.year}.")
    else:
        told.append(f"{total:,} were recorded in {found.year}, {_change(total, before)}.")
    return " ".join(told)


def _change(now: int, before: int) -> str:
    if now == before:
        return "as many as in the year before"
    return f"{abs(now - before):,} {'more' if now > before else 'fewer'} than in the year before"


def _figures(one: Small, found: SmallAreas) -> Table:
    heads = [Head("What was recorded", 2.6)]
    heads += [Head(found.before, 1.4, "right")] if found.before else []
    heads += [Head(found.year, 1.4, "right")]
    heads += [Head("Change", 1.6, "right")] if found.before else []
    rows = tuple(_row(at, one, found) for at in range(len(found.types)))
    return Table(f"Recorded in {one.name}", tuple(heads), rows, says_caption=True)


def _row(at: int, one: Small, found: SmallAreas) -> Row:
    now = one.now.counts[at]
    if one.before is None:
        return Row((Cell(found.types[at]), Cell(figure(now))))
    before = one.before.counts[at]
    words = _difference(now, before)
    if found.types[at] in found.broken:
        words = BROKEN
    return Row((Cell(found.types[at]), Cell(figure(before)), Cell(figure(now)), Cell(words)))


def _difference(now: int | None, before: int | None) -> str:
    """No word where one of the two is not shown: with the other, the change would tell it."""
    if now is None or before is None:
        return ""
    if now == before:
        return "the same"
    return f"{abs(now - before):,} {'more' if now > before else 'fewer'}"


def _texts(source: Source) -> dict[int, str]:
    """Of each promise all in which a place could be named: its own words, and its headings."""
    texts: dict[int, str] = {}
    for priority in priorities_of(source):
        for one in priority.promises:
            words = [one.words, one.aim, *one.points, *(each.words for each in one.outcomes)]
            told = "\n".join([priority.title, priority.about, *words])
            texts[one.pk] = f"{texts.get(one.pk, '')}\n{told}"
    return texts


def _naming(name: str, texts: dict[int, str]) -> set[int]:
    """As a whole word, written as a name is: a fen end is no Fen End."""
    wanted = re.compile(rf"\b{re.escape(name)}\b")
    return {pk for pk, text in texts.items() if wanted.search(text)}


def _promises(one: Small, here: list[Promise]) -> list[Block]:
    if not here:
        return [
            Heading("What was promised here", 3),
            Para(f"No promise names {one.name}. What was promised for everybody holds here too."),
        ]
    heads = (
        Head("Ref", 0.5, quiet=True),
        Head("Promise", 3.4),
        Head("Delivery", 1.3),
        Head("Led by", 2),
    )
    rows = tuple(
        Row((Cell(p.ref), Cell(p.short, said=True), parts.of_promise(p), Cell(p.lead)))
        for p in here
    )
    title = f"Promised in {one.name}"
    return [Heading("What was promised here", 3), Table(title, heads, rows, row_head=1)]


def _done(one: Small, source: Source) -> list[Block]:
    found = done_in(source, one.code)
    if not found:
        return []
    heads = (Head("What was counted", 3), Head("How many", 2, "right"))
    rows = tuple(Row((Cell(each.measure), Cell(f"{each.words} {each.unit}"))) for each in found)
    title = f"Done in {one.name}, {done_when(source)}"
    return [Heading("What was done here", 3), Table(title, heads, rows, says_caption=True)]


def _whom_to_ask(one: Small, source: Source) -> list[Block]:
    """A sheet goes out alone, so each says it: of each priority its leads, then the partnership."""
    led = [each for each in priorities_of(source) if each.leads and each.promises]
    rows = tuple(
        Row((Cell(each.name, meta=each.about), Cell("; ".join(each.leads)))) for each in led
    )
    made: list[Block] = []
    if rows:
        title = f"Whom to ask in {one.name}"
        made.append(Table(title, (Head("About", 2.4), Head("Ask", 3)), rows, aside=True))
    general = source.given.contact or source.whose.help_words
    made += [Para(general)] if general else []
    return parts.headed("Whom to ask", made, level=3)
