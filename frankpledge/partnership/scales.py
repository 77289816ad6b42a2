"""The rating scale a partnership begins with. It may change every word of it."""

from dataclasses import dataclass

from frankpledge.language.states import State


@dataclass(frozen=True)
class Step:
    label: str
    shape: str
    colour: str
    meaning: str = ""
    implies: str = State.IN_PROGRESS
    is_good: bool = False


# Worst first, as every list is read.
OURS = (
    Step("Stuck", "square", "madder", "It has stopped, and somebody must decide.", State.DELAYED),
    Step("Slipping", "triangle", "amber", "It goes on, but not as promised."),
    Step("Not started", "ring", "hush", "Nothing has been done yet.", State.NOT_STARTED),
    Step("On track", "circle", "lincoln", "It goes as promised.", is_good=True),
    Step("Done", "tick", "ink", "What was promised has happened.", State.COMPLETE, is_good=True),
)
