"""Sentences of an update, and whether one of them denies what a word in it says."""

import re
from collections.abc import Iterator

_END = re.compile(r"(?<=[.!?;])\s+(?=[A-Z0-9(])|\n+|\s[•●]\s")
_DENIED = re.compile(
    r"\b(?:no|not|never|nothing|none|without|neither|nor|avoid\w*|prevent\w*|rather than|"
    r"instead of|no longer|n't)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
LONGEST_QUOTE = 160


def sentences(text: str) -> Iterator[str]:
    for one in _END.split(text):
        if one.strip():
            yield " ".join(one.split())


def is_denied(sentence: str, at: int) -> bool:
    return bool(_DENIED.search(sentence[:at]))


def found(pattern: re.Pattern[str], sentence: str) -> re.Match[str] | None:
    """The first place where the sentence says so, and does not deny it."""
    places = pattern.finditer(sentence)
    return next((one for one in places if not is_denied(sentence, one.start())), None)


def quoted(sentence: str) -> str:
    if len(sentence) <= LONGEST_QUOTE:
        return sentence
    return sentence[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
