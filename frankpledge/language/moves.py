"""The words that say which way a figure is to go, and those that only seem to."""

from dataclasses import dataclass

from frankpledge.language.numbers import number_at, percent_at
from frankpledge.language.quantities import Quantity
from frankpledge.language.target_words import DIRECTIONS, NOUNS
from frankpledge.language.tokens import Line
from frankpledge.language.wordlist import words

# "Up to", "follow up", "clear up": these say which way only beside a number.
LOOSE = frozenset(("up", "down"))
STANDS = words("be is are was go goes going")
LIMITS = words("limit limiting contain containing restrict restricting cap capping keep hold")


@dataclass(frozen=True, slots=True)
class Move:
    """The word that says which way."""

    at: int
    way: str
    noun: bool


def moves_in(line: Line, found: list[Quantity]) -> list[Move]:
    """All of them but those inside a number: "no less than", "up to", "fewer than"."""
    inside = {at for each in found for at in range(each.first, each.last)}
    return [
        Move(at, DIRECTIONS[line.word(at)], _is_noun(line, at))
        for at in range(len(line))
        if line.word(at) in DIRECTIONS and at not in inside and _says_way(line, at)
    ]


def _says_way(line: Line, at: int) -> bool:
    if line.word(at) not in LOOSE:
        return True
    after, before = at + 1, line[at - 1]
    if before.text == "-" and line.glued(at):
        return False
    number = percent_at(line, after) or number_at(line, after + (line.word(after) == "by"))
    beside = line.word(after) in {"by", "from"} or (number and percent_at(line, after))
    return bool(beside) or before.text in STANDS or before.kind == "percent"


def _is_noun(line: Line, at: int) -> bool:
    word = line.word(at)
    if word not in NOUNS:
        return False
    verb = at == 0 or line.word(at - 1) in {"to", "and", "will"}
    return not (verb and line.word(at + 1) not in {"in", "of"})


def limited(line: Line, moves: list[Move]) -> bool:
    """ "Contain the increase to 3 %": how much it may move, and not how far it is to."""
    start = int(line.word(0) == "to")
    return line.word(start) in LIMITS and any(move.noun for move in moves)
