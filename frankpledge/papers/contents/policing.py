"""Half-yearly progress for the local policing body: by priority, over two quarters."""

import datetime

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
from frankpledge.papers.contents import board, evidence, opening, parts, sources
from frankpledge.papers.contents.kinds import Kind, Section
from frankpledge.papers.figured import with_figure
from frankpledge.papers.promises import Priority, Promise, day_in_words, priorities_of, promises_of
from frankpledge.papers.small_areas import done_in_all, done_when
from frankpledge.papers.source import Source, period_words
from frankpledge.progress.periods import months_on

HALF = "done_half"
Half = tuple[str, str]  # its first and last day, as a freeze has them


def half_of(source: Source) -> Half:
    """The round's own period, or the half-year that ends with it where that is longer."""
    if source.round is None:
        return source.plan["starts"], source.plan["ends"]
    ends = datetime.date.fromisoformat(source.round["ends"])
    first = months_on(ends + datetime.timedelta(days=1), -6).isoformat()
    return min(first, source.round["starts"]), source.round["ends"]


def title(source: Source) -> str:
    return f"Progress: {period_words(*half_of(source))}"


def front(source: Source) -> list[Block]:
    given = source.given
    facts = [
        ("Period", period_words(*half_of(source))),
        ("Author", given.author),
        ("Whom to ask", given.contact),
        ("As it stood on", day_in_words(source.at.isoformat())),
    ]
    rows = tuple((name, text) for name, text in facts if text)
    made: list[Block] = [Facts(rows, across=True)]
    promises = promises_of(source)
    made.append(Rule())
    made += [Para(given.introduction)] if given.introduction else []
    if not promises:
        return [*made, Para("The plan has no promises yet, so there is nothing to say of them.")]
    made += [parts.counts(promises), Para(opening.sentence(promises, source))]
    if source.plan["funding_note"]:
        made += [Heading("What the money is for"), Para(source.plan["funding_note"])]
    return made


def by_priority(source: Source) -> list[Block]:
    made: list[Block] = []
    for one in priorities_of(source):
        if one.promises:
            made += [Heading(one.name), *_priority(one, half_of(source))]
    return made


def _priority(one: Priority, half: Half) -> list[Block]:
    goals = [f"{a['body']}: {a['objective'] or a['strategy']}" for a in one.alignments]
    made: list[Block] = [Facts((("Goes with", "; ".join(goals)),))] if goals else []
    heads = (
        Head("Ref", 0.5),
        Head("Promise and outcomes", 3.2),
        Head("Delivery", 1.3),
        Head("Signal", 1.4),
        Head("What was done, and whom it reached", 3),
    )
    rows = tuple(row for promise in one.promises for row in _rows(promise, half))
    return [*made, Table(f"Promises of {one.name}", heads, rows, row_head=1)]


def _rows(one: Promise, half: Half) -> list[Row]:
    first = Row(
        (
            Cell(one.ref, strong=True),
            Cell(one.words, said=True, meta=one.lead),
            parts.of_promise(one),
            Cell("") if one.outcomes else parts.NOT_COUNTED,
            Cell(_done(one, half), said=True),
        )
    )
    rest = [
        Row(
            (
                Cell(""),
                Cell(o.label),
                parts.delivery(o.shown),
                parts.signal_of(o.judged),
                Cell(""),
            ),
            under=True,
        )
        for o in one.outcomes
    ]
    return [first, *rest]


def _done(one: Promise, half: Half) -> str:
    """What was said over the two quarters, newest first, and the figures said with it."""
    first, last = half
    within = [each for each in one.said if first <= (each["period"] or each["said_on"]) <= last]
    told = [with_figure(each) for each in within]
    told = told if any(told) else [str((one.answer or {}).get("happened") or "")]
    return "\n".join(dict.fromkeys(part for part in told if part)) or "Nothing was made public."


def reached(source: Source) -> list[Block]:
    """What the delivery log counted over the two quarters, people among it."""
    over = HALF if (source.annex or {}).get(HALF) else "done"  # older freezes hold a year
    found = done_in_all(source, over)
    if not found:
        return []
    heads = (Head("What was counted", 3), Head("How many", 2, "right"))
    rows = tuple(Row((Cell(one.measure), Cell(f"{one.words} {one.unit}"))) for one in found)
    words = f"From the delivery log, {done_when(source, over)}."
    title = "What was done, and whom it reached"
    return [Heading(title), Para(words, meta=True), Table(title, heads, rows)]


def asked(source: Source) -> list[Block]:
    if not source.given.recommendations:
        return [Heading("What is asked"), Para("Nothing is asked this time.")]
    items = tuple(Cell(one) for one in source.given.recommendations)
    return [Heading("What is asked"), Items(items, numbered=True)]


SOURCES = sources.appendix("changes", "charts", "targets", HALF)
PAPER = Kind(
    key="policing",
    name="Progress for the local policing body",
    says="By priority, over two quarters: outcomes, whom they reached and what is asked.",
    audience="policing-body",
    over="For the local policing body",
    title=title,
    sections=(
        Section("front", "Front", front),
        Section("asked", "What is asked", asked),
        Section("priorities", "By priority", by_priority),
        Section("reached", "What was done, and whom it reached", reached),
        Section("moved", "What moved since last time", board.what_moved),
        Section("performance", "Performance, with charts", evidence.performance),
        Section("sources", "Sources and methods", SOURCES),
    ),
)
