"""Words and white space: what counts as a word, and what is only print."""

import re
from collections import Counter
from collections.abc import Iterable

WORD = re.compile(r"\w+")
# Characters that print nothing and only break words in two.
UNSEEN = dict.fromkeys((0, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
LETTERS = re.compile(r"[^\W\d_]{3,}")


def fold(text: str) -> str:
    return " ".join(text.translate(UNSEEN).split())


def words(text: str) -> list[str]:
    return WORD.findall(text.translate(UNSEEN))


def tally(texts: Iterable[str]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(words(text))
    return counted


def worded(text: str) -> bool:
    """Whether it holds anything that a person would call a word."""
    return bool(LETTERS.search(text))


def alike(text: str) -> str:
    """The form in which two printings of the same words are the same."""
    return " ".join(words(text.casefold()))
