"""How a document says that something stands, in this partnership's own scale where that is sure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from frankpledge.language import read_status
from frankpledge.language.states import DECIDED, State
from frankpledge.partnership.models import Rating
from frankpledge.plan.planfile.fitting import clipped

COLOURS = {
    "red": "madder",
    "amber": "amber",
    "green": "lincoln",
    "blue": "slate",
    "grey": "hush",
}
WHOLE_ROW = "Of the whole row"
STRUCK_THROUGH = "It is struck through in the document."


@dataclass(frozen=True)
class Said:
    state: str = State.NOT_STATED.value
    rating: Rating | None = None
    words: str = ""
    condition: str = ""
    struck: str = ""  # why, where the document strikes it

    @property
    def says_something(self) -> bool:
        return bool(self.words or self.rating or self.state != State.NOT_STATED)


NOTHING = Said()


def said_of(entry: dict[str, Any], ratings: Sequence[Rating], legend: dict[str, str]) -> Said:
    """What a status cell says. A colour alone is a rating only where one rating has it."""
    status = entry.get("status") or {}
    text = status.get("text") or ""
    read = read_status(text)
    colour = status.get("colour")
    state = _state(status, read.state, legend.get(colour or ""))
    if entry.get("struck") or state == State.STRUCK:
        return Said(struck=clipped(text, 500) or STRUCK_THROUGH)
    words = text if read.reason or state in DECIDED or state == State.NOT_STATED else ""
    if state in DECIDED:
        words = "" if text == State(state).words else words
        return Said(words=words)  # through which other, or into which plan, nobody can tell here
    rating = _rating(text, colour, state, ratings)
    if rating and state == State.NOT_STATED:
        state = rating.implies
    blocked = state == State.BLOCKED
    condition = clipped(read.reason or text, 300) if blocked else ""
    return Said(state, rating, words, condition or ("It was not said" if blocked else ""))


def _state(status: dict[str, Any], read: State, meaning: str | None) -> str:
    given = status.get("state")
    if given in set(State):
        return str(given)
    if read == State.NOT_STATED and meaning:
        return read_status(meaning).state.value
    return read.value


def _rating(text: str, colour: str | None, state: str, ratings: Sequence[Rating]) -> Rating | None:
    called = [each for each in ratings if each.label.casefold() == text.strip().casefold()]
    if called:
        return called[0] if len(called) == 1 else None
    fits = [each for each in ratings if colour and each.colour == COLOURS.get(colour)]
    if len(fits) != 1 or state not in (State.NOT_STATED, fits[0].implies):
        return None
    return fits[0]
