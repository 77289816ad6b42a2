"""Where each piece of the document went: by its words, since a file does not say."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from frankpledge.reading.words import worded, words

File = dict[str, Any]
Words = tuple[str, ...]
SPAN = 3
NEAR = 60  # fields
MOST_PLACES = 6  # of a piece whose words are parted


@dataclass(frozen=True)
class Went:
    id: str
    field: str
    label: str


# Its words are in the file, but not in one place.
KEPT_SOMEWHERE = Went("", "", "kept, in several places")


@dataclass
class SourcePiece:
    number: int
    kind: str
    place: str
    cells: list[str]
    went: list[Went]


@dataclass(frozen=True)
class _Field:
    went: Went
    of: str  # the action or passage it is part of
    order: int
    words: Words
    joined: str

    @property
    def names(self) -> bool:
        return worded(self.joined)


def traced(source: Sequence[dict[str, Any]], file: File) -> list[SourcePiece]:
    index = _Index(list(_fields(file)))
    found, last = [], 0
    for number, piece in enumerate(source, start=1):
        went, last = index.of_piece(piece["cells"], last)
        found.append(SourcePiece(number, piece["kind"], piece["place"], piece["cells"], went))
    return found


class _Index:
    """Fields by every run of three words in them."""

    def __init__(self, fields: list[_Field]) -> None:
        self.fields = fields
        self.runs: dict[Words, list[int]] = defaultdict(list)
        self.within: dict[str, list[int]] = defaultdict(list)
        for at, each in enumerate(fields):
            self.within[each.of].append(at)
            for run in set(_runs(each.words)):
                self.runs[run].append(at)

    def of_piece(self, cells: Sequence[str], last: int) -> tuple[list[Went], int]:
        """The long cells say which promise a row is; the short are looked for there first."""
        texts = [text for cell in cells if (text := tuple(words(cell.casefold())))]
        owner = self._owner(texts, last)
        chosen = [at for text in texts for at in self._of_cell(text, owner, last)]
        chosen = chosen or [at for text in texts for at in self._scattered(text, last)]
        if not chosen:
            return ([KEPT_SOMEWHERE] if texts else []), last
        own = [at for at in chosen if self.fields[at].of == owner] or chosen
        went = dict.fromkeys(self.fields[at].went for at in sorted(set(chosen)))
        return list(went), self.fields[min(own)].order

    def _owner(self, texts: list[Words], last: int) -> str:
        """What the row speaks of: a run of words counts the more, the fewer have it."""
        votes: dict[str, float] = defaultdict(float)
        for run in (run for text in texts for run in _runs(text)):
            holding = self.runs.get(run, ())
            for at in holding:
                votes[self.fields[at].of] += 1 / len(holding)
        if not votes:
            return self.fields[last].of if self.fields else ""
        most = max(votes.values())
        equal = [of for of, count in votes.items() if count > most - 0.01]
        return min(equal, key=lambda of: self._far(self.within[of][0], last))

    def _of_cell(self, text: Words, owner: str, last: int) -> list[int]:
        votes: Counter[int] = Counter(at for run in _runs(text) for at in self.runs.get(run, ()))
        most = len(set(_runs(text)))
        fit = [at for at, count in votes.items() if count * 2 >= min(most, self._size(at))]
        own = [at for at in fit if self.fields[at].of == owner]
        if own:
            return own
        if fit:
            return [min(fit, key=lambda at: (-votes[at], self._far(at, last)))]
        return self._held(text, owner, last)

    def _size(self, at: int) -> int:
        return len(set(_runs(self.fields[at].words)))

    def _held(self, text: Words, owner: str, last: int) -> list[int]:
        """A few words, as they stand inside a longer text: here, or close by."""
        close = range(max(0, last - NEAR), min(len(self.fields), last + NEAR))
        near = sorted(close, key=lambda at: self._far(at, last))
        for at in (*self.within.get(owner, ()), *near):
            if f" {' '.join(text)} " in self.fields[at].joined:
                return [at]
        return self._holding(f" {' '.join(text)} ", last)

    def _holding(self, text: str, last: int) -> list[int]:
        """The longest field that is a part of this: a title below its label, a lead after its."""
        within = [at for at, each in enumerate(self.fields) if each.names and each.joined in text]
        if not within:
            return []
        return [min(within, key=lambda at: (-len(self.fields[at].joined), self._far(at, last)))]

    def _scattered(self, text: Words, last: int) -> list[int]:
        """Word by word, in as few fields as hold them all: the nearest first."""
        found: list[int] = []
        left = set(text)
        for at in sorted(range(len(self.fields)), key=lambda at: self._far(at, last)):
            here = left & set(self.fields[at].words)
            if here and len(found) < MOST_PLACES:
                found.append(at)
                left -= here
        return [] if left else found

    def _far(self, at: int, last: int) -> tuple[bool, int]:
        gap = at - last
        return gap < 0, abs(gap)


def _runs(text: Words) -> Iterator[Words]:
    if len(text) < SPAN:
        if text:
            yield text
        return
    for at in range(len(text) - SPAN + 1):
        yield text[at : at + SPAN]


def _fields(file: File) -> Iterator[_Field]:
    order = 0
    for of, name, field, label, text in _texts(file):
        split = tuple(words(text.casefold()))
        if split:
            yield _Field(Went(name, field, label), of, order, split, f" {' '.join(split)} ")
            order += 1


Text = tuple[str, str, str, str, str]


def _texts(file: File) -> Iterator[Text]:
    for field in ("title", "partnership"):
        yield "plan", "plan", field, f"the plan's {field}", file[field] or ""
    if file["period"]:
        yield "plan", "plan", "period", "the plan's period", file["period"].get("text") or ""
    for priority in file["priorities"]:
        yield from _of_priority(priority)
    for action in file["actions"]:
        yield from _of_action(action)
    yield from _beside(file)


def _of_priority(priority: File) -> Iterator[Text]:
    name = priority["id"]
    called = f"priority {priority['ref'] or priority['title'][:40]}"
    yield name, name, "title", called, f"{priority['ref'] or ''} {priority['title']}"
    yield name, name, "title", called, priority["title"]
    yield name, name, "lead", f"{called}, the lead", priority["lead"] or ""
    for text in priority["indicators"]:
        yield name, name, "indicators", f"{called}, an indicator", text


def _of_action(action: File) -> Iterator[Text]:
    name, called = action["id"], action["ref"] or _short(action["action"])
    kept = action["as_printed"]
    for field in ("ref", "aim", "action", "lead", "support", "timescale"):
        text = kept.get(field) or action[field] or ""
        yield name, name, field, f"{called}, the {FIELD_WORDS.get(field, field)}", text
    for text in action["resources"]:
        yield name, name, "resources", f"{called}, the resources", text
    for number, outcome in enumerate(action["outcomes"], start=1):
        label = f"{called}, outcome {outcome['number'] or number}"
        said = outcome.get("as_printed", {}).get("text") or outcome["text"]
        yield name, outcome["id"], "text", label, said
        status = outcome["status"] or {}
        yield name, outcome["id"], "status", f"{label}, how it stands", status.get("text") or ""
    updates = action["updates"] or ([action["update"]] if action["update"] else [])
    for update in updates:
        yield name, name, "update", f"{called}, the update", update["text"]
    yield name, name, "update", f"{called}, the update", kept.get("update") or ""
    yield (
        name,
        name,
        "status",
        f"{called}, how it stands",
        (action["status"] or {}).get("text") or "",
    )
    for head, text in action.get("other", {}).items():
        yield name, name, "other", f"{called}, {head}", text
    for row in action["printed"]:
        for text in row["cells"].values():
            yield name, name, "printed", f"{called}, as it stands elsewhere", text


FIELD_WORDS = {"ref": "reference"}


def _short(text: str) -> str:
    return f"‘{text[:30].rstrip()}…’" if len(text) > 30 else f"‘{text}’"


def _beside(file: File) -> Iterator[Text]:
    for table in file["figures"]:
        label = f"figures: {table['title'] or 'a table'}"
        for row in (table["columns"], *table["rows"]):
            yield table["id"], table["id"], "figures", label, " ".join(row)
    for passage in file["passages"]:
        name = passage["id"]
        yield name, name, "heading", "a heading, kept", passage["heading"] or ""
        for line in passage["text"].splitlines():
            yield name, name, "text", "kept as prose", line
    for piece in file["pieces"]:
        label = KEPT[piece["kind"]]
        yield piece["id"], piece["id"], "text", label, piece["text"]


KEPT = {
    "unplaced": "found no place, kept",
    "furniture": "a label or running head, kept",
    "deleted": "deleted in the document, kept",
}
