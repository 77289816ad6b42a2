"""A source to a paper: its sections in the order chosen, its front and its foot. Pure."""

import re
from dataclasses import replace

from frankpledge.papers.audiences import words_of
from frankpledge.papers.blocks import Block, Heading, PageBreak, Paper, Para
from frankpledge.papers.contents.kinds import Kind
from frankpledge.papers.large import in_large_print
from frankpledge.papers.promises import day_in_words
from frankpledge.papers.source import Source

LANGUAGES = "Delivery is what leads say; signal is what figures say."
DRAFT = "Draft of {day}: not the frozen record"
LITTLE = 300  # letters
WOAD = "#28408c"


def compose(kind: Kind, source: Source, *, large: bool = False) -> Paper:
    blocks: list[Block] = []
    for section in kind.chosen(source.given.sections):
        made = section.write(source)
        blocks += made
    paper = Paper(
        key=kind.key,
        title=_line(source.given.title or kind.title(source)),
        over=_line(_over(kind, source)),
        blocks=tuple(_tidy(blocks)),
        at=source.at,
        foot=_foot(source),
        author=_line(source.given.author or source.whose.name),
        draft=DRAFT.format(day=day_in_words(source.at.isoformat())) if source.is_draft else "",
        landscape=kind.landscape,
        colour=source.whose.colour or WOAD,
        logo=source.whose.logo,
        left_out=tuple((one.words, one.why) for one in source.left_out),
    )
    return in_large_print(paper) if large else paper


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _over(kind: Kind, source: Source) -> str:
    whose = ", ".join(part for part in (source.whose.name, source.whose.strapline) if part)
    return f"{whose}. {kind.over}" if kind.over else whose


def _foot(source: Source) -> str:
    """Whom it is for and what it was made from, on every page."""
    day, whom = day_in_words(source.at.isoformat()), words_of(source.audience)
    if source.is_draft:
        return f"For {whom}, as it stood on {day}, not frozen. {LANGUAGES}"
    mark = f"{source.hash[:4]} {source.hash[4:8]}"
    return f"For {whom}, frozen on {day}, {mark}. {LANGUAGES}"


def _tidy(blocks: list[Block]) -> list[Block]:
    """No page begins twice, none is empty, and none is begun at the end."""
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, PageBreak) and made and isinstance(made[-1], PageBreak):
            made.pop()
        made.append(block)
    while made and isinstance(made[-1], PageBreak):
        made.pop()
    return _in_steps(_no_page_for_little(made))


def _no_page_for_little(blocks: list[Block]) -> list[Block]:
    """A page on which a sentence says that there is nothing begins where the last one ended."""
    breaks = [at for at, block in enumerate(blocks) if isinstance(block, PageBreak)]
    ends = [*breaks[1:], len(blocks)]
    little = {
        at
        for at, end in zip(breaks, ends, strict=False)
        if blocks[at] == PageBreak() and _is_little(blocks[at + 1 : end])
    }
    return [block for at, block in enumerate(blocks) if at not in little]


def _is_little(blocks: list[Block]) -> bool:
    words = [block.text for block in blocks if isinstance(block, Heading | Para)]
    return len(words) == len(blocks) and sum(map(len, words)) < LITTLE


def _in_steps(blocks: list[Block]) -> list[Block]:
    """No heading is two steps below the one before: parts may have been left out or moved."""
    level, made = 1, []
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            block = replace(block, level=level)  # noqa: PLW2901
        made.append(block)
    return made
