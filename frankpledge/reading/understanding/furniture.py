"""Running heads that came between the rows of a table: the same words again and again, torn."""

from difflib import SequenceMatcher

from frankpledge.reading.blocks import Block, Grid, Heading, Paragraph
from frankpledge.reading.words import words

SHORTEST, LONGEST = 12, 160
ALIKE = 0.6
CERTAIN = 0.68


def running_heads(blocks: list[Block]) -> set[int]:
    """The blocks that are one running head, read differently each time it was printed."""
    candidates = {at: _letters(block) for at, block in enumerate(blocks) if _small(block)}
    candidates = {at: text for at, text in candidates.items() if SHORTEST <= len(text) <= LONGEST}
    rows = [at for at in candidates if isinstance(blocks[at], Grid)][:200]
    found: set[int] = set()
    for at in rows:
        twins = [
            other for other in rows if other != at and _like(candidates[at], candidates[other])
        ]
        if twins:
            found |= {at, *twins}
    return found | {
        at
        for at, text in candidates.items()
        if at not in found and any(_like(text, candidates[row]) for row in sorted(found))
    }


def _small(block: Block) -> bool:
    if isinstance(block, Grid):
        return len(block.rows) <= 2 and sum(len(row.filled) for row in block.rows) >= 3
    return isinstance(block, Heading | Paragraph)


def _letters(block: Block) -> str:
    if isinstance(block, Grid):
        texts = [text for row in block.rows for text in row.filled]
    else:
        texts = [block.text]
    return "".join(words(" ".join(texts).lower()))


def _like(one: str, other: str) -> bool:
    if min(len(one), len(other)) < ALIKE * max(len(one), len(other)):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= CERTAIN
