"""What words mean that were changed, beside them and never instead of them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from frankpledge.language import Context, read_target, read_timescale

File = dict[str, Any]


def add_missing(file: File, period: tuple[str, str] | None = None) -> File:
    """Only what a mend touched is read anew: a mend takes the old meaning away.

    A document that says no period was read without one: all of it is read in the one chosen.
    """
    said = file.get("period")
    if said is None and period:
        for entry in _entries(file):
            entry.pop("parsed", None)
    context = _context((said["start"], said["end"]) if said else period)
    for action in file["actions"]:
        if action["timescale"] and "parsed" not in action:
            reading = read_timescale(action["timescale"], context)
            action["parsed"] = {"timescale": reading.to_dict()}
        for outcome in action["outcomes"]:
            if "parsed" not in outcome:
                target = read_target(outcome["text"], context)
                outcome["parsed"] = {"target": target.to_dict()}
    return file


def understood_anew(file: File) -> File:
    """A plan file from outside says what its words mean: that is no concern of ours."""
    for entry in _entries(file):
        entry.pop("parsed", None)
    return add_missing(file)


def _context(period: tuple[str, str] | None) -> Context:
    if not period:
        return Context()
    start, end = (date.fromisoformat(day) for day in period)
    return Context(plan_start=start, plan_end=end)


def _entries(file: File) -> Iterator[File]:
    for action in file["actions"]:
        yield action
        yield from action["outcomes"]
