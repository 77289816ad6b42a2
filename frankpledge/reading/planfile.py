"""A plan file that is given as JSON: looked at from end to end, and refused in one sentence."""

import json
from typing import Any

from frankpledge.reading.errors import Unreadable
from frankpledge.reading.formats.encoding import decoded
from frankpledge.reading.shapes import (
    ACTION,
    FIGURES,
    HEAD,
    OUTCOME,
    PASSAGE,
    PRIORITY,
    VARIANT,
    Malformed,
    filled,
    listed,
    need,
)

__all__ = ["Malformed", "checked_file", "is_json", "read"]

PlanFile = dict[str, Any]
MOST_ACTIONS = 5_000
MOST_PRIORITIES = 1_000
MOST_OUTCOMES = 200
NEEDED = ("priorities", "actions")
STATUS: PlanFile = {"text": None, "colour": None}
UPDATE: PlanFile = {"text": "", "as_at": None}
NO_PLAN = "is JSON, but no plan file"


def is_json(data: bytes, name: str) -> bool:
    """JSON by its name, or by what it begins with and by being whole."""
    if name.lower().endswith(".json"):
        return True
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"{":
        return False
    try:
        return isinstance(_loaded(data), dict)
    except (ValueError, RecursionError):
        return False


def read(data: bytes) -> PlanFile:
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("is empty")
    try:
        found = _loaded(data)
    except RecursionError as error:
        raise Unreadable("is nested deeper than any plan") from error
    except ValueError as error:
        raise Unreadable("is not whole JSON: save it again from where it came") from error
    if not isinstance(found, dict) or not all(name in found for name in NEEDED):
        raise Unreadable(f"{NO_PLAN}: it has no list of priorities and no list of actions")
    try:
        return checked_file(found)
    except Malformed as error:
        raise Unreadable(f"{NO_PLAN}: {error}") from error


def _loaded(data: bytes) -> Any:
    return json.loads(decoded(data), parse_constant=_refuse)


def _refuse(name: str) -> None:
    raise ValueError(name)


def checked_file(file: PlanFile) -> PlanFile:
    """The plan file with what it leaves out filled in. Raises Malformed."""
    need(isinstance(file, dict), "it must be one object")
    found = filled(file, HEAD, "the plan")
    found["priorities"] = [
        filled(each, PRIORITY, f"priority {n}")
        for n, each in enumerate(listed(file, "priorities", MOST_PRIORITIES), start=1)
    ]
    found["actions"] = [
        _action(each, f"action {n}")
        for n, each in enumerate(listed(file, "actions", MOST_ACTIONS), start=1)
    ]
    found["figures"] = [
        filled(each, FIGURES, f"table {n}") for n, each in enumerate(found["figures"], start=1)
    ]
    found["passages"] = [
        filled(each, PASSAGE, f"passage {n}") for n, each in enumerate(found["passages"], start=1)
    ]
    _tied(found)
    return found


def _action(given: Any, where: str) -> PlanFile:
    found = _said(filled(given, ACTION, where))
    found["outcomes"] = _outcomes(found, where)
    found["variants"] = {
        name: _variant(differs, where) for name, differs in found["variants"].items()
    }
    return found


def _variant(given: Any, where: str) -> PlanFile:
    found = _said(filled(given, VARIANT, f"a variant of {where}"))
    plain = all(value is None or isinstance(value, str | list | dict) for value in found.values())
    need(plain, f"a variant of {where} must hold texts")
    return {**found, "outcomes": _outcomes(found, where)} if "outcomes" in found else found


def _outcomes(entry: PlanFile, where: str) -> list[PlanFile]:
    listed_here = listed(entry, "outcomes", MOST_OUTCOMES)
    return [
        _said(filled(each, OUTCOME, f"outcome {n} of {where}"))
        for n, each in enumerate(listed_here, start=1)
    ]


def _said(entry: PlanFile) -> PlanFile:
    """How it stands and what was last said of it, with all their parts."""
    for name, parts in (("status", STATUS), ("update", UPDATE)):
        if entry.get(name) is not None:
            entry[name] = {**parts, **entry[name]}
    if entry.get("updates"):
        entry["updates"] = [{**UPDATE, **each} for each in entry["updates"]]
    return entry


def _tied(found: PlanFile) -> None:
    """Every priority that is named is there, once, and none stands under itself."""
    parents: dict[str, str | None] = {}
    for each in found["priorities"]:
        need(each["id"] not in parents, f"two priorities have the id {each['id']}")
        parents[each["id"]] = each["parent"]
    for name, parent in parents.items():
        need(parent is None or parent in parents, f"priority {name} stands under one not there")
    for name in parents:
        _no_circle(name, parents)
    for n, action in enumerate(found["actions"], start=1):
        for name in [*action["priorities"], *action["variants"]]:
            need(name in parents, f"action {n} stands under a priority that is not there")


def _no_circle(name: str, parents: dict[str, str | None]) -> None:
    seen: set[str] = set()
    here: str | None = name
    while here is not None:
        need(here not in seen, f"priority {name} stands under itself")
        seen.add(here)
        here = parents[here]
