"""PDF: words, lines and shades by where they stand on the page."""

import re
from collections import Counter
from dataclasses import replace
from statistics import median
from typing import Any

import pypdfium2 as engine
import pypdfium2.raw as pdfium

from frankpledge.reading.blocks import Block, Document, Grid, Heading, Paragraph
from frankpledge.reading.errors import Unreadable
from frankpledge.reading.formats.pdf_joined import joined_over_pages
from frankpledge.reading.formats.pdf_lines import BULLET, PrintLine, paragraphs, print_lines
from frankpledge.reading.formats.pdf_page import Page, read_page
from frankpledge.reading.formats.pdf_tables import Table, ruled_tables, tables
from frankpledge.reading.formats.text import looks_like_heading
from frankpledge.reading.words import fold, words

MOST_PAGES = 400
OURS = "Frankpledge"  # papers of ours say so of themselves
# How near to the edge a running head stands: a share of the page, or so many points.
EDGE, LEAST_EDGE = 0.1, 42.0
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"\W*(?:page\W*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\W*\Z", re.I)
Piece = tuple[float, Block]


def read(data: bytes) -> Document:
    document = Document()
    pages = _pages(data)
    if not any(page.words for page in pages):
        raise Unreadable("holds no text, only pictures of it: it must be typed or recognised first")
    heads = _running_heads(pages)
    sizes = [word.size for page in pages for word in page.words]
    body = median(sizes)
    unclosed: list[Grid] = []
    for page in pages:
        document.furniture += _take_heads(page, heads)
        for _, block in _blocks(page, body, unclosed):
            document.blocks.append(block)
    document.blocks = joined_over_pages(document.blocks, unclosed)
    return document


def _pages(data: bytes) -> list[Page]:
    try:
        document = engine.PdfDocument(data)
    except engine.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Unreadable("is encrypted: save it without a password first") from error
        raise Unreadable("is damaged or was cut off: it is not a whole PDF") from error
    try:
        if len(document) > MOST_PAGES:
            raise Unreadable(f"has {len(document)} pages: save the plan's own pages by themselves")
        keeps = document.get_metadata_dict().get("Keywords") == OURS
        pages = [_page(document, at) for at in range(len(document))]
        return [replace(page, keeps_words=keeps) for page in pages]
    finally:
        document.close()


def _page(document: Any, at: int) -> Page:
    raw = pdfium.FPDF_LoadPage(document.raw, at)
    if not raw:
        raise Unreadable(f"is damaged: its page {at + 1} cannot be opened")
    try:
        return read_page(raw, at + 1)
    finally:
        pdfium.FPDF_ClosePage(raw)


def _at_edge(line: PrintLine, page: Page) -> bool:
    edge = max(page.height * EDGE, LEAST_EDGE)
    if line.bottom >= edge and line.top <= page.height - edge:
        return False
    return not _in_a_table(line, page, edge)


def _in_a_table(line: PrintLine, page: Page, edge: float) -> bool:
    """The head of a table that is said again on each page is no running head of the paper."""
    boxes = [each.box for each in ruled_tables(page)]
    return any(
        box.top - 1 <= line.top
        and line.bottom <= box.bottom + 1
        and (box.bottom > edge and box.top < page.height - edge)
        for box in boxes
    )


def _running_heads(pages: list[Page]) -> set[str]:
    """What stands at the top or foot of several pages, whatever number it bears."""
    seen: Counter[str] = Counter()
    for page in pages:
        edge = [line for line in print_lines(page.words) if _at_edge(line, page)]
        seen.update({DIGITS.sub("#", line.text) for line in edge})
    return {text for text, times in seen.items() if times >= max(2, len(pages) * 0.4)}


def _take_heads(page: Page, heads: set[str]) -> list[str]:
    taken: list[str] = []
    for line in print_lines(page.words):
        running = DIGITS.sub("#", line.text) in heads
        if _at_edge(line, page) and (running or PAGE_NUMBER.match(line.text)):
            taken.append(fold(line.text))
            gone = {id(word) for word in line.words}
            page.words = [word for word in page.words if id(word) not in gone]
    return taken


def _blocks(page: Page, body: float, unclosed: list[Grid]) -> list[Piece]:
    found, rest = tables(page)
    unclosed += [table.grid for table in found if table.is_open]
    pieces: list[Piece] = [(table.box.top, table.grid) for table in found]
    held: list[PrintLine] = []
    for line in print_lines(rest):
        if held and _parted(held[-1], line, found):
            pieces += _prose(held, body, page)
            held = []
        held.append(line)
    pieces += _prose(held, body, page)
    return sorted(pieces, key=lambda piece: piece[0])


def _parted(before: PrintLine, line: PrintLine, found: list[Table]) -> bool:
    between = any(before.top < table.box.top < line.top for table in found)
    looks = abs(before.size - line.size) > 0.6 or before.bold != line.bold
    gap = line.top - before.bottom > max(line.size, before.size) * 0.75
    return between or looks or gap


def _prose(lines: list[PrintLine], body: float, page: Page) -> list[Piece]:
    if not lines:
        return []
    top = lines[0].top
    text = fold(" ".join(line.text for line in lines))
    larger = lines[0].size > body * 1.12
    if (larger or lines[0].bold) and not BULLET.match(text) and len(words(text)) <= 30:
        level = 1 if lines[0].size > body * 1.6 else 2 if larger else 4
        if larger or looks_like_heading(text):
            return [(top, Heading(text, level, guessed=True))]
    return [
        (top + at / 1000, Paragraph(fold(each), item=item))
        for at, (each, item) in enumerate(paragraphs(lines, page.width))
        if fold(each)
    ]
