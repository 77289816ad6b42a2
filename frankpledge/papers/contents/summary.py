"""The public summary: one page of what was promised and how it stands."""

from frankpledge.papers.blocks import Block, Cell, Head, Heading, Items, Para, Row, Rule, Table
from frankpledge.papers.contents import opening, parts
from frankpledge.papers.contents.kinds import Kind, Section
from frankpledge.papers.marks import Mark
from frankpledge.papers.promises import Priority, off_course, priorities_of, promises_of
from frankpledge.papers.source import Source
from frankpledge.plan.showing import counted

SHORT_OF = 5
LONG = 420


def words(source: Source) -> list[Block]:
    plan = source.plan
    text = source.given.introduction or plan["introduction"]
    if len(text) > LONG:
        text = text[:LONG].rsplit(". ", 1)[0].rstrip(".") + "."
    promises = promises_of(source)
    made: list[Block] = [Rule()]
    made += [Para(text, said=True)] if text else []
    if promises:
        made += [parts.counts(promises), Para(opening.sentence(promises, source))]
    else:
        made.append(Para("Nothing has been promised yet."))
    return made


def priorities(source: Source) -> list[Block]:
    rows = [Row(_row(one)) for one in priorities_of(source) if one.promises]
    if not rows:
        return []
    heads = (Head("What we look after", 2.6), Head("Led by", 2), Head("How our promises stand", 3))
    return [Heading("Our priorities"), Table("Our priorities", heads, tuple(rows))]


def _row(one: Priority) -> tuple[Cell, ...]:
    told = counted(each.shown for each in one.promises)
    standing = ", ".join(f"{n} {shown.label[:1].lower()}{shown.label[1:]}" for shown, n in told)
    promised = f"{len(one.promises)} {'promise' if len(one.promises) == 1 else 'promises'}"
    return (
        Cell(one.name, strong=True, meta=one.about),
        Cell(", ".join(one.leads)),
        Cell(f"Of {promised}: {standing}"),
    )


def short_of(source: Source) -> list[Block]:
    found = off_course(promises_of(source))[:SHORT_OF]
    if not found:
        return []
    cells = tuple(
        Cell(
            f"{falls.label}: {one.ref} {one.short}",
            Mark("delivery", falls.shape, falls.colour),
        )
        for one, falls in found
    )
    return [Heading("Where we fall short"), Items(cells)]


def whom_to_ask(source: Source) -> list[Block]:
    text = source.given.contact or source.whose.help_words
    return [Heading("Whom to ask"), Para(text)] if text else []


PAPER = Kind(
    key="summary",
    name="Public summary",
    says="One page for everybody: the priorities, how the promises stand, where we fall short.",
    audience="public",
    over="Summary of the partnership plan",
    title=lambda source: source.plan["title"],
    of="plan",
    sections=(
        Section("words", "Opening", words),
        Section("priorities", "Priorities", priorities),
        Section("short", "Where we fall short", short_of),
        Section("contact", "Whom to ask", whom_to_ask),
    ),
)
