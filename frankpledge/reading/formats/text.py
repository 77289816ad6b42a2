"""Plain text: tabs or pipes part cells, blank lines part paragraphs, looks tell headings."""

import re

from frankpledge.reading.blocks import Block, Cell, Document, Grid, Heading, Paragraph, Row, plain
from frankpledge.reading.formats.encoding import decoded
from frankpledge.reading.words import fold, words

MARKED_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*\Z")
BULLET = re.compile(r"\s*(?:[-*•‣▪●◦·–]|\(?[a-z]\))\s+(?=\S)")
RULE = re.compile(r"[\s|+:=_-]*\Z")
NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})?[.)]?\s+[A-Z]")
# A line of a paragraph that was broken by hand goes on with a small letter.
LONGEST_HEADING = 14


def read(data: bytes, name: str = "") -> Document:
    document = Document(loose=True)
    lines = decoded(data).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    document.blocks = blocks(lines)
    return document


def blocks(lines: list[str]) -> list[Block]:
    found: list[Block] = []
    prose: list[str] = []
    rows: list[Row] = []
    for line in [*lines, ""]:
        cells = _cells(line)
        if cells is None and rows:
            found.append(Grid(tuple(rows)))
            rows = []
        if cells is not None or not line.strip():
            found += _prose(prose)
            prose = []
        if cells:
            rows.append(Row(tuple(cells)))
        elif cells is None and line.strip():
            prose.append(line)
    return found


def _cells(line: str) -> list[Cell] | None:
    """The cells of a row; none of them for a ruled line; None where it is no row."""
    if "\t" in line.strip(" "):
        parts = line.split("\t")
    elif line.count("|") >= 2 or line.strip().startswith("|"):
        parts = line.strip().removeprefix("|").removesuffix("|").split("|")
        parts = [part.strip() for part in parts]
    else:
        return None
    if RULE.match(line):
        return []
    last = len(parts) - 1
    return [plain(part, flat=_flat(part, last=at == last)) for at, part in enumerate(parts)]


def _flat(part: str, *, last: bool) -> bool:
    """The blanks that are left of a list's bullets; the end of a line keeps none behind it."""
    return part[:1] == " " and (last or part[-1:] == " ") and len(words(part)) > 3


def _prose(lines: list[str]) -> list[Block]:
    found: list[Block] = []
    held: list[str] = []
    for line in lines:
        marked = MARKED_HEADING.match(line.strip())
        bullet = BULLET.match(line)
        if marked or bullet:
            found += _paragraph(held)
            held = []
        if marked:
            found.append(Heading(fold(marked.group(2)), len(marked.group(1))))
        elif bullet:
            found.append(Paragraph(fold(line[bullet.end() :]), item=True))
        else:
            held.append(line)
    return found + _paragraph(held)


def _paragraph(lines: list[str]) -> list[Block]:
    text = fold(" ".join(lines))
    if not text or RULE.match(text):
        return []
    if len(lines) == 1 and looks_like_heading(text):
        return [Heading(text, 4, guessed=True)]
    return [Paragraph(text)]


def looks_like_heading(text: str) -> bool:
    count = len(words(text))
    if not count or text[-1] in ",;:" or text[0].islower():
        return False
    if NUMBERED.match(text):
        return count <= LONGEST_HEADING + 6
    return count <= LONGEST_HEADING and (text[-1] != "." or count <= 6) and "@" not in text
