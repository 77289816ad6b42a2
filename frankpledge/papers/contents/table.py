"""The action plan table in the landscape layout that everybody knows: by priority, as printed.

Its heads are those that our reader knows, so that the paper can be read in again.
"""

from frankpledge.papers.blocks import Block, Cell, Facts, Head, Heading, Para, Row, Table
from frankpledge.papers.contents import parts
from frankpledge.papers.contents.kinds import Kind, Section
from frankpledge.papers.marks import Mark
from frankpledge.papers.promises import Outcome, Priority, Promise, day_in_words, priorities_of
from frankpledge.papers.source import Source
from frankpledge.plan.showing import Shown
from frankpledge.reading.own.layout import GONE, HEADS, NUMBER, PARTNERSHIP, PERIOD, PRIORITY

WIDTHS = {
    "ref": 0.6,
    "aim": 1.8,
    "action": 3.2,
    "lead": 1.6,
    "support": 1.6,
    "timescale": 1.3,
    "resources": 1.7,
    "outcomes": 3.0,
    "status": 1.7,
    "update": 3.2,
}
ALWAYS = ("ref", "action", "lead", "timescale", "outcomes", "status")


def table(source: Source) -> list[Block]:
    priorities = [one for one in priorities_of(source) if one.promises]
    if not priorities:
        return [Para("The plan has no promises yet.")]
    rows = {id(p): _cells(p) for one in priorities for p in one.promises}
    used = [name for name in WIDTHS if name in ALWAYS or any(r[name].plain for r in rows.values())]
    heads = tuple(Head(HEADS[name], WIDTHS[name]) for name in used)
    made: list[Block] = [_whose(source)]
    for priority in priorities:
        body = tuple(Row(tuple(rows[id(one)][name] for name in used)) for one in priority.promises)
        over = ((NUMBER, priority.ref), (PRIORITY, priority.title if priority.pk else ""))
        name = _name(priority)
        made += [
            Heading(name),
            Table(name, heads, body, row_head=used.index("action"), over=over, ruled=True),
        ]
    return made


def _whose(source: Source) -> Facts:
    starts, ends = (day_in_words(source.plan[name]) for name in ("starts", "ends"))
    return Facts(((PARTNERSHIP, source.whose.name), (PERIOD, f"{starts} to {ends}")))


def _name(priority: Priority) -> str:
    """As our reader knows it: 'Priority 2: Fair trade'"""
    if not priority.pk:
        return priority.title
    return f"{PRIORITY} {priority.ref}: {priority.title}" if priority.ref else priority.title


def _cells(one: Promise) -> dict[str, Cell]:
    points = "".join(f"\n• {point}" for point in one.points)
    return {
        "ref": Cell(one.ref),
        "aim": Cell(one.aim, said=True),
        "action": Cell(one.words + points, said=True),
        "lead": Cell(one.lead),
        "support": Cell(one.support),
        "timescale": Cell(one.when),
        "resources": Cell("\n".join(f"• {each}" for each in one.resources)),
        "outcomes": Cell("\n".join(_outcome(each) for each in one.outcomes)),
        "status": _status(one),
        "update": _update(one),
    }


def _outcome(each: Outcome) -> str:
    return each.label if each.number is not None else f"• {each.words}"


def _status(one: Promise) -> Cell:
    """One line for each outcome, with its mark and its word."""
    if one.shown.state == "struck":
        return Cell(GONE)  # its mark is a line, which a reader takes for the edge of a row
    if not one.outcomes:
        return Cell(one.shown.label, _mark(one.shown))
    lines = [
        f"{each.number}. {each.shown.label}" if each.number is not None else f"• {each.shown.label}"
        for each in one.outcomes
    ]
    return Cell("\n".join(lines), marks=tuple(_mark(each.shown) for each in one.outcomes))


def _mark(shown: Shown) -> Mark:
    return Mark("delivery", shown.shape, shown.colour)


def _update(one: Promise) -> Cell:
    said = next((each for each in one.said if each["words"]), None)
    if said is None:
        return Cell("")
    day = f"As at {day_in_words(said['said_on'])}" if said["said_on"] else ""
    return Cell(f"{said['words']}\n{day}".strip(), said=True)


def key(source: Source) -> list[Block]:
    return [parts.scale_table(source)] if source.plan["ratings"] else []


PAPER = Kind(
    key="table",
    name="Action plan table",
    says="Every promise in one table: who, by when, its outcomes and how they stand.",
    audience="members",
    over="Action plan",
    title=lambda source: source.plan["title"],
    of="plan",
    landscape=True,
    sections=(Section("table", "The table", table), Section("key", "What the ratings mean", key)),
)
