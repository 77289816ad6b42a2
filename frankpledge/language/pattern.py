"""A small notation for phrases: the grammar is written in it, a line a phrase.

`every|each other? <unit:unit>` is a word out of two, perhaps another, then a unit that is kept
under its name. A hyphen inside a phrase ("half-yearly") needs no mention.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

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


@dataclass(frozen=True)
class Pattern:
    items: tuple[Item, ...]
    readers: Mapping[str, Reader]

    @cached_property
    def openings(self) -> tuple[frozenset[str], bool]:
        """The words it can begin with, and whether it can also begin with something read."""
        words: set[str] = set()
        for item in self.items:
            if item.reader:
                return frozenset(words), True
            words |= item.words
            if not item.optional:
                break
        return frozenset(words), False

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


T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases in the order in which they are tried, found by the word they begin with."""

    def __init__(self, phrases: Iterable[tuple[Pattern, T]]) -> None:
        self.all = list(phrases)
        words = {word for phrase, _ in self.all for word in phrase.openings[0]}
        self.by_word = {word: self._opened_by(word) for word in words}
        self.open = [pair for pair in self.all if pair[0].openings[1]]

    def _opened_by(self, word: str) -> list[tuple[Pattern, T]]:
        return [pair for pair in self.all if word in pair[0].openings[0] or pair[0].openings[1]]

    def matches(self, line: Line, at: int) -> Iterator[tuple[Match, T]]:
        for phrase, value in self.by_word.get(line.word(at), self.open):
            found = phrase.match(line, at)
            if found:
                yield found, value

    def first(self, line: Line, at: int) -> tuple[Match, T] | None:
        return next(self.matches(line, at), None)


def _inner_hyphen(line: Line, at: int) -> bool:
    return line.word(at) == "-" and line.glued(at) and line.glued(at + 1)


def pattern(source: str, readers: Mapping[str, Reader]) -> Pattern:
    return Pattern(tuple(_item(piece) for piece in source.split()), readers)


def _item(piece: str) -> Item:
    optional = piece.endswith("?") and len(piece) > 1
    piece = piece.removesuffix("?") if optional else piece
    if piece.startswith("<") and len(piece) > 1:
        name, _, reader = piece.strip("<>").partition(":")
        return Item(frozenset(), reader or name, name, optional)
    name, colon, words = piece.partition(":")
    if not colon or not words:
        name, words = "", piece
    return Item(frozenset(words.split("|")), "", name, optional)
