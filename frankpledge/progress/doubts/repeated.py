"""The same words as last round: nobody may have looked."""

import re
from collections.abc import Iterator
from itertools import takewhile

from frankpledge.language.sentences import quoted
from frankpledge.progress.doubts.model import Doubt, Said

SHORTEST = 12  # letters: 'As above' is no news, and no copy either
_TIMES = {2: "two", 3: "three", 4: "four"}
ROUNDS_OF_NO_CHANGE = 3


def same_words_again(said: Said) -> Iterator[Doubt]:
    if said.no_change and not plain(said.happened):
        alike = 1 + sum(1 for _ in takewhile(_is_no_change, said.before))
        if alike >= ROUNDS_OF_NO_CHANGE:
            yield _doubt(said, f"has said ‘no change’ {_times(alike)} rounds running", "")
        return
    words = plain(said.happened)
    alike = 1 + sum(1 for _ in takewhile(lambda before: plain(before) == words, said.before))
    if alike > 1 and len(words) >= SHORTEST:
        yield _doubt(said, f"has said the same words {_times(alike)} rounds running", said.happened)


def plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().lower()


def _is_no_change(before: str) -> bool:
    return plain(before) in ("no change since last time", "")


def _times(many: int) -> str:
    return _TIMES.get(many, str(many))


def _doubt(said: Said, says: str, words: str) -> Doubt:
    return Doubt(
        said.answer,
        "same-words",
        says,
        quote=quoted(" ".join(words.split())),
        ask="You said the same last time. What happened in this period?",
    )
