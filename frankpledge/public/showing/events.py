"""What was said and what was changed, newest first."""

import datetime
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from frankpledge.public.reading import date, day
from frankpledge.public.showing.stands import Mark, mark_of
from frankpledge.public.words import long_day

Doc = dict[str, Any]
# Changes are shown field by field, and only these: anything else is told by its reason alone.
FIELDS = {
    "words": "",
    "ref": "Reference",
    "aim": "Aim",
    "points": "Points",
    "by when": "By when",
    "the target": "Target",
    "priority": "Priority",
}
OVER = {"struck": "Struck", "carried forward": "Carried forward", "added": "Added to the plan"}


@dataclass(frozen=True)
class Saying:
    mark: Mark | None  # none where words alone were said
    outcome: str
    words: str
    figure: str = ""


@dataclass(frozen=True)
class Difference:
    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Event:
    on: datetime.date
    title: str
    sayings: list[Saying]
    differences: list[Difference]
    why: str = ""

    @property
    def mark(self) -> Mark | None:
        """The mark in the margin: the worst of what was said that day."""
        marks = [saying.mark for saying in self.sayings if saying.mark]
        return min(marks, key=lambda mark: mark.badness, default=None)

    @property
    def is_silent(self) -> bool:
        return not any(saying.words for saying in self.sayings)


def events(body: Doc, action: Doc) -> list[Event]:
    found = [*_said(action), *(_changed(one) for one in action["revisions"])]
    found = sorted(found, key=lambda event: event.on, reverse=True)
    adopted = day(body["plan"]["adopted_on"])
    if adopted and not any(one["what"] == "added" for one in action["revisions"]):
        found.append(Event(adopted, f"Promised on {long_day(adopted)}", [], []))
    return found


def _said(action: Doc) -> list[Event]:
    return [
        Event(on, f"Said on {long_day(on)}", _sayings(list(same)), [])
        for on, same in groupby(action["said"], key=lambda one: day(one["said_on"]))
        if on
    ]


def _sayings(said: list[Doc]) -> list[Saying]:
    return [_saying(one) for one in sorted(said, key=lambda one: one["outcome"] or 0)]


def _saying(said: Doc) -> Saying:
    outcome = f"Outcome {said['outcome']}" if said["outcome"] else ""
    mark = None if said.get("words_only") else mark_of(said)
    return Saying(mark, outcome, said["words"], said.get("figure", ""))


def _changed(revision: Doc) -> Event:
    on = date(revision["decided_on"])
    what = revision["what"]
    title = OVER.get(what, f"Changed: {what}")
    pairs = [
        Difference(FIELDS[name], plain(revision["old"].get(name)), plain(revision["new"].get(name)))
        for name in FIELDS
        if name in revision["old"] or name in revision["new"]
    ]
    return Event(on, f"{title}, {long_day(on)}", [], pairs, revision["why"])


def plain(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(str(item) for item in value)
    return "" if value is None else str(value)
