"""Figures that leads said in their answers, where nothing else measures the outcome."""

import datetime
from collections.abc import Iterable, Sequence

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.periods import Period
from frankpledge.judging.reading import WHICH
from frankpledge.judging.series import Figure, Figures, month_number
from frankpledge.plan.models import Standing
from frankpledge.plan.saying import figure_in_words

QUARTER = 3
METHOD = "Method: as said by the lead, in the newest answer of each quarter; not counted by us."


def figures(
    what: str, standings: Sequence[Standing], *, so_far: bool | None, over: Period | None = None
) -> Figures:
    """The newest answer of each quarter counts. Without a quarter, that of the day it was said.

    `over` is the first step of a target of each year: what is so far begins anew with each. Where
    nobody said which is meant, two figures of one year can only be asked about.
    """
    newest: dict[int, Standing] = {}
    for one in sorted(standings, key=lambda each: (each.said_on, each.pk)):
        if one.figure is not None:
            newest[_quarter(one)] = one
    if not newest:
        why = "The lead has given no figure yet; each round asks for one."
        return Figures("said", what, why_none=why, awaited=True)
    if so_far is None and over and _several(newest, over):
        return Figures("said", what, why_none=f"{WHICH} See the targets with a question.")
    try:
        made = [_figure(start, one) for start, one in sorted(newest.items())]
        kept = tuple(_gains(made, over) if so_far and made[0].whole is None else made)
    except CannotWorkOut as why:
        return Figures("said", what, why_none=str(why))
    last = max(newest.values(), key=lambda one: one.said_on)
    told = (
        f"Source: the lead's own answers, {len(newest)} of them with a figure.",
        f"Newest: said on {_day(last.said_on)} by {last.said_by}.",
        METHOD,
        "Each figure is taken as all so far."
        if so_far
        else "Each figure is taken as its quarter's.",
    )
    return Figures("said", what, kept, told, group="said", so_far=bool(so_far))


def _several(starts: Iterable[int], over: Period) -> bool:
    steps = [_step(start, over) for start in starts]
    return len(set(steps)) < len(steps)


def _step(start: int, over: Period) -> int:
    return (start - over.start) // over.months


def _quarter(one: Standing) -> int:
    if one.period:
        return month_number(one.period)
    at = month_number(one.said_on)
    return at - at % QUARTER


def _figure(start: int, one: Standing) -> Figure:
    over = Period(start, QUARTER)
    words = f"{figure_in_words(one)}, said by {one.said_by} on {_day(one.said_on)}"
    whole = None if one.of is None else _whole(one.of, over)
    return Figure(over, _whole(one.figure, over), whole, words=words)


def _whole(value: object, over: Period) -> int:
    number = float(value)  # type: ignore[arg-type]
    if number < 0 or number != int(number):
        raise CannotWorkOut(f"{number:g}, said of {over.words}, is no count: it is not whole.")
    return int(number)


def _gains(made: list[Figure], over: Period | None) -> list[Figure]:
    """What came in each quarter, of figures that tell all so far."""
    gained, before, step = [], 0, 0
    for each in made:
        if over and (at := _step(each.over.start, over)) != step:
            before, step = 0, at
        if each.count < before:
            raise CannotWorkOut(
                f"The lead said {before} and then {each.count} for {each.over.words}: "
                "what was done so far cannot grow less. Ask which is meant."
            )
        gained.append(
            Figure(each.over, each.count - before, provisional=each.provisional, words=each.words)
        )
        before = each.count
    return gained


def _day(day: datetime.date) -> str:
    return f"{day.day} {day:%B} {day.year}"
