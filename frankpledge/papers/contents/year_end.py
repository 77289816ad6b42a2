"""The year-end review: what was promised, what came of it, and the stories behind it."""

from frankpledge.papers.blocks import (
    Block,
    Cell,
    Counts,
    Facts,
    Head,
    Heading,
    Items,
    Para,
    Row,
    Rule,
    Table,
)
from frankpledge.papers.contents import evidence, opening, parts, plan, sources, stories
from frankpledge.papers.contents.kinds import Kind, Section
from frankpledge.papers.marks import Mark
from frankpledge.papers.promises import (
    Priority,
    Promise,
    day_in_words,
    natural,
    priorities_of,
    promises_of,
)
from frankpledge.papers.small_areas import done_in_all, done_when
from frankpledge.papers.source import Doc, Source, period_words

ENDS = (
    ("complete", "Complete"),
    ("through-another", "Done through another"),
    ("carried", "Carried forward"),
    ("struck", "Dropped"),
)
GOES_ON = "Goes on"


def front(source: Source) -> list[Block]:
    whole, given = source.plan, source.given
    facts = [
        ("The plan", period_words(whole["starts"], whole["ends"])),
        ("Closed", day_in_words(whole["ended_on"]) if whole["ended_on"] else ""),
        ("Author", given.author),
    ]
    rows = tuple((name, text) for name, text in facts if text)
    made: list[Block] = [Facts(rows, across=True), Rule()]
    made += [Para(text, said=True) for text in given.introduction.split("\n") if text.strip()]
    promises = promises_of(source)
    if not promises:
        return [*made, Para("Nothing was promised in this plan.")]
    return [*made, _counts(promises), Para(sentence(promises))]


def came_of(one: Promise) -> str:
    return dict(ENDS).get(one.shown.state, GOES_ON)


def _counts(promises: list[Promise]) -> Counts:
    """How many ended how, each with the mark that it has everywhere."""
    cells = []
    for name in (*(words for _, words in ENDS), GOES_ON):
        here = [one for one in promises if came_of(one) == name]
        if here:
            words = f"{len(here)} {_lower(name, len(here))}"
            cells.append(Cell(words, None if name == GOES_ON else _mark(here[0]), strong=True))
    return Counts(tuple(cells))


def _lower(name: str, n: int) -> str:
    if name == GOES_ON:
        return "goes on" if n == 1 else "go on"
    return f"{name[:1].lower()}{name[1:]}"


def _mark(one: Promise) -> Mark:
    return Mark("delivery", one.shown.shape, one.shown.colour)


def sentence(promises: list[Promise]) -> str:
    """'Of 26 promises, nine are complete, three were carried forward and two were dropped.'"""
    number = {name: sum(came_of(one) == name for one in promises) for _, name in ENDS}
    done = number["Complete"] + number["Done through another"]
    parts_of = [(done, "complete", ("is", "are"))]
    parts_of += [
        (number["Carried forward"], "carried forward", ("was", "were")),
        (number["Dropped"], "dropped", ("was", "were")),
    ]
    told = [f"{opening.number(n)} {verb[n != 1]} {words}" for n, words, verb in parts_of if n]
    rest = sum(came_of(one) == GOES_ON for one in promises)
    if rest:
        told.append(f"{opening.number(rest)} {_lower(GOES_ON, rest)}")
    many = f"Of {len(promises)} promises" if len(promises) > 1 else "Of one promise"
    joined = " and ".join(part for part in (", ".join(told[:-1]), told[-1]) if part)
    return f"{many}, {joined}."


def by_priority(source: Source) -> list[Block]:
    heads = (
        Head("Ref", 0.5),
        Head("What was promised", 3.4),
        Head("By whom", 1.7),
        Head("What came of it", 1.6),
    )
    made: list[Block] = []
    for one in priorities_of(source):
        if one.promises:
            rows = tuple(Row(_ended(each)) for each in one.promises)
            table = Table(f"What came of {one.name}", heads, rows, row_head=1)
            made += [Heading(one.name, 3), *_struck(one), table]
    return parts.headed("What was promised, and what came of it", made)


def _struck(one: Priority) -> list[Block]:
    return [Para(f"This priority was struck: {one.struck}", meta=True)] if one.struck else []


def _ended(one: Promise) -> tuple[Cell, ...]:
    return (
        Cell(one.ref),
        Cell(one.words, said=True),
        Cell(one.lead),
        parts.of_promise(one),
    )


def reasons(source: Source) -> list[Block]:
    """What was dropped and what was carried, with the reason and the day."""
    made: list[Block] = []
    promises = sorted(promises_of(source), key=lambda one: natural(one.ref))
    for state, title in (("struck", "Dropped"), ("carried", "Carried forward")):
        cells = [_reason(one) for one in promises if one.shown.state == state]
        made += parts.headed(title, [Items(tuple(cells))] if cells else [], level=3)
    return parts.headed("What did not happen as promised", made)


def _reason(one: Promise) -> Cell:
    on = f" ({day_in_words(one.closed_on)})" if one.closed_on else ""
    why = one.closed_why or "No reason was written down."
    return Cell(f"{one.ref} {one.short}{on}", meta=why)


def figures(source: Source) -> list[Block]:
    made: list[Block] = [*_targets(source), *_done(source)]
    if source.evidence:
        made += evidence.changes(source.evidence)
    if not made:
        made = parts.not_here("No figures are in this freeze.")
    return [Heading("The figures"), *made]


def _targets(source: Source) -> list[Block]:
    rows = [
        Row(_target(promise, outcome.words, outcome.judged))
        for promise in promises_of(source)
        for outcome in promise.outcomes
        if outcome.judged and outcome.judged.get("signal")
    ]
    if not rows:
        return []
    heads = (
        Head("Ref", 0.5),
        Head("Target", 3),
        Head("Signal", 2),
        Head("What figures say", 3.4),
    )
    return [Heading("Targets", 3), Table("Targets", heads, tuple(rows), row_head=1)]


def _target(promise: Promise, words: str, judged: Doc) -> tuple[Cell, ...]:
    said = str(judged.get("sentence") or "")
    return Cell(promise.ref), Cell(words, said=True), parts.signal_of(judged), Cell(said)


def _done(source: Source) -> list[Block]:
    found = done_in_all(source)
    if not found:
        return []
    title = f"What was done, {done_when(source)}"
    rows = tuple(Row((Cell(one.measure), Cell(f"{one.words} {one.unit}"))) for one in found)
    heads = (Head("What was counted", 3), Head("How many", 2, "right"))
    return [Heading(title, 3), Table(title, heads, rows)]


SOURCES = sources.for_readers("changes", "targets", "done")
PAPER = Kind(
    key="year-end",
    name="Year-end review",
    says="What was promised, what came of it and why, with the stories of the year.",
    audience="public",
    over="Review of the year",
    title=lambda source: f"What came of it: {source.plan['title']}",
    of="plan",
    sections=(
        Section("front", "Front", front),
        Section("promises", "What was promised, and what came of it", by_priority),
        Section("reasons", "What did not happen as promised", reasons),
        Section("stories", "Issue, action, achievement", stories.stories),
        Section("figures", "The figures", figures),
        Section("contact", "Whom to ask", plan.whom_to_ask),
        Section(
            "sources", "Sources and methods", sources.for_readers("changes", "targets", "done")
        ),
    ),
)
