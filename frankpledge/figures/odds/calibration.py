"""Which odds are given as a number, and which in words only: what they were seen to do.

A kind is a number only where what was given 70 % happened within five points of 70 % of the
time, on series made up and on real ones. script/bench odds prints the tables; the evidence
is kept in docs/decisions/odds.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from frankpledge.figures.wording import odds

# What is given at least this is said to be more likely than not.
LIKELY = 0.6


@dataclass(frozen=True)
class Kept:
    """A kind of odds: whether it kept its word, and where that was seen."""

    number: bool
    seen: str


KINDS: Mapping[str, Kept] = {
    "count": Kept(True, "monthly police counts of Hertfordshire and the City of London"),
    "rate": Kept(True, "as counts: the people are taken as known"),
    "share": Kept(False, "shares of police outcomes: given 75 %, 54 % happened"),
    "delivered": Kept(False, "nothing to measure it on: what people plan is not chance"),
}


def words(kind: str, chance: float) -> str:
    """As exact as its kind has earned."""
    if KINDS[kind].number:
        return odds(chance)
    if chance >= LIKELY:
        return "more likely than not"
    return "less likely than not" if chance <= 1 - LIKELY else "could go either way"


def as_number(kind: str, chance: float) -> float | None:
    return chance if KINDS[kind].number else None
