"""Why a change was not made."""

from collections.abc import Mapping, Sequence
from typing import Any


class Refused(Exception):
    """The change would break a promise of the product. Its text is one sentence for people."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field  # the field of a form beside which the sentence belongs, if any

    @property
    def sentences(self) -> tuple[str, ...]:
        return (self.sentence,)


class RefusedEach(Refused):
    """Several things are wrong at once, each with a sentence of its own."""

    def __init__(self, sentences: Sequence[str], *, field: str = "") -> None:
        super().__init__("\n".join(sentences), field=field)
        self._each = tuple(sentences)

    @property
    def sentences(self) -> tuple[str, ...]:
        return self._each


class Stale(Exception):
    """Somebody else changed the same thing first. Nothing was saved."""

    def __init__(self, *, version: int, current: Mapping[str, Any]) -> None:
        super().__init__("Somebody else changed this while you were typing.")
        self.version = version
        self.current = dict(current)
