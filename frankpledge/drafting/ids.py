"""Names for every part of a plan file, so that a mend can say what it means."""

import copy
from collections import defaultdict
from typing import Any

from frankpledge.reading.words import words

File = dict[str, Any]
LOOSE = {"unplaced": "u", "furniture": "r", "deleted": "d"}


def named(read: File) -> File:
    """A copy in which actions, outcomes, figures, passages and loose pieces have ids."""
    file: File = kept(copy.deepcopy(read))
    for number, action in enumerate(file["actions"], start=1):
        action["id"] = f"a{number}"
        _name_outcomes(action)
    for letter, name in (("f", "figures"), ("s", "passages")):
        for number, each in enumerate(file[name], start=1):
            each["id"] = f"{letter}{number}"
    file["pieces"] = [
        {"id": f"{letter}{number}", "kind": kind, "text": text}
        for kind, letter in LOOSE.items()
        for number, text in enumerate(file.get(kind, ()), start=1)
    ]
    return file


def _name_outcomes(action: File) -> None:
    for number, outcome in enumerate(action["outcomes"], start=1):
        outcome["id"] = f"{action['id']}.o{number}"


def kept(value: Any) -> Any:
    """Without the few characters that no database keeps; none of them prints."""
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
    if isinstance(value, list):
        return [kept(each) for each in value]
    if isinstance(value, dict):
        return {kept(key): kept(each) for key, each in value.items()}
    return value


def whole(file: File) -> File:
    """The file as everybody else knows it: its loose pieces in their lists again."""
    for kind in LOOSE:
        texts = [piece["text"] for piece in file["pieces"] if piece["kind"] == kind]
        if texts or kind != "deleted":
            file[kind] = texts
    return file


def renamed(file: File, before: File) -> File:
    """The same rows keep their ids when a document is read again with other columns.

    A row is known by its words, whatever columns they were taken for.
    """
    old: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for action in before["actions"]:
        old[_row_words(action)].append(action["id"])
    taken = {action["id"] for action in before["actions"]}
    fresh = len(taken)
    for action in file["actions"]:
        same = old[_row_words(action)]
        if not same:
            fresh += 1
        action["id"] = same.pop(0) if same else f"a{fresh}"
        _name_outcomes(action)
    return file


def _row_words(action: File) -> tuple[str, ...]:
    fields = ("ref", "aim", "action", "lead", "support", "timescale")
    texts = [action["as_printed"].get(name) or action[name] or "" for name in fields]
    texts += [*action["resources"], *action.get("other", {}).values()]
    texts += [f"{each['number'] or ''} {each['text']}" for each in action["outcomes"]]
    updates = action["updates"] or ([action["update"]] if action["update"] else [])
    texts += [each["text"] for each in updates]
    return tuple(sorted(word for text in texts for word in words(text)))
