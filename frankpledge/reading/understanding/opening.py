"""The opening lines: the plan's title, whose it is, and the years it is for."""

from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from frankpledge.reading.blocks import Block, Document, Grid, Heading, Paragraph
from frankpledge.reading.understanding.period import (
    bodies,
    names_a_body,
    names_a_plan,
    period,
)
from frankpledge.reading.understanding.titles import named
from frankpledge.reading.words import words

LONGEST = 24
FIRST = 12


@dataclass
class Opening:
    title: str | None = None
    partnership: str | None = None
    # The name was found inside other words, and is not a line of its own.
    derived: bool = False
    period: dict[str, Any] | None = None
    # The blocks that were taken whole.
    taken: set[int] = field(default_factory=set)


def of(document: Document) -> Opening:
    opened = Opening()
    blocks = document.blocks
    lines = list(enumerate(blocks))[:FIRST]
    leading = list(takewhile(lambda each: _opens(*each), lines))
    _title(opened, leading, document)
    _partnership(opened, leading, document)
    texts = [block.text for _, block in leading if not isinstance(block, Grid)]
    near = [block.text for block in blocks[:40] if isinstance(block, Heading | Paragraph)]
    for text in [opened.title or "", *texts, *near]:
        opened.period = opened.period or period(text)
    return opened


def _opens(at: int, block: Block) -> bool:
    if isinstance(block, Grid):
        return False
    if isinstance(block, Heading) and block.sheet:
        return at == 0
    if named(block.text) and not names_a_plan(block.text):
        return False
    return isinstance(block, Heading) or len(words(block.text)) <= LONGEST


def _title(opened: Opening, leading: list[tuple[int, Block]], document: Document) -> None:
    heads = [(at, block) for at, block in leading if isinstance(block, Heading) and not block.sheet]
    tests = (
        lambda at, block: names_a_plan(block.text) and not names_a_body(block.text),
        lambda at, block: block.level == 0,
        lambda at, block: at == 0 and _alone(block, document),
    )
    for fits in tests:
        for at, block in heads:
            if fits(at, block):
                opened.title = block.text
                opened.taken.add(at)
                return


def _alone(first: Heading, document: Document) -> bool:
    """The only heading of its rank, over others: the name of the whole."""
    levels = [block.level for block in document.blocks if isinstance(block, Heading)]
    return levels.count(first.level) == 1 and max(levels) > first.level


def _partnership(opened: Opening, leading: list[tuple[int, Block]], document: Document) -> None:
    for at, block in leading:
        if at not in opened.taken and isinstance(block, Heading) and names_a_body(block.text):
            opened.partnership = block.text
            opened.taken.add(at)
            return
    inside = bodies([opened.title or ""]) or bodies(
        block.text for block in document.blocks if isinstance(block, Heading | Paragraph)
    )
    if inside:
        opened.partnership = inside.most_common(1)[0][0]
        opened.derived = True
