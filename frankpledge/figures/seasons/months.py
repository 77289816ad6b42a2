"""A run of months in a row, made sure of before anything is made of it."""

import itertools
from collections.abc import Sequence

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.periods import Period
from frankpledge.figures.signals.series import Observed, sound


def monthly(observed: Sequence[Observed]) -> list[Period]:
    """The months, each once and in order; some may be missing."""
    found = sound(observed, None)
    if found is None or any(each.months != 1 for each in found):
        raise CannotWorkOut("This needs figures by month: write months as 2026-07.")
    return found


def in_a_row(observed: Sequence[Observed]) -> list[Period]:
    found = monthly(observed)
    for before, after in itertools.pairwise(found):
        if after.start != before.end + 1:
            raise CannotWorkOut(
                f"Nothing is given between {before.words} and {after.words}: seasons need "
                "months in a row."
            )
    return found


def final(observed: Sequence[Observed]) -> list[Observed]:
    """Without the newest figures that will still grow."""
    kept = list(observed)
    while kept and kept[-1].provisional:
        kept.pop()
    if any(each.provisional for each in kept):
        raise CannotWorkOut("Seasons need final figures: one before the newest is provisional.")
    return kept
