"""Two rows that are one promise, and one row that is two."""

import copy
from collections import Counter
from typing import Any

from frankpledge.drafting.mending.work import Entry, Given, Unfit, Work, new_action, put
from frankpledge.drafting.words import (
    ACTION,
    action_texts,
    as_text,
    outcome_texts,
    printed,
    status_text,
)
from frankpledge.reading.words import alike, tally, words

FIELDS = ("ref", "aim", "action", "lead", "support", "timescale", "resources", "update", "status")
ONE_PROMISE = "A promise cannot be joined with itself."
NOT_JOINED = "It does not stand there by a row of its own."


def same(work: Work, given: Given) -> None:
    base, other = work.action(given["action"]), work.action(given["with"])
    if base is other:
        raise Unfit(ONE_PROMISE)
    new = [name for name in other["priorities"] if name not in base["priorities"]]
    if base["priorities"]:
        base["priorities"] += new
        _vary(base, other, new)
    else:
        base["priorities"] = list(other["priorities"])
        new = []
    if not new:
        _add_outcomes(base, other)
    name = (other["priorities"] or base["priorities"] or [""])[0]
    base["printed"] += [{"priority": name, "cells": cells(other)}, *other["printed"]]
    work.file["actions"].remove(other)


def _vary(base: Entry, other: Entry, new: list[str]) -> None:
    differs = {name: other[name] for name in FIELDS if _plain(other[name]) != _plain(base[name])}
    if _texts(other) != _texts(base):
        differs["outcomes"] = other["outcomes"]
    for name in new:
        varied = {**differs, **other["variants"].get(name, {})}
        if varied:
            base["variants"][name] = varied


def _add_outcomes(base: Entry, other: Entry) -> None:
    had = set(_texts(base))
    base["outcomes"] += [each for each in other["outcomes"] if alike(each["text"]) not in had]


def _plain(value: Any) -> Any:
    return alike(value) if isinstance(value, str) else value


def _texts(action: Entry) -> list[str]:
    return [alike(outcome["text"]) for outcome in action["outcomes"]]


def cells(action: Entry) -> dict[str, str]:
    """The row as it was printed, cell by cell."""
    found = {name.capitalize(): printed(action, name) for name in (*ACTION, "resources")}
    outcomes = [text for each in action["outcomes"] for text in outcome_texts(each) if text]
    found["Outcomes"] = action["as_printed"].get("outcomes") or " ".join(outcomes)
    earlier = [each["text"] for each in action["updates"][:-1]]
    found["Update"] = " ".join(text for text in (*earlier, printed(action, "update")) if text)
    found["Status"] = status_text(action)
    for head, text in action.get("other", {}).items():
        found[f"{head} (again)" if head in found else head] = text
    return {head: text for head, text in found.items() if text}


def part(work: Work, given: Given) -> None:
    action = work.action(given["action"])
    made = new_action(work.fresh("a"), given["second"], list(action["priorities"][:1]))
    whole, both = printed(action, "action"), f"{given['first']} {given['second']}"
    if "action" not in action["as_printed"] and Counter(words(whole)) == Counter(words(both)):
        action["action"] = given["first"]
    else:
        put(action, "action", given["first"])
    action.pop("parsed", None)
    for name in ("lead", "support", "timescale"):
        made[name] = as_text(action[name]) or None
    made["leads"] = [dict(lead) for lead in action["leads"]]
    going = set(given.get("outcomes") or ())
    made["outcomes"] = [each for each in action["outcomes"] if each["id"] in going]
    if len(made["outcomes"]) < len(going):
        raise Unfit("One of these outcomes is not this promise's.")
    action["outcomes"] = [each for each in action["outcomes"] if each["id"] not in going]
    work.file["actions"].insert(work.index("actions", action) + 1, made)


def apart(work: Work, given: Given) -> None:
    """What stands under a further priority is a promise of its own, as its row had it."""
    base, priority = work.action(given["action"]), given["priority"]
    rows = [row for row in base["printed"] if row["priority"] == priority]
    if priority not in base["priorities"][1:] or not rows:
        raise Unfit(NOT_JOINED)
    base["priorities"].remove(priority)
    base["printed"] = [row for row in base["printed"] if row["priority"] != priority]
    made = _as_printed_there(base, base["variants"].pop(priority, {}))
    made |= {"id": work.fresh("a"), "priorities": [priority]}
    # What the row says and none of its fields holds stays with it.
    said = tally(text for row in rows for text in row["cells"].values())
    made["printed"] = rows if said - tally(action_texts(made)) else []
    work.file["actions"].insert(work.index("actions", base) + 1, made)
    for outcome in made["outcomes"]:
        outcome["id"] = ""
        outcome["id"] = work.fresh("o")


def _as_printed_there(base: Entry, differs: Entry) -> Entry:
    made = copy.deepcopy({**base, "variants": {}, "printed": []})
    changed = copy.deepcopy(differs)
    kept = changed.pop("as_printed", {})
    was = {name: text for name, text in made["as_printed"].items() if name not in changed}
    made |= {**changed, "as_printed": {**was, **kept}}
    if "lead" in changed:
        made["leads"] = changed.get("leads", [])
    if "update" in changed:
        made["updates"] = changed.get("updates", [])
    if "timescale" in changed:
        made.pop("parsed", None)
    return made
