"""Plans in which each promise is a heading, with who and when on lines of their own under it."""

from dataclasses import dataclass
from typing import Any

from frankpledge.reading.blocks import Block, Heading, Paragraph
from frankpledge.reading.understanding.bullets import LABEL, labelled_action
from frankpledge.reading.understanding.columns import role_of
from frankpledge.reading.understanding.outline import Outline, Section
from frankpledge.reading.understanding.priorities import Priorities

ENOUGH = 2
# Further down nothing tells who and when any more.
MOST = 12
SAYS_WHEN_OR_WHO = {"lead", "timescale", "start", "end"}


def labels_under(blocks: list[Block], at: int) -> bool:
    """Whether this line is one of several that say who, when and how much under one heading."""
    first = at
    while first > 0 and at - first < MOST and isinstance(blocks[first - 1], Paragraph):
        first -= 1
    if first == 0 or not isinstance(blocks[first - 1], Heading):
        return False
    last = at
    while last + 1 < min(len(blocks), first + MOST) and isinstance(blocks[last + 1], Paragraph):
        last += 1
    texts = [block.text for block in blocks[first : last + 1] if isinstance(block, Paragraph)]
    items = any(isinstance(block, Paragraph) and block.item for block in blocks[first : last + 1])
    return not items and _enough(texts)


def _enough(texts: list[str]) -> bool:
    labels = [found.group(1) for text in texts if (found := LABEL.match(text))]
    roles = {role_of(label) for label in labels}
    return len(labels) >= ENOUGH and len(roles) >= ENOUGH and bool(roles & SAYS_WHEN_OR_WHO)


def actions_in(outline: Outline, priorities: Priorities) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    over = _Over(priorities)
    for section in outline.sections:
        unused = section.unused()
        promise = unused and not section.items and _enough(section.texts)
        for at in unused[:-1] if promise else unused:
            over.pass_by(section, at)
        if promise:
            here = over.opened(section.headings[unused[-1]].level)
            section.used.add(unused[-1])
            found.append(_action(section, unused[-1], here, priorities))
    return found


@dataclass
class _Over:
    """The heading above those of the promises; a priority once a promise stands under it."""

    priorities: Priorities
    waiting: tuple[Section, int] | None = None
    now: str | None = None

    def pass_by(self, section: Section, at: int) -> None:
        self.waiting = (section, at)

    def opened(self, level: int) -> str | None:
        section, at = self.waiting or (None, 0)
        if section and section.headings[at].level < level:
            section.used.add(at)
            self.now, self.waiting = self.priorities.open(section.headings[at].text), None
        return self.now


def _action(
    section: Section, heading: int, over: str | None, priorities: Priorities
) -> dict[str, Any]:
    labels = [text for text in section.texts if LABEL.match(text)]
    section.texts = [text for text in section.texts if text not in labels]
    return labelled_action(section.headings[heading].text, labels, over, priorities)
