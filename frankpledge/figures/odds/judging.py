"""Many outcomes judged together at a date: none of them stops the others."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.odds import proportions
from frankpledge.figures.odds.counting import Counted, chances, learned
from frankpledge.figures.odds.goals import goals
from frankpledge.figures.odds.judgement import Judgement, unjudged
from frankpledge.figures.odds.outcomes import Known, Outcome, Series, known
from frankpledge.figures.odds.state import state
from frankpledge.figures.odds.verdicts import said

NO_AIM = "It has no target that figures could be held against."


def judge(outcome: Outcome, as_at: date, beside: Sequence[Series] = ()) -> Judgement:
    return judge_many([outcome], as_at, beside)[0]


def judge_many(
    outcomes: Sequence[Outcome], as_at: date, beside: Sequence[Series] = ()
) -> list[Judgement]:
    """In the order given. What is not over by the date is not looked at.

    What stands beside has no target: it only teaches how such series drift.
    """
    made: dict[int, Judgement] = {}
    counts: dict[int, Counted] = {}
    shares: dict[int, proportions.Pair] = {}
    for at, each in enumerate(outcomes):
        try:
            _sort(at, each, known(each.series, as_at), counts, shares)
        except CannotWorkOut as why:
            made[at] = unjudged(each.series.what, str(why))
    made |= _of_counts(outcomes, counts, _teachers(beside, as_at))
    made |= dict(zip(shares, proportions.judged(list(shares.values())), strict=True))
    return [made[at] for at in range(len(outcomes))]


def _sort(
    at: int,
    outcome: Outcome,
    figures: Known,
    counts: dict[int, Counted],
    shares: dict[int, proportions.Pair],
) -> None:
    if outcome.why_not or outcome.aim is None:
        raise CannotWorkOut(outcome.why_not or NO_AIM)
    if outcome.aim.kind == "proportion":
        shares[at] = outcome.series.what, outcome.aim, figures
        return
    for month, why in figures.breaks.items():
        if outcome.aim.over.start < month <= outcome.aim.over.end:
            raise CannotWorkOut(f"Counted in another way half-way ({why}): it is no one sum.")
    aims = goals(outcome.aim, figures)
    counts[at] = Counted(outcome.series.group, figures, state(aims, figures))


def _teachers(beside: Sequence[Series], as_at: date) -> list[Counted]:
    made = []
    for each in beside:
        with suppress(CannotWorkOut):
            figures = known(each, as_at)
            made.append(Counted(each.group, figures, state((), figures)))
    return made


def _of_counts(
    outcomes: Sequence[Outcome], counts: dict[int, Counted], teachers: list[Counted]
) -> dict[int, Judgement]:
    counted = list(counts.values())
    pool = learned([*counted, *teachers])
    odds = chances(pool, counted) if pool else [None] * len(counted)
    return {
        at: said(outcomes[at], each, chance, pool)
        for (at, each), chance in zip(counts.items(), odds, strict=True)
    }
