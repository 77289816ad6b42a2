"""Where a text falls apart into separate statements."""

from collections.abc import Callable

from frankpledge.language.anchors import Anchor
from frankpledge.language.tokens import Line
from frankpledge.language.wordlist import words

ABBREVIATED = words("no nos min max approx e.g i.e eg ie etc yr yrs st dr mr mrs insp sgt")
JOINING = words(", . ; : - / & ( [ and or to then also by with in")
CLOSING = words(", . ; : - / & ( [ ) ] and or then also")

Clause = tuple[int, int]


def covered(anchors: list[Anchor]) -> set[int]:
    return {at for anchor in anchors for at in range(anchor.first, anchor.last)}


def sentences(line: Line, anchors: list[Anchor]) -> list[Clause]:
    return _cut(line, lambda at: _ends_sentence(line, at), covered(anchors))


def statements(line: Line, anchors: list[Anchor]) -> list[Clause]:
    """Sentences, cut again at dashes that stand apart."""
    inside = covered(anchors)
    return _cut(line, lambda at: _ends_sentence(line, at) or _spaced_dash(line, at), inside)


def _cut(line: Line, ends: Callable[[int], bool], inside: set[int]) -> list[Clause]:
    found: list[Clause] = []
    start = 0
    for at in range(len(line)):
        if at not in inside and ends(at):
            found.append((start, at))
            start = at + 1
    found.append((start, len(line)))
    return [clause for clause in found if clause[0] < clause[1]]


def _ends_sentence(line: Line, at: int) -> bool:
    token = line[at]
    if token.kind == "break" or token.text in {";", "|", "•"}:
        return True
    if token.text not in {".", "?", "!"}:
        return False
    following = line[at + 1]
    if following.kind == "end":
        return True
    apart = following.start > token.end
    before = line[at - 1].text
    return apart and before not in ABBREVIATED and (len(before) > 1 or line[at - 1].kind != "word")


def _spaced_dash(line: Line, at: int) -> bool:
    token = line[at]
    numbers = {line[at - 1].kind, line[at + 1].kind} <= {"number", "percent"}
    if numbers or line.word(at + 1) == "£":
        return False
    return token.text == "-" and at > 0 and line[at + 1].start > token.end > line[at - 1].end + 1


def trimmed(line: Line, first: int, last: int) -> str:
    """The printed words between two tokens, without what only joined them to others."""
    while first < last and (line.word(first) in JOINING or line[first].kind == "break"):
        first += 1
    while last > first and (line.word(last - 1) in CLOSING or line[last - 1].kind == "break"):
        last -= 1
    text = line.slice(first, last)
    if text.count("(") > text.count(")"):
        text = text.replace("(", "", 1) if text.startswith("(") else f"{text})"
    return text if any(letter.isalpha() for letter in text) else ""
