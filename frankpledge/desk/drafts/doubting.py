"""Doubts by their kind: what is alike is looked at together, and left together."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from frankpledge.drafting.doubts import Doubt

# What to call them in a list, one or several.
CALLED = {
    "column": "column,columns",
    "torn": "title that seems torn,titles that seem torn",
    "row": "row that may be something else,rows that may be something else",
    "wordless": "row without words,rows without words",
    "no-priority": "promise under no priority,promises under no priority",
    "status": "status without a meaning,statuses without a meaning",
    "colour": "colour that disagrees,colours that disagree",
    "lead": "lead whom nobody goes by,leads whom nobody goes by",
    "no-lead": "promise without a lead,promises without a lead",
    "no-timescale": "promise without a date,promises without a date",
    "date": "timescale,timescales",
    "as-above": "‘as above’,times ‘as above’",
    "joined": "promise under several priorities,promises under several priorities",
    "loose": "piece without a place,pieces without a place",
    "marks": "row of loose marks,rows of loose marks",
    "finding": "finding,findings",
    "figures": "table of figures,tables of figures",
    "sum": "sum that does not come out,sums that do not come out",
    "target": "target that nobody can judge,targets that nobody can judge",
}
# Where something was guessed, it is right or wrong. Elsewhere it is as it is, and may stay so.
GUESSED = {"row", "as-above", "joined", "date", "colour"}
MOST_AT_ONCE = 200


@dataclass(frozen=True)
class Kind:
    key: str
    called: str
    count: int
    url: str
    chosen: bool


def kinds_of(left: list[Doubt], chosen: str) -> list[Kind]:
    counted: dict[str, int] = {}
    for doubt in left:
        counted[doubt.kind] = counted.get(doubt.kind, 0) + 1
    return [
        Kind(
            kind,
            CALLED.get(kind, "thing"),
            count,
            f"?{urlencode({'kind': kind})}#doubts",
            kind == chosen,
        )
        for kind, count in counted.items()
    ]


def at_once(doubts: list[Doubt]) -> dict[str, Any]:
    """What one button sends that leaves all of these as they are."""
    return {"doubts": [doubt.key for doubt in doubts[:MOST_AT_ONCE]]}
