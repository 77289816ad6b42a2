"""What is printed on a page of a PDF: words, ruled lines and shaded boxes, with their places."""

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from frankpledge.reading.words import UNSEEN

MOST_OBJECTS = 60_000
MOST_SEGMENTS = 4000
MOST_LETTERS = 200_000
THIN = 2.5
SOFT_HYPHENS = {0x02, 0xFFFE, 0xAD}


@dataclass
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    # Where its last letter begins: the letters of a ligature share one place.
    last: float = 0.0

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass
class Box:
    left: float
    top: float
    right: float
    bottom: float
    shade: str = ""


@dataclass
class Page:
    """Places are counted from the top left, as the page is seen."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    # Lines that lie (left, right at a height) and that stand (top, bottom at a distance).
    lying: list[tuple[float, float, float]] = field(default_factory=list)
    standing: list[tuple[float, float, float]] = field(default_factory=list)
    shades: list[Box] = field(default_factory=list)
    # The ruled lines by the tables that they make, once somebody asked for them.
    ruled: list[Any] | None = None
    # By a program that never breaks a word without a hyphen: ours is made so.
    keeps_words: bool = False


class Placing:
    """Turns the places of the file into those of the page as it is seen."""

    def __init__(self, raw: Any) -> None:
        self.rotation = pdfium.FPDFPage_GetRotation(raw) % 4
        self.width = pdfium.FPDF_GetPageWidthF(raw)
        self.height = pdfium.FPDF_GetPageHeightF(raw)

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 1:
            return y, x
        if self.rotation == 2:
            return self.width - x, y
        if self.rotation == 3:
            return self.width - y, self.height - x
        return x, self.height - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        one, other = self.point(left, bottom), self.point(right, top)
        return Box(
            min(one[0], other[0]),
            min(one[1], other[1]),
            max(one[0], other[0]),
            max(one[1], other[1]),
        )


def read_page(raw: Any, number: int) -> Page:
    placing = Placing(raw)
    page = Page(number, placing.width, placing.height)
    text = pdfium.FPDFText_LoadPage(raw)
    if text:
        try:
            page.words = _words(text, placing)
        finally:
            pdfium.FPDFText_ClosePage(text)
    for at in range(min(pdfium.FPDFPage_CountObjects(raw), MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(raw, at)
        if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_PATH:
            _path(thing, placing, page)
    return page


def _words(text: Any, placing: Placing) -> list[Word]:
    found: list[Word] = []
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    fresh = True
    for at in range(min(pdfium.FPDFText_CountChars(text), MOST_LETTERS)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if code in UNSEEN and code not in SOFT_HYPHENS:
            continue
        letter = "-" if code in SOFT_HYPHENS else chr(code) if 0 < code < 0x110000 else " "
        if letter.isspace() or 0xD800 <= code < 0xE000:
            fresh = True
            continue
        pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
        box = placing.box(left.value, bottom.value, right.value, top.value)
        last = found[-1] if found else None
        if not fresh and last and _goes_on(last, box):
            last.text += letter
            last.right, last.last = max(last.right, box.right), box.left
            last.top, last.bottom = min(last.top, box.top), max(last.bottom, box.bottom)
        else:
            size = pdfium.FPDFText_GetFontSize(text, at)
            bold = pdfium.FPDFText_GetFontWeight(text, at) >= 600
            edges = (box.left, box.top, box.right, box.bottom)
            found.append(Word(letter, *edges, size, bold, box.left))
        fresh = False
    return found


def _goes_on(word: Word, box: Box) -> bool:
    size = max(word.size, 4.0)
    level = abs((box.top + box.bottom) - (word.top + word.bottom)) / 2 < size * 0.75
    near = -size * 0.6 < box.left - word.right < size * 0.35
    return level and (near or abs(box.left - word.last) < 0.01)


def _path(thing: Any, placing: Placing, page: Page) -> None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return
    box = placing.box(left.value, bottom.value, right.value, top.value)
    wide, high = box.right - box.left, box.bottom - box.top
    if wide > page.width * 1.5 or high > page.height * 1.5:
        return
    if high <= THIN < wide:
        page.lying.append((box.left, box.right, (box.top + box.bottom) / 2))
        return
    if wide <= THIN < high:
        page.standing.append((box.top, box.bottom, (box.left + box.right) / 2))
        return
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(thing, filled, stroked)
    if filled.value and wide > 4 and high > 4:
        box.shade = _shade(thing)
        if box.shade:
            page.shades.append(box)
    if stroked.value:
        _segments(thing, placing, page)


def _shade(thing: Any) -> str:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha) or not alpha.value:
        return ""
    return f"{red.value:02x}{green.value:02x}{blue.value:02x}"


def _segments(thing: Any, placing: Placing, page: Page) -> None:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    first: tuple[float, float] | None = None
    for at in range(min(pdfium.FPDFPath_CountSegments(thing), MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(thing, at)
        if not segment or not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        place = placing.point(
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            first = place
        elif before:
            _line(before, place, page)
        if first and pdfium.FPDFPathSegment_GetClose(segment):
            _line(place, first, page)
        before = place


def _line(one: tuple[float, float], other: tuple[float, float], page: Page) -> None:
    wide, high = abs(one[0] - other[0]), abs(one[1] - other[1])
    if high < 1 and wide > 4:
        page.lying.append((min(one[0], other[0]), max(one[0], other[0]), (one[1] + other[1]) / 2))
    elif wide < 1 and high > 4:
        page.standing.append((min(one[1], other[1]), max(one[1], other[1]), one[0]))
