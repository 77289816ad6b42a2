"""Judgements of figures that come by quarter or wave: worked out exactly, and without odds.

Odds are learned from months. A few figures of a quarter each, or of what is so far, carry none.
"""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.odds.counting import Counted
from frankpledge.figures.odds.goals import goals
from frankpledge.figures.odds.judgement import Judgement, Verdict
from frankpledge.figures.odds.outcomes import Aim, Outcome, known
from frankpledge.figures.odds.state import State, state
from frankpledge.figures.odds.verdicts import said
from frankpledge.figures.periods import Period
from frankpledge.figures.shares import Share, share
from frankpledge.figures.wording import number, per_cent
from frankpledge.judging.series import Figure, Figures, month_number

NO_ODDS = "No odds: they are learned from months, and these figures are not by month."
HAIR = 1e-9


def of_counts(figures: Figures, aim: Aim, as_at: datetime.date) -> Judgement:
    """Met, not met or still open: each of its periods is added up, and nothing is foretold."""
    series = figures.series()
    counted = known(series, as_at)
    found = Counted(series.group, counted, state(goals(aim, counted), counted))
    made = said(Outcome(series, aim), found, None, None)
    if found.state.met is not None:
        return replace(made, notes=(*made.notes, NO_ODDS))
    return replace(
        made,
        verdict="too early to say" if found.state.begun else "not enough data",
        why=_so_far(found.state),
        notes=(*made.notes, NO_ODDS),
    )


def _so_far(found: State) -> str:
    step = found.current
    if not step.months:
        return f"The target was {step.goal.words}. None of its figures is known yet."
    met = [each for each in found.steps if each.met is not None]
    text = f"The target was {step.goal.words}; {number(step.seen)} so far."
    if len(found.steps) > 1 and met:
        text += f" Met in {sum(each.met is True for each in met)} of {len(met)} periods."
    unknown = [one.goal.over for one in found.steps if not one.months and one.met is None]
    before = [over.words for over in unknown if over.end < step.goal.over.start]
    return f"{text} Nothing is known of {' and '.join(before[-2:])}." if before else text


def of_shares(
    figures: Figures, aim: Aim, every: int | None, as_at: datetime.date, *, falling: bool = False
) -> Judgement:
    """Each period, or all so far, as a share with its interval; `falling`: at most so many."""
    over = [one for one in figures.figures if one.over.start <= aim.over.end and one.whole]
    now = month_number(as_at)
    usable = [one for one in over if one.over.start >= aim.over.start and one.over.start < now]
    if not usable:
        why = "Nobody has been counted yet, so there is no share."
        return Judgement(figures.what, "not enough data", why, notes=(NO_ODDS,))
    parted = every is not None or figures.so_far or figures.source == "survey"
    shares = [_share(one) for one in usable] if parted else [_together(usable)]
    met = [_reached(one, aim, falling=falling) for one in shares]
    ended = aim.over.end < now
    verdict = _verdict(shares[-1], met, aim, ended=ended, each=every is not None, falling=falling)
    newest, why = shares[-1], ""
    unknown = aim.over.months // every - len(met) if every and ended else 0
    if verdict == "met" and unknown > 0:
        verdict, why = "not enough data", f" Nothing is known of {number(unknown)} more."
    return Judgement(
        figures.what,
        verdict,
        _why(newest, aim, met, falling=falling, each=every is not None) + why,
        observed=newest.share,
        low=newest.low,
        high=newest.high,
        workings=tuple(_workings(usable, aim, falling=falling)),
        notes=(NO_ODDS,),
    )


def _share(one: Figure) -> Share:
    return share(one.count, one.whole or 0)


def _together(usable: Sequence[Figure]) -> Share:
    return share(sum(one.count for one in usable), sum(one.whole or 0 for one in usable))


def _reached(found: Share, aim: Aim, *, falling: bool) -> bool:
    aimed = aim.number / 100
    return found.share <= aimed + HAIR if falling else found.share >= aimed - HAIR


def _verdict(
    newest: Share, met: Sequence[bool], aim: Aim, *, ended: bool, each: bool, falling: bool
) -> Verdict:
    if ended:
        return "met" if (all(met) if each else met[-1]) else "not met"
    if each and not all(met):
        return "not met"
    aimed = aim.number / 100
    # No interval reaches the whole: of all, nobody missed so far is as good as can be.
    nobody_missed = newest.share >= 1 and aimed >= 1
    above, below = nobody_missed or newest.low >= aimed - HAIR, newest.high < aimed - HAIR
    if (below and not falling) or (falling and newest.low > aimed + HAIR):
        return "off course"
    if (above and not falling) or (falling and newest.high <= aimed + HAIR):
        return "on course"
    return "too early to say"


def _why(newest: Share, aim: Aim, met: Sequence[bool], *, falling: bool, each: bool) -> str:
    most = "at most" if falling else "at least"
    text = f"The target was {most} {per_cent(aim.number)}; the newest is {newest.sentence}"
    if each and len(met) > 1:
        text += f" Met in {sum(met)} of {len(met)} periods."
    return text


def _workings(usable: Sequence[Figure], aim: Aim, *, falling: bool) -> list[tuple[str, str]]:
    made = [("Target", f"{'at most' if falling else 'at least'} {per_cent(aim.number)}")]
    for one in usable[-4:]:
        found = _share(one)
        made.append((one.over.words, found.sentence))
    return made


def refuse_bad(figures: Figures) -> None:
    """A period counted twice, a part larger than its whole, a count below nought."""
    last: Period | None = None
    for one in sorted(figures.figures, key=lambda each: (each.over.start, -each.over.months)):
        if last and one.over.start <= last.end:
            raise CannotWorkOut(f"{one.over.words} is counted twice: give each period once.")
        if one.count < 0:
            raise CannotWorkOut(
                f"{number(one.count)} in {one.over.words} is no count: a count is nought or more."
            )
        if one.whole is not None and one.count > one.whole:
            raise CannotWorkOut(
                f"{one.over.words}: {number(one.count)} cannot be part of {number(one.whole)}."
            )
        last = one.over
