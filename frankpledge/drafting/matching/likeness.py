"""How alike two promises are: by words, the rare ones counting for more than the common."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from frankpledge.reading.words import words

ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s")
SHORTEST = 4


def stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in words(text.casefold()))


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word


def weights(all_stems: Iterable[frozenset[str]]) -> dict[str, float]:
    listed = list(all_stems)
    held = Counter(stem for stems_of_one in listed for stem in stems_of_one)
    return {stem: math.log(1 + len(listed) / count) for stem, count in held.items()}


def weight(stems_of_one: Iterable[str], by: Mapping[str, float]) -> float:
    return sum(by[stem] for stem in stems_of_one)


def likeness(one: frozenset[str], other: frozenset[str], by: Mapping[str, float]) -> float:
    """From 0, nothing in common, to 1, the same words."""
    whole = weight(one, by) + weight(other, by)
    return 2 * weight(one & other, by) / whole if whole else 0.0


def held_in(part: frozenset[str], whole: frozenset[str], by: Mapping[str, float]) -> float:
    """How much of the one is in the other."""
    total = weight(part, by)
    return weight(part & whole, by) / total if total else 0.0
