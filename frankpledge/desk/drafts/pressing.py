"""What a button sends. Nothing of it is believed before a change has looked at it."""

import json
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

MOST_GIVEN = 50_000  # characters; a button of ours sends a few dozen
LISTS = {"priorities"}  # of which several may be chosen


@dataclass(frozen=True)
class Pressed:
    """What a button sends: the kind of mend, what it is given, and what was answered."""

    kind: str
    given: dict[str, Any]
    asks: str
    label: str
    version: int

    @property
    def hidden(self) -> dict[str, str]:
        return {
            "kind": self.kind,
            "given": json.dumps(self.given),
            "asks": self.asks,
            "label": self.label,
        }


def pressed(typed: QueryDict) -> Pressed:
    asks, given = typed.get("asks", "")[:40], _given(typed.get("given", ""))
    if asks and asks != "text":
        answers = [answer[:200] for answer in typed.getlist("answer")]
        one = answers[-1] if answers else ""
        given, asks = {**given, asks: answers if asks in LISTS else one}, ""
    return Pressed(
        kind=typed.get("kind", "")[:40],
        given=given,
        asks=asks,
        label=typed.get("label", "")[:200] or "Mend it",
        version=version_of(typed),
    )


def _given(sent: str) -> dict[str, Any]:
    try:
        found = json.loads(sent[:MOST_GIVEN])
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def version_of(typed: QueryDict) -> int:
    sent = typed.get("version", "")
    return int(sent) if sent.isdecimal() and sent.isascii() and len(sent) < 10 else 0
