"""The plan as a document to be read: why, what was promised, by whom and by when."""

from frankpledge.papers.blocks import Block, Cell, Facts, Heading, Items, Para, Rule
from frankpledge.papers.contents.kinds import Kind, Section
from frankpledge.papers.promises import Priority, Promise, day_in_words, priorities_of
from frankpledge.papers.source import Source


def opening(source: Source) -> list[Block]:
    plan = source.plan
    facts = [("Period", f"{day_in_words(plan['starts'])} to {day_in_words(plan['ends'])}")]
    if plan["adopted_on"]:
        facts.append(("Adopted", _adopted(source)))
    if plan["follows"]:
        facts.append(("Follows", plan["follows"]))
    made: list[Block] = [Facts(tuple(facts)), Rule()]
    for text in (source.given.introduction, plan["introduction"]):
        made += [Para(part, said=True) for part in text.split("\n") if part.strip()]
    if plan["funding_note"]:
        made += [Heading("Money"), Para(plan["funding_note"])]
    return made


def _adopted(source: Source) -> str:
    on = day_in_words(source.plan["adopted_on"])
    return f"{on}, {source.plan['adopted_by']}" if source.plan["adopted_by"] else on


def priorities(source: Source) -> list[Block]:
    made: list[Block] = []
    for one in priorities_of(source):
        made += [Heading(one.name), *_about(one)]
        for promise in one.promises:
            made += _promise(promise)
        if not one.promises and not one.struck:
            made.append(Para("No promise stands under this priority yet.", meta=True))
    return made or [Para("The plan has no priorities yet.")]


def _about(one: Priority) -> list[Block]:
    made: list[Block] = [Para(one.about)] if one.about else []
    if one.struck:
        made.append(Para(f"This priority was struck: {one.struck}"))
    facts = [
        ("Led by", ", ".join(one.leads)),
        ("What we look at", "; ".join(one.indicators)),
        (
            "Goes with",
            "; ".join(f"{a['body']}: {a['objective'] or a['strategy']}" for a in one.alignments),
        ),
    ]
    rows = tuple((name, text) for name, text in facts if text)
    return [*made, *([Facts(rows)] if rows else [])]


def _promise(one: Promise) -> list[Block]:
    made: list[Block] = [Heading(f"{one.ref} {one.short}".strip(), 3)]
    if one.short != one.words:
        made.append(Para(one.words, said=True))
    if one.aim:
        made.append(Para(f"So that: {one.aim}"))
    if one.points:
        made.append(Items(tuple(Cell(point, said=True) for point in one.points)))
    facts = [
        ("Led by", one.lead),
        ("With", one.support),
        ("When", one.when),
        ("Resources", "; ".join(one.resources)),
        (one.shown.label, one.closed_why if not one.shown.is_open else ""),
    ]
    rows = tuple((name, text) for name, text in facts if text)
    made += [Facts(rows)] if rows else []
    if one.outcomes:
        made += _outcomes(one)
    return made


def _outcomes(one: Promise) -> list[Block]:
    """Numbered as printed where they are numbered from one; else a number stands for its point."""
    numbers = [each.number for each in one.outcomes]
    if numbers == list(range(1, len(numbers) + 1)):
        cells = tuple(Cell(each.words, said=True) for each in one.outcomes)
        return [Items(cells, numbered=True)]
    made: list[Block] = []
    for each in one.outcomes:
        if each.number is not None:
            made.append(Para(each.label, said=True))
        elif made and isinstance(made[-1], Items):
            made[-1] = Items((*made[-1].items, Cell(each.words, said=True)))
        else:
            made.append(Items((Cell(each.words, said=True),)))
    return made


def whom_to_ask(source: Source) -> list[Block]:
    words = source.given.contact or source.whose.help_words
    return [Heading("Whom to ask"), Para(words)] if words else []


PAPER = Kind(
    key="plan",
    name="Plan document",
    says="The plan to be read from beginning to end: what was promised, by whom, by when.",
    audience="public",
    over="",
    title=lambda source: source.plan["title"],
    of="plan",
    sections=(
        Section("opening", "Opening", opening),
        Section("priorities", "Priorities and promises", priorities),
        Section("contact", "Whom to ask", whom_to_ask),
    ),
)
