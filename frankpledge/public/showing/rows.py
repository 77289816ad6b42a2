"""One promise as a line in a list."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from frankpledge.public.addresses import Addresses
from frankpledge.public.showing.stands import Mark, ended, mark_of, when_said
from frankpledge.public.words import listed, shortened

Doc = dict[str, Any]


@dataclass(frozen=True)
class Row:
    ref: str
    words: str
    url: str
    who: str
    when: str
    mark: Mark
    freshness: str
    note: str = ""


def row_of(action: Doc, to: Addresses, as_at: datetime.date, placement: Doc | None = None) -> Row:
    """As it stands under one priority, where some of its words may differ."""
    differs: Mapping[str, str] = (placement or {}).get("variants", {})
    stands = action["stands"]
    return Row(
        ref=(placement or action).get("ref", ""),
        words=shortened(differs.get("action") or action["words"]),
        url=to.promise(action["id"]),
        who=shortened(listed(action["leads"]), 120),
        when=shortened(differs.get("timescale") or _printed(action), 120),
        mark=mark_of(stands),
        freshness=ended(stands, action["closed_on"]) or when_said(stands, as_at),
        note=only(action, placement),
    )


def _printed(action: Doc) -> str:
    """Several times may have been read from the same words: they are shown once."""
    return "; ".join(dict.fromkeys(item["printed"] for item in action["timescales"]))


def only(action: Doc, placement: Doc | None) -> str:
    """Which of its outcomes count here, where not all do."""
    wanted = set((placement or {}).get("only_outcomes", ()))
    numbers = [
        str(outcome["number"] or at)
        for at, outcome in enumerate(action["outcomes"], start=1)
        if outcome["id"] in wanted
    ]
    if not numbers or len(numbers) == len(action["outcomes"]):
        return ""
    return f"with outcome{'s' if len(numbers) > 1 else ''} {listed(numbers)} only"
