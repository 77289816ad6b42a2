"""What a partnership is known to mean, put beside what its document says. Pure."""

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from frankpledge.drafting.mending.marks import lead_named, said_of
from frankpledge.reading.words import alike

File = dict[str, Any]
Habits = Mapping[str, Mapping[str, str]]


def with_habits(read: File, habits: Habits) -> File:
    statuses, leads = habits.get("statuses", {}), habits.get("leads", {})
    if not statuses and not leads:
        return read
    file = copy.deepcopy(read)
    for entry in _rows(file):
        said = said_of(entry["status"])
        if said in statuses and not entry["status"].get("state"):
            entry["status"] = {**entry["status"], "state": statuses[said]}
    for action in file["actions"]:
        who = leads.get(alike(action["lead"] or ""))
        if who:
            action["leads"] = [lead_named(who)]
    return file


def used_in(read: File, heads: Iterable[Mapping[str, str]], habits: Habits) -> Habits:
    """Of what is remembered, what this document has a use for."""
    keys = {head["key"] for head in heads}
    said = {said_of(entry["status"]) for entry in _rows(read)}
    names = {alike(action["lead"] or "") for action in read["actions"]}
    wanted = {"columns": keys, "statuses": said, "leads": names}
    return {
        kind: {name: means for name, means in habits[kind].items() if name in wanted[kind]}
        for kind in wanted
    }


def _rows(file: File) -> Iterable[File]:
    for action in file["actions"]:
        yield action
        yield from action["outcomes"]
