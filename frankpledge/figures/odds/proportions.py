"""Targets over shares: so many of so many, with those still to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from frankpledge.figures import given
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.odds import calibration
from frankpledge.figures.odds.goals import HAIR
from frankpledge.figures.odds.judgement import Judgement, Verdict, unjudged
from frankpledge.figures.odds.outcomes import Aim, Known
from frankpledge.figures.odds.shares import SharePool, at_least, learn_shares
from frankpledge.figures.odds.verdicts import course
from frankpledge.figures.shares import share
from frankpledge.figures.wording import number, per_cent

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MODEL = "beta-binomial over those still to come, with what shares drift learned from all together"
# What it is called, what was aimed at, and what is known.
Pair = tuple[str, Aim, Known]


@dataclass(frozen=True)
class Cohort:
    part: int
    whole: int
    # How many are still to come, over so many months; from below and from above.
    to_come: int
    months: int

    def least(self, aim: Aim) -> int:
        return ceil((aim.number / 100) * (self.whole + self.to_come) - HAIR) - self.part


def judged(pairs: Sequence[Pair]) -> list[Judgement]:
    if not pairs:
        return []
    pool = _learned(pairs)
    return [_one(pair, pool, row) for row, pair in enumerate(pairs)]


def _learned(pairs: Sequence[Pair]) -> SharePool:
    last = max((max(known.wholes, default=0) for _, _, known in pairs), default=0)
    first = min((min(known.wholes, default=last) for _, _, known in pairs), default=last)
    first = max(first, last - 71)
    parts, wholes = (_table(pairs, first, last, part=part) for part in (True, False))
    return learn_shares(parts, wholes)


def _table(pairs: Sequence[Pair], first: int, last: int, *, part: bool) -> "NDArray[np.float64]":
    import numpy as np

    table = np.full((len(pairs), last - first + 1), np.nan)
    for row, (_, _, known) in enumerate(pairs):
        since = max([first, *known.breaks])
        for at in known.wholes:
            if at >= since:
                table[row, at - first] = known.counts[at] if part else known.wholes[at]
    return table


def _one(pair: Pair, pool: SharePool, row: int) -> Judgement:
    what, aim, known = pair
    try:
        cohort = _cohort(aim, known)
    except CannotWorkOut as refused:
        return unjudged(what, str(refused), known.notes)
    if not cohort.whole:
        why = "Nobody has been counted yet, so there is no share."
        return Judgement(what, "not enough data", why, notes=known.notes)
    so_far = share(cohort.part, cohort.whole)
    verdict, chance = _verdict(cohort, aim, pool, row)
    found = "" if chance is None else calibration.words("share", chance)
    return Judgement(
        what,
        verdict,
        f"The target was {per_cent(aim.number)}; so far it is {so_far.sentence}",
        observed=so_far.share,
        low=so_far.low,
        high=so_far.high,
        odds=None if chance is None else calibration.as_number("share", chance),
        odds_words=found,
        workings=tuple(_workings(cohort, aim, chance)),
        model="" if chance is None else MODEL,
        parameters={} if chance is None else {"variance over chance": pool.dispersion},
        notes=known.notes,
    )


def _cohort(aim: Aim, known: Known) -> Cohort:
    if not 0 <= given.finite(aim.number) <= 100:
        raise CannotWorkOut(f"{aim.number:g} % is not a share: it lies between 0 and 100.")
    over = range(aim.over.start, aim.over.end + 1)
    for at, why in known.breaks.items():
        if aim.over.start < at <= aim.over.end:
            raise CannotWorkOut(f"Counted in another way half-way ({why}): it is no one share.")
    there = [at for at in over if at in known.wholes]
    part = sum(known.counts[at] for at in there)
    whole = sum(known.wholes[at] for at in there)
    left = len(over) - len(there)
    if aim.cohort is not None:
        if aim.cohort < whole:
            raise CannotWorkOut(
                f"{number(whole)} were counted, more than the {number(aim.cohort)} there are."
            )
        return Cohort(part, whole, aim.cohort - whole, max(left, 1))
    recent = sorted(known.wholes)[-12:]
    usual = sum(known.wholes[at] for at in recent) / len(recent) if recent else 0.0
    return Cohort(part, whole, round(usual * left), left)


def _verdict(cohort: Cohort, aim: Aim, pool: SharePool, row: int) -> tuple[Verdict, float | None]:
    least = cohort.least(aim)
    if not cohort.to_come:
        return ("met" if least <= 0 else "not met"), None
    if aim.cohort is not None and (least <= 0 or least > cohort.to_come):
        return ("met" if least <= 0 else "not met"), None
    chance = at_least(pool, row, least, cohort.to_come, months=max(cohort.months, 1))
    return course(chance), chance


def _workings(cohort: Cohort, aim: Aim, chance: float | None) -> list[tuple[str, str]]:
    made = [
        ("Target", per_cent(aim.number)),
        ("Counted so far", f"{number(cohort.part)} of {number(cohort.whole)}"),
    ]
    if cohort.to_come:
        usual = "" if aim.cohort is not None else ", if as many come as usual"
        made.append(("Still to come", f"{number(cohort.to_come)}{usual}"))
    if chance is not None:
        made.append(("Odds", "in words only: " + calibration.KINDS["share"].seen))
    return made
