"""What was wrong, what was done, what came of it: told in the words said over the year. Pure."""

import datetime

from frankpledge.papers.blocks import Block, Cell, Head, Heading, Row, Table
from frankpledge.papers.contents import parts
from frankpledge.papers.figured import with_figure
from frankpledge.papers.promises import Priority, Promise, day_in_words, priorities_of
from frankpledge.papers.source import Doc, Source

MOST = 4  # of one promise: a year has four rounds


def stories(source: Source) -> list[Block]:
    since = _begins(source)
    made: list[Block] = []
    known: set[int] = set()  # a promise under two priorities is told of once
    heads = (Head("Issue", 2.2), Head("Action", 2.8), Head("Achievement", 4))
    for priority in priorities_of(source):
        told = [(one, _told(one, since)) for one in priority.promises if one.pk not in known]
        known |= {one.pk for one, _ in told}
        rows = tuple(Row(_story(one, priority, words)) for one, words in told if words)
        if rows:
            table = Table(f"Stories of {priority.name}", heads, rows, row_head=1)
            made += [Heading(priority.name, 3), table]
    if not made:
        made = parts.not_here("Nothing that was said this year was made public.")
    return [Heading("Issue, action, achievement"), *made]


def _begins(source: Source) -> str:
    """The first day of the twelve months that the review looks back on."""
    plan = source.plan
    last = source.round["ends"] if source.round else plan["ended_on"] or plan["ends"]
    ends = min(datetime.date.fromisoformat(last), source.at.date())
    at = ends.year * 12 + ends.month - 12
    return max(datetime.date(at // 12, at % 12 + 1, 1).isoformat(), plan["starts"])


def _told(one: Promise, since: str) -> list[Doc]:
    """The newest of the year in the order in which they were said, each words once."""
    words: dict[str, Doc] = {}
    for each in one.said:
        when = each["period"] or each["said_on"] or ""
        if each["words"] and when >= since:
            words.setdefault(each["words"], each)
    return list(words.values())[:MOST][::-1]


def _story(one: Promise, priority: Priority, told: list[Doc]) -> tuple[Cell, ...]:
    issue = one.aim or priority.about or priority.title
    return (
        Cell(issue),
        Cell(f"{one.ref} {one.words}".strip(), said=True, meta=one.lead),
        Cell("\n".join(_said(each) for each in told), said=True),
    )


def _said(each: Doc) -> str:
    day = f"{day_in_words(each['said_on'])}: " if each["said_on"] else ""
    return f"{day}{with_figure(each)}"
