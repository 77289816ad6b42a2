"""The board pack: one page that a chair can run the meeting from, and all that it rests on."""

from frankpledge.papers.blocks import (
    Block,
    Cell,
    Columns,
    Facts,
    Head,
    Heading,
    Items,
    PageBreak,
    Para,
    Row,
    Rule,
    Table,
)
from frankpledge.papers.contents import evidence, moved, opening, parts, sources
from frankpledge.papers.contents.kinds import Kind, Section
from frankpledge.papers.marks import clash
from frankpledge.papers.promises import Promise, natural, off_course, priorities_of, promises_of
from frankpledge.papers.source import Source

MOST = 5  # rows of the front page: the rest is named under them


def front(source: Source) -> list[Block]:
    given = source.given
    facts = [
        ("Meeting", given.meeting),
        ("Item", given.item),
        ("Author", given.author),
        ("Open to the public", given.open_to_public),
    ]
    rows = tuple((name, text) for name, text in facts if text)
    made: list[Block] = [Facts(rows, across=True)] if rows else []
    made.append(Rule())
    if given.purpose:
        made.append(Para(given.purpose))
    promises = promises_of(source)
    if promises:
        made += [parts.counts(promises), Para(opening.sentence(promises, source))]
    else:
        made.append(Para("The plan has no promises yet, so there is nothing to say of them."))
    return made


def asked(source: Source) -> list[Block]:
    """What the coordinator recommends, what leads asked to have decided, who has said nothing."""
    wanted = [Cell(one) for one in source.given.recommendations]
    wanted += [Cell(_decision(one, source)) for one in source.raised if one["kind"] == "decision"]
    silent = [one for one in off_course(promises_of(source)) if one.missed]
    if silent:
        told = "; ".join(f"{one.ref or one.short} ({one.lead or 'no lead'})" for one in silent)
        wanted.append(Cell(f"hear why nothing was reported of {told}, and name who answers."))
    if not wanted:
        return [Heading("The board is asked to"), Para("note how the plan stands.")]
    return [Heading("The board is asked to"), Items(tuple(wanted), numbered=True)]


def _decision(raised: dict[str, object], source: Source) -> str:
    ref = next((a["ref"] for a in source.plan["actions"] if a["pk"] == raised["action"]), "")
    return f"decide, for {ref}: {raised['words']}" if ref else f"decide: {raised['words']}"


def worst(source: Source) -> list[Block]:
    rows = off_course(promises_of(source))
    if not rows:
        return [Heading("Off course, and why"), Para("Nothing is off course.")]
    heads = (
        Head("Ref", 0.55, quiet=True),
        Head("Promise", 2.6),
        Head("Delivery", 1.4),
        Head("Signal", 1.5),
        Head("Why", 2.1),
        Head("Asked of whom", 2.1),
    )
    made = tuple(Row(_off_course(one)) for one in rows[:MOST])
    return [
        Heading("Off course, and why"),
        Table("Promises off course", heads, made, row_head=1),
        *_also(rows[MOST:], source),
    ]


def _off_course(one: Promise) -> tuple[Cell, ...]:
    return (
        Cell(one.ref),
        Cell(one.short, said=True, meta=one.lead),
        parts.of_promise(one),
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


def _also(rest: list[Promise], source: Source) -> list[Block]:
    made: list[Block] = []
    if rest:
        named = "; ".join(f"{one.ref} {_few(one.words)}".strip() for one in rest)
        end = "" if named.endswith("…") else "."
        made.append(Para(f"Also off course: {named}{end}", meta=True))
    for one in promises_of(source):
        for outcome in one.outcomes:
            words = (outcome.judged or {}).get("disagreement")
            if words:
                made.append(Para(f"{one.ref}: {words}", meta=True, mark=clash()))
    return made


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


def raised(source: Source) -> list[Block]:
    """Decisions asked, concerns confirmed, strikes proposed: as minutes would want them."""
    made: list[Block] = []
    by_pk = {one.pk: one for one in promises_of(source)}
    for kind, title in (("decision", "Decisions asked of the board"), ("concern", "Concerns")):
        rows = [one for one in source.raised if one["kind"] == kind and one["action"] in by_pk]
        if rows:
            rows.sort(key=lambda one: natural(by_pk[one["action"]].ref))
            made += [Heading(title, 3), _raised_table(title, rows, by_pk)]
    if source.given.strikes:
        items = tuple(Cell(one) for one in source.given.strikes)
        made += [Heading("Promises proposed to be struck", 3), Items(items)]
    return parts.headed("Decisions and concerns", made)


def _raised_table(title: str, rows: list[dict[str, object]], by_pk: dict[int, Promise]) -> Table:
    heads = (Head("Ref", 0.6), Head("Promise", 3), Head("What is raised", 4), Head("Decided", 2))
    made = []
    for one in rows:
        promise = by_pk[one["action"]]  # type: ignore[index]
        words = Cell(str(one["words"]), said=True)
        made.append(
            Row(
                (
                    Cell(promise.ref),
                    Cell(promise.short, said=True, meta=promise.lead),
                    words,
                    Cell(""),
                )
            )
        )
    return Table(title, heads, tuple(made), row_head=1)


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
        Section("asked", "What the board is asked", asked),
        Section("worst", "Off course, and why", worst),
        Section("moved", "What moved since last time", what_moved),
        Section("performance", "Performance, with charts", evidence.performance),
        Section("actions", "Every promise", every_action),
        Section("raised", "Decisions, concerns and strikes", raised),
        Section("sources", "Sources and methods", sources.appendix),
    ),
)
