"""The file that a mend works on, and how it finds and keeps what is there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from frankpledge.drafting.words import as_text, printed

Entry = dict[str, Any]
Given = dict[str, Any]


class Unfit(Exception):
    """The mend no longer applies, in one sentence for people."""


@dataclass
class Work:
    file: Entry
    number: int = 0  # of the mend
    seen: set[str] = field(default_factory=set)
    matches: dict[str, Any] = field(default_factory=dict)

    def action(self, name: str) -> Entry:
        return _one(self.file["actions"], name, "That promise is not there any more.")

    def priority(self, name: str) -> Entry:
        return _one(self.file["priorities"], name, "That priority is not there any more.")

    def passage(self, name: str) -> Entry:
        return _one(self.file["passages"], name, "That passage is not there any more.")

    def outcome(self, name: str) -> tuple[Entry, Entry]:
        """The action and its outcome."""
        for action in self.file["actions"]:
            for outcome in action["outcomes"]:
                if outcome["id"] == name:
                    return action, outcome
        raise Unfit("That is not there any more.")

    def entry(self, name: str) -> Entry:
        """Whatever has this id."""
        if name == "plan":
            return self.file
        lists = ("actions", "priorities", "passages")
        found: list[Entry] = [each for listed in lists for each in self.file[listed]]
        return next((each for each in found if each["id"] == name), None) or self.outcome(name)[1]

    def fresh(self, letter: str) -> str:
        """The id of what this mend makes."""
        taken = {each["id"] for each in self._all()}
        name, more = f"{letter}.m{self.number}", 1
        while name in taken:
            more += 1
            name = f"{letter}.m{self.number}.{more}"
        return name

    def _all(self) -> Iterable[Entry]:
        for name in ("priorities", "actions", "passages", "pieces"):
            yield from self.file[name]
        yield from (each for action in self.file["actions"] for each in action["outcomes"])

    def index(self, listed: str, entry: Entry) -> int:
        return next(at for at, each in enumerate(self.file[listed]) if each is entry)

    def loosen(self, text: str) -> None:
        """Words that found no other place stay as a piece of their own."""
        if text.strip():
            piece = {"id": self.fresh("u"), "kind": "unplaced", "text": text.strip()}
            self.file["pieces"].append(piece)

    def keep_as_passage(self, heading: str, texts: Iterable[str]) -> None:
        text = "\n".join(each.strip() for each in texts if each and each.strip())
        if heading or text:
            passage = {"id": self.fresh("s"), "heading": heading or None, "text": text}
            self.file["passages"].append(passage)


def _one(listed: list[Entry], name: str, gone: str) -> Entry:
    for each in listed:
        if each["id"] == name:
            return each
    raise Unfit(gone)


def put(entry: Entry, name: str, value: Any) -> None:
    """A new text. What the document printed there is kept beside it."""
    put_kept(entry, name, value, printed(entry, name))


def put_kept(entry: Entry, name: str, value: Any, was: str) -> None:
    """A text, and the words that the document printed for it."""
    entry[name] = value
    kept = entry.setdefault("as_printed", {})
    kept.pop(name, None)
    if was and was != as_text(value):
        kept[name] = was
    if not kept and "variants" not in entry:
        del entry["as_printed"]  # only promises always have it
    entry.pop("parsed", None)


def together(*texts: str | None) -> str:
    return " ".join(text.strip() for text in texts if text and text.strip())


def new_action(name: str, words: str, priorities: list[str]) -> Entry:
    return {
        "id": name,
        "ref": None,
        "priorities": priorities,
        "aim": None,
        "action": words,
        "lead": None,
        "support": None,
        "leads": [],
        "timescale": None,
        "resources": [],
        "outcomes": [],
        "update": None,
        "status": None,
        "updates": [],
        "variants": {},
        "printed": [],
        "as_printed": {},
    }


def new_outcome(name: str, text: str) -> Entry:
    return {"id": name, "number": None, "text": text, "status": None}


def new_priority(name: str, title: str, ref: str | None, parent: str | None) -> Entry:
    return {
        "id": name,
        "ref": ref,
        "title": title,
        "parent": parent,
        "lead": None,
        "indicators": [],
    }
