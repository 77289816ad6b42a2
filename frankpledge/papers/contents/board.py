"""The board pack: one page that a chair can run the meeting from, and all that it rests on."""

from frankpledge.papers.blocks import (
    Block,
    Cell,
    Columns,
    Facts,
    Head,
    Heading,
    PageBreak,
    Para,
    Row,
    Rule,
    Table,
)
from frankpledge.papers.contents import decisions, evidence, moved, opening, parts, sources
from frankpledge.papers.contents.kinds import Kind, Section
from frankpledge.papers.marks import clash
from frankpledge.papers.promises import (
    Promise,
    day_in_words,
    off_course,
    priorities_of,
    promises_of,
)
from frankpledge.papers.source import Source
from frankpledge.plan.showing import Shown

MOST = 5  # rows of the front page: the rest is named under them


def front(source: Source) -> list[Block]:
    given = source.given
    facts = [
        ("Meeting", given.meeting),
        ("Item", given.item),
        ("Author", given.author),
        ("Open to the public", given.open_to_public),
        ("As it stood on", day_in_words(source.at.isoformat())),
    ]
    rows = tuple((name, text) for name, text in facts if text)
    made: list[Block] = [Facts(rows, across=True), Rule()]
    made.append(Facts((("Purpose", given.purpose or _purpose(source)),)))
    promises = promises_of(source)
    if promises:
        made += [parts.counts(promises), Para(opening.sentence(promises, source))]
    else:
        made.append(Para("The plan has no promises yet, so there is nothing to say of them."))
    return made


def _purpose(source: Source) -> str:
    after = f" after {source.period}" if source.period else ""
    return f"To tell the board how the plan stands{after}, and to ask it for what is below."


def worst(source: Source) -> list[Block]:
    rows = off_course(promises_of(source))
    made: list[Block] = [_table(rows[:MOST])] if rows else [Para("Nothing is off course.")]
    return [Heading("Off course, and why"), *made, *_also(rows, source)]


def _table(rows: list[tuple[Promise, Shown]]) -> Table:
    heads = (
        Head("Ref", 0.55, quiet=True),
        Head("Promise", 2.6),
        Head("Delivery", 1.4),
        Head("Signal", 1.5),
        Head("Why", 2.1),
        Head("Asked of whom", 2.1),
    )
    made = tuple(Row(_off_course(one, falls)) for one, falls in rows)
    return Table("Promises off course", heads, made, row_head=1)


def _off_course(one: Promise, falls: Shown) -> tuple[Cell, ...]:
    return (
        Cell(one.ref),
        Cell(one.short, said=True, meta=one.lead),
        parts.delivery(falls, says=falls.says),
        parts.worst_signal(one),
        Cell(_why(one)),
        Cell(_of_whom(one)),
    )


def _why(one: Promise) -> str:
    if one.answer and one.answer["why"]:
        return str(one.answer["why"])
    if one.missed:
        return one.unreported or "Nothing was reported in this round."
    return _first_sentences(one.last_words) or "No reason was given."


def _first_sentences(words: str, most: int = 130) -> str:
    if len(words) <= most:
        return words
    cut = words[:most].rsplit(" ", 1)[0]
    return f"{cut.rstrip(',;.')}…"


def _of_whom(one: Promise) -> str:
    answer = one.answer or {}
    if answer.get("help_needed"):
        whom = answer.get("help_from")
        return f"{whom}: {answer['help_needed']}" if whom else str(answer["help_needed"])
    if one.missed and one.lead:
        return f"{one.lead}: to report."
    return str(answer.get("next_step") or "Nothing was asked.")


def _also(rows: list[tuple[Promise, Shown]], source: Source) -> list[Block]:
    made = _named("Also off course", [one for one, _ in rows[MOST:]])
    off = {one.pk for one, _ in rows}
    clashes: list[Block] = []
    worse: list[Promise] = []
    for one in promises_of(source):
        told = [words for o in one.outcomes if (words := (o.judged or {}).get("disagreement"))]
        clashes += [Para(f"{one.ref}: {words}", meta=True, mark=clash()) for words in told]
        if one.shown.is_open and one.pk not in off and not told and _is_worse(one):
            worse.append(one)
    return [*made, *_named("Worse by figures, and leads do not say so", worse), *clashes]


def _is_worse(one: Promise) -> bool:
    signals = [(outcome.judged or {}).get("signal") or {} for outcome in one.outcomes]
    return any(signal.get("key") == "worse" for signal in signals)


def _named(what: str, promises: list[Promise]) -> list[Block]:
    if not promises:
        return []
    named = "; ".join(f"{one.ref} {_few(one.words)}".strip() for one in promises)
    return [Para(f"{what}: {named}{'' if named.endswith('…') else '.'}", meta=True)]


def _few(words: str, most: int = 5) -> str:
    parts_of = words.split()
    return " ".join(parts_of[:most]) + ("…" if len(parts_of) > most else "")


def what_moved(source: Source) -> list[Block]:
    found = moved.columns(source)
    if found is None:
        return []
    return [Heading(f"What moved since {source.before_words}"), Columns(found)]


def every_action(source: Source) -> list[Block]:
    heads = (
        Head("Ref", 0.55),
        Head("Promise and outcomes", 3.4),
        Head("Delivery", 1.5),
        Head("Signal", 1.6),
        Head("Odds", 1.5),
        Head("Said", 1.2),
        Head("What was said", 2.6),
    )
    made: list[Block] = []
    for priority in priorities_of(source):
        if not priority.promises:
            continue
        rows = [row for one in priority.promises for row in _rows(one)]
        made += [
            Heading(priority.name, 3),
            Table(f"Promises of {priority.name}", heads, tuple(rows), row_head=1),
        ]
    if not made:
        return []
    return [PageBreak(landscape=True), Heading("Every promise"), *made, PageBreak(landscape=False)]


def _rows(one: Promise) -> list[Row]:
    first = Row(
        (
            Cell(one.ref, strong=True),
            Cell(one.words, said=True, meta=one.lead),
            parts.of_promise(one),
            Cell("") if one.outcomes else parts.NOT_COUNTED,
            Cell(""),
            parts.fresh_of(one),
            Cell(one.last_words, said=True),
        )
    )
    rest = [
        Row(
            (
                Cell(""),
                Cell(each.label),
                parts.delivery(each.shown),
                parts.signal_of(each.judged),
                parts.odds_of(each.judged),
                Cell(""),
                Cell(each.closed),
            ),
            under=True,
        )
        for each in one.outcomes
    ]
    return [first, *rest]


def performance(source: Source) -> list[Block]:
    """On pages of its own: the first is the one to run the meeting from."""
    return [PageBreak(), *evidence.performance(source)]


SOURCES = sources.appendix("changes", "charts", "targets", tally=True)
PAPER = Kind(
    key="board",
    name="Board pack",
    says="One page to run the meeting from, each promise with its outcomes, and what they rest on.",
    audience="board",
    over="Board",
    title=lambda source: (
        f"How the plan stands: {source.period}" if source.period else "How the plan stands"
    ),
    sections=(
        Section("front", "Front sheet", front),
        Section("asked", "What the board is asked", decisions.asked),
        Section("worst", "Off course, and why", worst),
        Section("moved", "What moved since last time", what_moved),
        Section("performance", "Performance, with charts", performance),
        Section("actions", "Every promise", every_action),
        Section("raised", "Decisions, concerns and strikes", decisions.raised),
        Section("sources", "Sources and methods", SOURCES),
    ),
)
