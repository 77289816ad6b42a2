"""Every kind of mend: what it is called, what must be given, and what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from frankpledge.drafting.mending import joining, marks, pieces, priorities, rows, texts
from frankpledge.drafting.mending.work import Given, Unfit, Work

Apply = Callable[[Work, Given], None]
LONGEST = 20_000
MOST = 200


@dataclass(frozen=True)
class Kind:
    label: str  # as the history tells it
    apply: Apply
    needs: tuple[str, ...]
    may: tuple[str, ...] = ()
    # What may be given empty.
    empty: tuple[str, ...] = ()


def _nothing(work: Work, given: Given) -> None:
    """Which columns the document was read with is settled before any mend is applied."""


KINDS: dict[str, Kind] = {
    "continues": Kind("goes on with the row above", rows.continues, ("action",), ("of",)),
    "is-priority": Kind("is a priority", priorities.is_priority, ("action",), ("parent",)),
    "is-action": Kind("is a promise", priorities.is_action, ("priority",), ("under",)),
    "is-outcome": Kind("is an outcome", rows.is_outcome, ("action",), ("of",)),
    "same": Kind("are one promise", joining.same, ("action", "with")),
    "part": Kind("are two promises", joining.part, ("action", "first", "second"), ("outcomes",)),
    "apart": Kind("are two promises after all", joining.apart, ("action", "priority")),
    "under": Kind("belongs under", priorities.under, ("action", "priorities"), (), ("priorities",)),
    "nest": Kind("stands under", priorities.nest, ("priority", "parent"), (), ("parent",)),
    "words": Kind("words changed", texts.words, ("of", "field", "text"), (), ("text",)),
    "texts": Kind("words changed", texts.several, ("of", "texts")),
    "add-priority": Kind("priority added", priorities.add_priority, ("title",), ("ref", "parent")),
    "add-action": Kind("promise added", pieces.add_action, ("text",), ("priority",)),
    "add-outcome": Kind("outcome added", pieces.add_outcome, ("action", "text")),
    "move-outcome": Kind("outcome moved", pieces.move_outcome, ("outcome", "to")),
    "place": Kind("put in its place", pieces.place, ("piece", "of", "field")),
    "make": Kind("made a part of the plan", pieces.make, ("piece", "what"), ("under", "action")),
    "aside": Kind("taken out, kept as a passage", pieces.aside, ("of",)),
    "struck": Kind("struck, or not", marks.struck, ("of", "struck"), (), ("struck",)),
    "status": Kind(
        "how it stands", marks.status, ("of", "state"), ("colour", "everywhere"), ("state",)
    ),
    "lead": Kind("who leads", marks.lead, ("action", "who"), ("everywhere",)),
    "column": Kind("what a column holds", _nothing, ("head", "means")),
    "seen": Kind("looked at", marks.seen, ("doubt",)),
    "all-seen": Kind("looked at", marks.all_seen, ("doubts",)),
    "match": Kind("matched", marks.match, ("action", "to"), (), ("to",)),
}
LISTS = {"priorities", "outcomes", "doubts"}
FLAGS = {"struck", "everywhere"}


def cleaned(kind: str, given: Mapping[str, Any]) -> Given:
    """What is given for a mend of this kind, and nothing else. Raises Unfit."""
    if kind not in KINDS:
        raise Unfit("There is no such mend.")
    known = KINDS[kind]
    missing = [name for name in known.needs if name not in given]
    missing += [name for name in known.needs if not given.get(name) and name not in known.empty]
    if missing:
        raise Unfit("Something is missing: choose what is meant.")
    taken = {name: given[name] for name in (*known.needs, *known.may) if name in given}
    for name, value in taken.items():
        if not _fits(kind, name, value):
            raise Unfit("What was sent cannot be understood.")
    if kind == "make" and taken["what"] not in ("action", "priority", "outcome"):
        raise Unfit("It can be made a promise, a priority or an outcome.")
    return taken


def _fits(kind: str, name: str, value: Any) -> bool:
    if name in FLAGS:
        return isinstance(value, bool)
    if kind == "match" and name == "to":
        return value is None or value == "guess" or type(value) is int
    if name == "texts":
        return isinstance(value, dict) and all(_fits(kind, "text", each) for each in value.values())
    if name in LISTS:
        listed = isinstance(value, list) and len(value) <= MOST
        return listed and all(isinstance(each, str) for each in value)
    return isinstance(value, str) and len(value) <= LONGEST
