"""A small notation for phrases: the grammar is written in it, a line a phrase.

`every|each other? <unit:unit>` is a word out of two, perhaps another, then a unit that is kept
under its name. A hyphen inside a phrase ("half-yearly") needs no mention.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from frankpledge.language.tokens import Line

Reader = Callable[[Line, int], tuple[Any, int] | None]


@dataclass(frozen=True, slots=True)
class Item:
    words: frozenset[str]
    reader: str
    name: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Match:
    values: Mapping[str, Any]
    start: int
    end: int

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)


@dataclass(frozen=True, slots=True)
class Pattern:
    items: tuple[Item, ...]
    readers: Mapping[str, Reader]

    def match(self, line: Line, at: int) -> Match | None:
        values: dict[str, Any] = {}
        here = at
        for item in self.items:
            after = self._step(item, line, here, values)
            if after is None and here > at and _inner_hyphen(line, here):
                after = self._step(item, line, here + 1, values)
            if after is not None:
                here = after
            elif not item.optional:
                return None
        return Match(values, at, here) if here > at else None

    def _step(self, item: Item, line: Line, at: int, values: dict[str, Any]) -> int | None:
        if item.reader:
            found = self.readers[item.reader](line, at)
            if found is None:
                return None
            values[item.name] = found[0]
            return found[1]
        word = line.word(at)
        if not word or word not in item.words:
            return None
        if item.name:
            values[item.name] = word
        return at + 1


def _inner_hyphen(line: Line, at: int) -> bool:
    return line.word(at) == "-" and line.glued(at) and line.glued(at + 1)


def pattern(source: str, readers: Mapping[str, Reader]) -> Pattern:
    return Pattern(tuple(_item(piece) for piece in source.split()), readers)


def _item(piece: str) -> Item:
    optional = piece.endswith("?") and len(piece) > 1
    piece = piece.removesuffix("?") if optional else piece
    if piece.startswith("<"):
        name, _, reader = piece.strip("<>").partition(":")
        return Item(frozenset(), reader or name, name, optional)
    name, colon, words = piece.partition(":")
    if not colon or not words:
        name, words = "", piece
    return Item(frozenset(words.split("|")), "", name, optional)
