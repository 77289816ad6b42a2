"""Two rounds beside each other, from what their freezes hold. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from frankpledge.language.states import CLOSED, State
from frankpledge.record.digests import is_withdrawn

Doc = Mapping[str, Any]
# How far along: what has begun is further than what was only planned.
ALONG: dict[str, int] = {
    State.BLOCKED: 0,
    State.DELAYED: 1,
    State.NOT_STATED: 2,
    State.NOT_STARTED: 3,
    State.PLANNED: 3,
    State.PART_COMPLETE: 4,
    State.IN_PROGRESS: 5,
    State.THROUGH_ANOTHER: 5,
    State.CARRIED: 5,
    State.STRUCK: 5,
    State.COMPLETE: 6,
}


@dataclass(frozen=True)
class Stood:
    """One outcome, or one promise that has none, as a freeze has it."""

    action: int
    outcome: int | None
    ref: str
    words: str
    label: str
    state: str
    severity: float  # higher is better
    is_good: bool


@dataclass(frozen=True)
class Moved:
    now: Stood
    before: Stood


@dataclass
class Compared:
    up: list[Moved] = field(default_factory=list)
    down: list[Moved] = field(default_factory=list)
    stalled: list[Moved] = field(default_factory=list)  # not well before, and not better now
    same: list[Moved] = field(default_factory=list)
    struck: list[Moved] = field(default_factory=list)
    carried: list[Moved] = field(default_factory=list)
    added: list[Stood] = field(default_factory=list)
    gone: list[Stood] = field(default_factory=list)


def compare(older: Doc, newer: Doc) -> Compared:
    """Both are the 'plan' sections of freezes, and of the same plan."""
    before, now = stood(older), stood(newer)
    found = Compared()
    found.added = [one for key, one in now.items() if key not in before]
    found.gone = [one for key, one in before.items() if key not in now]
    for key, one in now.items():
        if key in before:
            _sort(found, Moved(one, before[key]))
    return found


def _sort(found: Compared, moved: Moved) -> None:
    now, before = moved.now, moved.before
    if now.state != before.state and now.state == State.STRUCK:
        found.struck.append(moved)
    elif now.state != before.state and now.state == State.CARRIED:
        found.carried.append(moved)
    elif now.severity > before.severity:
        found.up.append(moved)
    elif now.severity < before.severity:
        found.down.append(moved)
    elif not now.is_good and now.state not in CLOSED:
        found.stalled.append(moved)
    else:
        found.same.append(moved)


def stood(plan: Doc) -> dict[tuple[int, int | None], Stood]:
    scale = {rating["pk"]: rating for rating in plan["ratings"]}
    found: dict[tuple[int, int | None], Stood] = {}
    for action in plan["actions"]:
        rows = [(None, action)] if _has_none(action) else _outcomes(action)
        for pk, row in rows:
            found[action["pk"], pk] = _stood(action, pk, row, scale)
    return found


def _has_none(action: Doc) -> bool:
    decided = action["state"] in (State.STRUCK, State.CARRIED, State.THROUGH_ANOTHER)
    return decided or not action["outcomes"]


def _outcomes(action: Doc) -> list[tuple[int | None, Doc]]:
    return [(outcome["pk"], outcome) for outcome in action["outcomes"]]


def _stood(action: Doc, pk: int | None, row: Doc, scale: Mapping[int, Doc]) -> Stood:
    rating = scale.get(row["rating_id"] or 0)
    state = row["state"]
    return Stood(
        action=action["pk"],
        outcome=pk,
        ref=_text(action["ref"]),
        words=_text(row["words"]),
        label=_text(rating["label"]) if rating else State(state).words,
        state=state,
        severity=_severity(state, rating),
        is_good=rating["is_good"] if rating else state == State.IN_PROGRESS,
    )


def _severity(state: str, rating: Doc | None) -> float:
    """States first, since ratings stand for them; ratings within a state by their own order."""
    within = rating["severity"] / 1000 if rating else 0.0
    return ALONG[state] + within


def _text(value: Any) -> str:
    return "(withdrawn by law)" if is_withdrawn(value) else str(value or "")
