"""A cell that holds several things: numbered, bulleted, in paragraphs, or sentence by sentence."""

import re
from dataclasses import dataclass
from functools import lru_cache

from frankpledge.reading.understanding.entries import ENDED, Piece
from frankpledge.reading.words import fold, words

BULLET = re.compile(r"\s*[•▪●◦‣]\s*")
SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z0-9%'\"“‘£])")
SHORT_FORM = re.compile(r"(?:\b(?:e\.g|i\.e|etc|no|approx|cllr|mr|mrs|dr|st|insp|sgt)\.)\Z", re.I)
BEFORE_NUMBER = re.compile(r"(?:\A|\n|[.;:)!?,'”\"]\s*)\Z")
# "Completion of action 2. It will ..." speaks of a number and does not begin one.
POINTS_AT = re.compile(
    r"\b(?:actions?|objectives?|priorit(?:y|ies)|outcomes?|phases?|stages?|steps?|sections?|no|and|"
    r"years?|quarters?|levels?|tiers?|tables?)\Z",
    re.I,
)


@dataclass
class Part:
    text: str
    number: int | None = None
    row: int = 0
    struck: bool = False
    flat: bool = False


def parts(pieces: list[Piece], most: int = 0) -> list[Part]:
    """The separate things; `most` says how many marks of status there are, where they are known."""
    found: list[Part] = []
    for paragraph in _paragraphs(pieces):
        found += _numbered(paragraph, _expected(found))
    flat = any(part.flat for part in found)
    while flat and most and len(found) > most and found[-1].number is None:
        last = found.pop()
        found[-1].text = f"{found[-1].text} {last.text}"
    return [part for part in found if words(part.text) or part.number is not None]


def _expected(found: list[Part]) -> int:
    numbers = [part.number for part in found if part.number is not None]
    return (numbers[-1] if numbers else len(found)) + 1


def _paragraphs(pieces: list[Piece]) -> list[Part]:
    held: list[Part] = []
    for piece in pieces:
        if held and _goes_on(held[-1], piece):
            held[-1].text += f"\n{piece.text}"
        else:
            held.append(Part(piece.text, None, piece.row, piece.struck, piece.flat))
    return held


def _goes_on(part: Part, piece: Piece) -> bool:
    if piece.item or piece.own_row:
        return False
    if piece.text[:1].islower():
        return True
    return not piece.apart or (not ENDED.search(part.text) and piece.row != part.row)


def _numbered(paragraph: Part, expected: int) -> list[Part]:
    text = paragraph.text
    cuts = _cuts(text, expected) or (_cuts(text, 1) if expected > 1 else [])
    if not cuts:
        start = re.match(r"(\d{1,2})[.)]\s+(?=\D)", text)
        cuts = [(0, start.end(), int(start.group(1)))] if start else []
    if not cuts:
        return _unnumbered(paragraph, text)
    found = _unnumbered(paragraph, text[: cuts[0][0]]) if text[: cuts[0][0]].strip() else []
    for at, (_, begins, number) in enumerate(cuts):
        end = cuts[at + 1][0] if at + 1 < len(cuts) else len(text)
        found.append(
            Part(fold(text[begins:end]), number, paragraph.row, paragraph.struck, paragraph.flat)
        )
    return found


def _cuts(text: str, want: int) -> list[tuple[int, int, int]]:
    """Where "1.", "2.", "3." stand, each at the start of a line or after a sentence."""
    found: list[tuple[int, int, int]] = []
    position = 0
    while True:
        marker = _marker(want).search(text, position)
        if not marker:
            return found if len(found) > 1 or (found and _stands_first(text, found[0])) else []
        before = text[: marker.start()].rstrip(" ")
        capital = bool(found) and text[marker.end()].isupper() and not POINTS_AT.search(before)
        if BEFORE_NUMBER.search(before) or capital:
            found.append((marker.start(), marker.end(), want))
            want += 1
        position = marker.end()


@lru_cache(maxsize=64)
def _marker(number: int) -> re.Pattern[str]:
    return re.compile(rf"(?<!\d\.)(?<![\w£]){number}\s?[.)](?!\d)\s*(?=\S)")


def _stands_first(text: str, cut: tuple[int, int, int]) -> bool:
    return not text[: cut[0]].strip() or cut[2] > 1


def _unnumbered(paragraph: Part, text: str) -> list[Part]:
    pieces = [piece for piece in BULLET.split(text) if piece.strip()]
    if len(pieces) < 2 and paragraph.flat:
        pieces = sentences(text)
    return [
        Part(fold(piece), None, paragraph.row, paragraph.struck, paragraph.flat) for piece in pieces
    ]


def sentences(text: str) -> list[str]:
    found: list[str] = []
    for piece in SENTENCE.split(fold(text)):
        if found and SHORT_FORM.search(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found
