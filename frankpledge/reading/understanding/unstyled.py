"""Headings that nobody marked as such: short lines that stand over tables of promises."""

from dataclasses import replace

from frankpledge.reading.blocks import Block, Document, Grid, Heading, Paragraph
from frankpledge.reading.formats.text import looks_like_heading
from frankpledge.reading.understanding import kinds
from frankpledge.reading.understanding.titles import LABELLED, generic, label_of

LONGEST = 10


def headed(document: Document) -> Document:
    """The same blocks, with the lines over tables as the headings that they are."""
    blocks = list(document.blocks)
    tables = [at for at, block in enumerate(blocks) if _of_promises(block)]
    over = [found for at in tables if (found := _over(blocks, at)) is not None]
    # A plain line is believed only where every table has one, and each another.
    plain = len({_text(blocks[at]) for at in over}) == len(tables) > 1
    for at in over:
        if _loud(_text(blocks[at])) or plain:
            _make(blocks, at)
    return replace(document, blocks=blocks)


def _of_promises(block: Block) -> bool:
    return isinstance(block, Grid) and kinds.head_of(block) is not None


def _over(blocks: list[Block], table: int) -> int | None:
    """The line that stands over a table, past what is said of the priority's lead."""
    at = table - 1
    while at >= 0 and isinstance(blocks[at], Paragraph) and label_of(_text(blocks[at])):
        at -= 1
    return at if at >= 0 and _is_line(blocks[at]) else None


def _is_line(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.item or block.struck:
        return False
    text = block.text
    plain = len(text.split()) <= LONGEST and not any(map(str.isdigit, text))
    return looks_like_heading(text) and not generic(text) and (plain or _loud(text))


def _loud(text: str) -> bool:
    """It says that it is a priority, or it is printed in capitals."""
    return _labelled(text) or (text.isupper() and len(text) > 4)


def _labelled(text: str) -> bool:
    found = LABELLED.match(text)
    return bool(found and found.group(2))


def _make(blocks: list[Block], at: int) -> None:
    blocks[at] = Heading(_text(blocks[at]), 3, guessed=True)
    before = blocks[at - 1] if at else None
    if isinstance(before, Paragraph) and _labelled(before.text) and _is_line(before):
        blocks[at - 1] = Heading(before.text, 3, guessed=True)


def _text(block: Block) -> str:
    return "" if isinstance(block, Grid) else block.text
