"""What goes with a letter: made when it is posted, by the room that knows it, and kept nowhere."""

from collections.abc import Callable
from typing import NamedTuple

from frankpledge.asking.models import Letter


class Enclosure(NamedTuple):
    name: str
    data: bytes
    kind: str


Make = Callable[[Letter], Enclosure]
_makers: dict[str, Make] = {}


def enclosed_as(word: str) -> Callable[[Make], Make]:
    """`word` is what letters say that they enclose: 'workbook'."""

    def register(make: Make) -> Make:
        _makers[word] = make
        return make

    return register


def enclosed_in(letter: Letter) -> list[Enclosure]:
    return [_makers[letter.encloses](letter)] if letter.encloses else []
