"""Where a piece of the document went, told once for each promise and not once for each cell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from frankpledge.desk.drafts.around import tail_of

# Such as '2.2, outcome 1, how it stands': what it is of, and which part of that.
PARTS = re.compile(r"(.*?), ((?:the|an|outcome|how it stands|as it stands)\b.*)", re.S)

OUTCOME = re.compile(r"\.o\d+$")


@dataclass
class Place:
    name: str
    tail: str  # of its page's address; nothing for what has none
    one: str = ""  # the id of the promise or the piece
    parts: list[str] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """promises, priorities, outcomes, pieces: the folder of its page."""
        return self.tail.partition("/")[0]

    @property
    def can_be_mended(self) -> bool:
        """A running head may become something else on its own page; it is hardly ever meant."""
        return self.kind == "promises" or (self.kind == "pieces" and self.one[0] != "r")


def with_places(pieces: Iterable[Any]) -> list[tuple[Any, list[Place]]]:
    return [(piece, places(piece.went)) for piece in pieces]


def places(went: Iterable[Any]) -> list[Place]:
    found: dict[str, Place] = {}
    for one in went:
        split = PARTS.fullmatch(one.label)
        name, part = (split[1], split[2]) if split else (one.label, "")
        if one.id.startswith("o."):  # an outcome that a mend made has a page of its own
            name, part = one.label, ""
        root = OUTCOME.sub("", one.id)
        place = found.setdefault(name, Place(name, tail_of(root), root))
        if part and part not in place.parts:
            place.parts.append(part)
    return list(found.values())
