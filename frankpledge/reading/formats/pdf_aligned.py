"""Tables without ruled sides: columns are known by where the words of the head begin."""

from itertools import pairwise

from frankpledge.reading.blocks import Cell, Grid, Line, Row
from frankpledge.reading.formats.pdf_lines import PrintLine, paragraphs, print_lines
from frankpledge.reading.formats.pdf_page import Box, Page, Word
from frankpledge.reading.words import fold

FEWEST_COLUMNS = 3
FEWEST_LINES = 3
NEAR = 4.0


def aligned_tables(page: Page, words: list[Word]) -> list[tuple[Box, Grid, list[Word]]]:
    lines = print_lines(words)
    found = []
    at = 0
    while at < len(lines):
        starts = _starts(lines[at])
        block = _block(lines[at:], starts) if len(starts) >= FEWEST_COLUMNS else []
        if len(block) < FEWEST_LINES:
            at += 1
            continue
        taken = [word for line in block for word in line.words]
        box = Box(starts[0], block[0].top, page.width, block[-1].bottom)
        found.append((box, Grid(_rows(block, starts, page), f"page {page.number}"), taken))
        at += len(block)
    return found


def _starts(line: PrintLine) -> list[float]:
    """Where the pieces of a line begin that wide blanks part."""
    found = [line.words[0].left]
    for before, after in pairwise(line.words):
        if after.left - before.right > max(line.size * 0.9, 6.0):
            found.append(after.left)
    return found


def _block(lines: list[PrintLine], starts: list[float]) -> list[PrintLine]:
    """The lines that keep to the columns, as far as most of them use several."""
    found = [lines[0]]
    for line in lines[1:]:
        if not _keeps(line, starts) or line.top - found[-1].bottom > line.size * 4:
            break
        found.append(line)
    several = sum(1 for line in found if len(_starts(line)) > 1)
    return found if several * 2 >= len(found) and several >= FEWEST_LINES else []


def _keeps(line: PrintLine, starts: list[float]) -> bool:
    for start in _starts(line):
        if not any(abs(start - each) <= NEAR for each in starts):
            return False
    # No word may lie across the place where the next column begins.
    return not any(
        word.left < each - NEAR and word.right > each for word in line.words for each in starts
    )


def _rows(block: list[PrintLine], starts: list[float], page: Page) -> tuple[Row, ...]:
    rows: list[list[PrintLine]] = []
    steps = [after.top - before.top for before, after in pairwise(block)]
    usual = min(steps)
    # Where every step is alike, a row begins where its first column says something.
    even = max(steps) < usual * 1.3
    for before, line in zip([None, *block], block, strict=False):
        begins = before is None or _ruled(before, line, page)
        if not begins and before:
            wide = line.top - before.top >= usual * 1.3
            begins = line.left - starts[0] < NEAR if even else wide
        if begins:
            rows.append([])
        rows[-1].append(line)
    return tuple(Row(tuple(_cells(row, starts, page))) for row in rows)


def _ruled(before: PrintLine, line: PrintLine, page: Page) -> bool:
    middle = (before.top + before.bottom) / 2, (line.top + line.bottom) / 2
    return any(middle[0] < level < middle[1] for _, _, level in page.lying)


def _cells(lines: list[PrintLine], starts: list[float], page: Page) -> list[Cell]:
    ends = [*(start - NEAR for start in starts[1:]), page.width * 2]
    cells = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        low = -page.width if number == 0 else start - NEAR
        words = [word for line in lines for word in line.words if low <= word.left < end]
        room = min(end, page.width) - start
        texts = paragraphs(print_lines(words), room) if words else []
        cells.append(Cell(tuple(Line(fold(text), item) for text, item in texts if fold(text))))
    return cells
