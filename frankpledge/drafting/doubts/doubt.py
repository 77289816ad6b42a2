"""One thing that the reader was not sure of, and what can be done about it."""

import dataclasses
import zlib
from typing import Any


@dataclasses.dataclass(frozen=True)
class Offer:
    kind: str  # of the mend
    given: dict[str, Any]
    label: str
    asks: str = ""  # the one thing still to be given


@dataclasses.dataclass
class Doubt:
    kind: str
    sentence: str
    of: str = ""
    field: str = ""
    printed: str = ""  # the document's own words
    understood: str = ""
    offers: list[Offer] = dataclasses.field(default_factory=list)
    seen: bool = False

    @property
    def key(self) -> str:
        """The same for as long as the same words are in doubt for the same reason."""
        words = f"{self.sentence}\n{self.printed}"
        return f"{self.kind}.{self.of}.{self.field}.{zlib.crc32(words.encode()):08x}"


def label_of(action: dict[str, Any], most: int = 60) -> str:
    words = action["action"] or action["aim"] or "a row without words"
    words = words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
    return f"{action['ref']} {words}" if action["ref"] else str(words)


def change_text(of: str, field: str, label: str) -> Offer:
    return Offer("words", {"of": of, "field": field}, label, "text")
