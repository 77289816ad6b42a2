"""Words into lines and lines into paragraphs, by where they stand."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from frankpledge.reading.formats.pdf_page import Word

BULLET = re.compile(r"(?:[•▪●◦‣·o–-]|\uf0b7|\(?[a-z]\))\s+")
# A line that says of when the lines above it are.
AS_AT = re.compile(r"As at \d{1,2} [A-Z][a-z]+ \d{4}\Z")
NUMBER = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})?[.)]\s")


@dataclass
class PrintLine:
    words: list[Word] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def left(self) -> float:
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def size(self) -> float:
        return median(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)


def print_lines(words: list[Word]) -> list[PrintLine]:
    """Words at one height are one line."""
    found: list[PrintLine] = []
    for word in sorted(words, key=lambda each: (each.middle[1], each.left)):
        middle = word.middle[1]
        last = found[-1] if found else None
        if last and last.top - 0.5 <= middle <= last.bottom + 0.5 and _near(last, word):
            last.words.append(word)
        else:
            found.append(PrintLine([word]))
    for line in found:
        line.words.sort(key=lambda each: each.left)
    return found


def _near(line: PrintLine, word: Word) -> bool:
    first = line.words[0]
    return abs(first.middle[1] - word.middle[1]) < max(first.size, word.size, 4) * 0.7


def paragraphs(lines: list[PrintLine], room: float) -> list[tuple[str, bool]]:
    """Text and whether it is an item; `room` is how wide a line may be here."""
    steps = [after.top - before.top for before, after in pairwise(lines)]
    usual = median(steps) if steps else 0
    found: list[tuple[str, bool]] = []
    before: PrintLine | None = None
    for line in lines:
        text = line.text
        bullet = BULLET.match(text)
        starts = bullet or NUMBER.match(text) or AS_AT.match(text)
        apart = before is None or line.top - before.top > max(usual * 1.35, line.size * 1.75)
        if before is None or starts or apart or not found:
            found.append((text[bullet.end() :] if bullet else text, bool(bullet)))
        else:
            whole, item = found[-1]
            found[-1] = (f"{whole}{_between(before, line, room)}{text}", item)
        before = line
    return found


def _between(line: PrintLine, after: PrintLine, room: float) -> str:
    """Nothing, where a narrow column broke a word that is wider than the column."""
    last, first = line.words[-1], after.words[0]
    if last.text.endswith("-") and first.text[:1].islower():
        return ""
    alone = len(line.words) == 1 or line.words[-1].left - line.left < 1
    wide = (last.right - last.left) + (first.right - first.left)
    fills = line.right - line.left > room - line.size * 0.9
    broken = alone and fills and wide > room and first.text[:1].islower()
    return "" if broken and last.text[-1:].isalpha() else " "
