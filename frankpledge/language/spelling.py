"""Words that a document's columns cut in two, and a few that hands often slip on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from frankpledge.language.vocabulary import MONTHS, RHYTHMS, SEASON_NAMES
from frankpledge.language.wordlist import words

if TYPE_CHECKING:
    from frankpledge.language.tokens import Token

# Only long and unmistakable words are put together again or forgiven a letter.
LONG = frozenset(
    word
    for word in (
        *MONTHS,
        *RHYTHMS,
        *SEASON_NAMES,
        *("quarter", "fortnight", "ongoing", "continuous", "necessary", "required"),
        *("appropriate", "meeting", "reduction", "decrease", "increase", "complete"),
        *("completed", "progress", "started"),
    )
    if len(word) >= 6
)
WHOLE = words("on going week month year quarter start complete meet")
FORGIVEN = frozenset(
    word
    for word in LONG
    if (word in MONTHS and len(word) >= 7) or word in {"quarterly", "fortnightly", "monthly"}
)


def mended(tokens: list[Token], plain: str) -> Iterator[Token]:
    at = 0
    while at < len(tokens):
        joined = _joined(tokens, at, plain)
        if joined:
            yield joined
            at += 2
        else:
            yield _forgiven(tokens[at])
            at += 1


def _joined(tokens: list[Token], at: int, plain: str) -> Token | None:
    if at + 1 >= len(tokens):
        return None
    left, right = tokens[at], tokens[at + 1]
    if left.kind != "word" or right.kind != "word":
        return None
    text = left.text + right.text
    one_space = plain[left.end : right.start] in {" ", "  "}
    if one_space and text in LONG and (left.text not in LONG or right.text not in WHOLE):
        return replace(left, text=text, end=right.end)
    return None


def _forgiven(token: Token) -> Token:
    if token.kind != "word" or not 6 <= len(token.text) <= 12 or token.text in LONG:
        return token
    return replace(token, text=_nearest(token.text))


@lru_cache(maxsize=2048)
def _nearest(word: str) -> str:
    near = [known for known in FORGIVEN if known[0] == word[0] and one_slip(word, known)]
    return near[0] if len(near) == 1 else word


def one_slip(word: str, known: str) -> bool:
    """One letter missing, added or wrong, or two neighbours swapped."""
    if abs(len(word) - len(known)) > 1:
        return False
    same = 0
    while same < min(len(word), len(known)) and word[same] == known[same]:
        same += 1
    rest, other = word[same:], known[same:]
    if rest[1:] == other or rest == other[1:] or rest[1:] == other[1:]:
        return True
    return rest[:2] == other[1::-1] and rest[2:] == other[2:] and len(rest) > 1
