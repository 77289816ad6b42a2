"""A line of the record as a person reads it."""

import datetime
from dataclasses import dataclass
from typing import Any

from frankpledge.record.digests import is_withdrawn
from frankpledge.record.models import Line

GONE = "(withdrawn by law)"


@dataclass(frozen=True)
class Worded:
    number: int
    at: datetime.datetime
    by: str
    what: str
    did: str
    changes: list[tuple[str, str, str]]  # field, old, new
    why: str
    hash: str


def line_in_words(line: Line) -> Worded:
    old, new = line.content.get("old", {}), line.content.get("new", {})
    names = dict.fromkeys([*_dict(old), *_dict(new)])
    return Worded(
        number=line.number,
        at=line.at,
        by=line.by,
        what=line.what,
        did=did(line.verb),
        changes=[
            (name, plain(_dict(old).get(name)), plain(_dict(new).get(name))) for name in names
        ],
        why=line.why,
        hash=line.hash[:12],
    )


def did(verb: str) -> str:
    """'action.changed' is read as 'Action changed'."""
    thing, _, deed = verb.partition(".")
    words = f"{thing} {deed}".replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _dict(value: Any) -> dict[str, Any]:
    return {} if is_withdrawn(value) else value


def plain(value: Any) -> str:
    if is_withdrawn(value):
        return GONE
    if isinstance(value, list):
        return "; ".join(plain(item) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {plain(item)}" for key, item in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
