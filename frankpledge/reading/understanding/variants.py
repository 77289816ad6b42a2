"""The same promise under several priorities: one action, with what differs under each."""

from typing import Any

from frankpledge.reading.understanding.entries import Entry
from frankpledge.reading.words import alike

Action = dict[str, Any]
FIELDS = ("ref", "aim", "lead", "support", "timescale", "update", "status", "resources")


def joined(pairs: list[tuple[Action, Entry]]) -> list[Action]:
    found: list[Action] = []
    known: dict[tuple[str, str], Action] = {}
    for action, entry in pairs:
        key = (alike(action["action"]), alike(action["aim"] or ""))
        base = known.get(key)
        if base is None or not key[0] or not _elsewhere(base, action):
            found.append(action)
            known.setdefault(key, action)
            continue
        _join(base, action, entry)
    return found


def _elsewhere(base: Action, action: Action) -> bool:
    new = set(action["priorities"])
    return bool(new) and not new & set(base["priorities"]) and bool(base["priorities"])


def _join(base: Action, action: Action, entry: Entry) -> None:
    priority = action["priorities"][0]
    base["priorities"].append(priority)
    differing = {
        name: action[name] for name in FIELDS if _plain(action[name]) != _plain(base[name])
    }
    if _texts(action) != _texts(base):
        differing["outcomes"] = action["outcomes"]
    if action["as_printed"]:
        differing["as_printed"] = action["as_printed"]
    if differing:
        base["variants"][priority] = differing
    base["printed"].append({"priority": priority, "cells": entry.cells()})


def _plain(value: Any) -> Any:
    return alike(value) if isinstance(value, str) else value


def _texts(action: Action) -> list[str]:
    return [alike(outcome["text"]) for outcome in action["outcomes"]]
