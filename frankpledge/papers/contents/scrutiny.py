"""The scrutiny and ward pack: two pages for members, then a sheet for each ward."""

from frankpledge.papers.blocks import (
    Block,
    Cell,
    Facts,
    Head,
    Heading,
    Items,
    Para,
    Row,
    Rule,
    Table,
)
from frankpledge.papers.contents import board, opening, parts, sources, summary, ward_sheet
from frankpledge.papers.contents.kinds import Kind, Section
from frankpledge.papers.promises import Promise, day_in_words, natural, off_course, promises_of
from frankpledge.papers.small_areas import Small, SmallAreas, figure, held_words, small_areas
from frankpledge.papers.source import Source
from frankpledge.plan.showing import Shown

MOST = 8


def front(source: Source) -> list[Block]:
    given = source.given
    facts = [
        ("Meeting", given.meeting),
        ("Item", given.item),
        ("Author", given.author),
        ("Open to the public", given.open_to_public),
        ("Whom to ask", given.contact),
        ("As it stood on", day_in_words(source.at.isoformat())),
    ]
    rows = tuple((name, text) for name, text in facts if text)
    made: list[Block] = [Facts(rows, across=True)]
    made.append(Rule())
    made += [Para(text) for text in (given.purpose, given.introduction) if text]
    promises = promises_of(source)
    if not promises:
        return [*made, Para("The plan has no promises yet, so there is nothing to say of them.")]
    return [*made, parts.counts(promises), Para(opening.sentence(promises, source))]


def short_of(source: Source) -> list[Block]:
    """What members may want to ask about, worst first, with whom to ask."""
    rows = off_course(promises_of(source))[:MOST]
    if not rows:
        return [Heading("What is off course"), Para("Nothing is off course.")]
    heads = (
        Head("Ref", 0.5, quiet=True),
        Head("Promise", 3),
        Head("Delivery", 1.3),
        Head("Signal", 1.6),
        Head("Whom to ask", 1.8),
    )
    table = Table(
        "What is off course", heads, tuple(Row(_off(one, falls)) for one, falls in rows), row_head=1
    )
    return [Heading("What is off course"), table]


def _off(one: Promise, falls: Shown) -> tuple[Cell, ...]:
    return (
        Cell(one.ref),
        Cell(one.short, said=True),
        parts.delivery(falls, says=falls.says),
        parts.worst_signal(one),
        Cell(one.lead),
    )


def questions(source: Source) -> list[Block]:
    """What the figures and the answers leave open: a place for members to begin."""
    promises = sorted(promises_of(source), key=lambda one: natural(one.ref))
    silent = [one.ref or one.short for one in promises if one.missed]
    asked = []
    if silent:
        asked.append(Cell(f"Why was nothing reported of {', '.join(silent)}, and who answers?"))
    asked += [
        Cell(f"{one.ref}: leads say {one.shown.label.lower()}, and figures get worse. Why?")
        for one in promises
        if one.shown.is_good and parts.worst_signal(one).text.startswith("Worse")
    ]
    if not asked:
        return []
    return [Heading("Questions that members may want to ask"), Items(tuple(asked[:MOST]))]


def at_a_glance(source: Source) -> list[Block]:
    found = small_areas(source)
    title = ward_sheet.plural(found.kind)
    if not found.rows:
        return [Heading(title), *parts.not_here(found.why_none)]
    heads = [Head(found.kind.capitalize(), 2.4), Head("Residents", 1, "right")]
    heads += [Head(found.before, 1.3, "right")] if found.before else []
    heads += [Head(found.year, 1.3, "right"), Head("For each 1,000", 1.2, "right")]
    rows = tuple(Row(_glance(one, found)) for one in found.rows)
    caption = f"All that was recorded, by {found.kind}"
    made: list[Block] = [Heading(title), Table(caption, tuple(heads), rows, says_caption=True)]
    words = held_words(found)
    return [*made, Para(words, meta=True)] if words else made


def _glance(one: Small, found: SmallAreas) -> tuple[Cell, ...]:
    people = f"{one.people:,}" if one.people else ""
    before = [Cell(figure(one.before.total if one.before else None))] if found.before else []
    return Cell(one.name), Cell(people), *before, Cell(figure(one.now.total)), Cell(_rate(one))


def _rate(one: Small) -> str:
    if not one.people or one.now.total is None:
        return ""
    return f"{1000 * one.now.total / one.people:,.0f}"


SOURCES = sources.for_readers("changes", "targets", "wards", "done")
PAPER = Kind(
    key="scrutiny",
    name="Scrutiny and ward pack",
    says="Two pages for members, then a sheet for each ward: figures, what is done, whom to ask.",
    audience="members",
    over="For scrutiny and for ward councillors",
    title=lambda source: (
        f"How the plan stands: {source.period}" if source.period else "How the plan stands"
    ),
    sections=(
        Section("front", "Front", front),
        Section("short", "What is off course", short_of),
        Section("questions", "Questions that members may want to ask", questions),
        Section("priorities", "Priorities", summary.priorities),
        Section("moved", "What moved since last time", board.what_moved),
        Section("wards", "Wards at a glance", at_a_glance),
        Section("sheets", "A sheet for each ward", ward_sheet.sheets),
        Section(
            "sources",
            "Sources and methods",
            sources.for_readers("changes", "targets", "wards", "done"),
        ),
    ),
)
