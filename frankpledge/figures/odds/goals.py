"""How few or how many a target allows, in each of the periods it is judged over."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from frankpledge.figures import given
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.odds.outcomes import Aim, Known
from frankpledge.figures.periods import Period
from frankpledge.figures.wording import number, per_cent

# What 10 % off 50 leaves is 45 and not 44: a hair for what floating point loses.
HAIR = 1e-9
NOUGHT = (
    "The baseline is nought: nothing can fall below nought, and no percentage of it can be "
    "worked out. Give a number to reach."
)


@dataclass(frozen=True)
class Goal:
    over: Period
    least: int | None = None
    most: int | None = None
    how: str = ""

    @property
    def words(self) -> str:
        if self.least is not None:
            return f"at least {number(self.least)} in {self.over.words}"
        return f"at most {number(self.most or 0)} in {self.over.words}"


def goals(aim: Aim, known: Known) -> list[Goal]:
    """Of counts and rates; those of a share are worked out where its cohort is known."""
    if given.finite(aim.number) < 0:
        raise CannotWorkOut(f"{aim.number:g} is no target: a target is nought or more.")
    steps = list(_steps(aim))
    if aim.kind == "change":
        return _of_change(aim, known, steps)
    if aim.kind == "rate_ceiling":
        return [_of_rate(aim, step) for step in steps]
    if aim.kind == "count_at_most":
        return [Goal(step, most=_most(aim.number, aim.strict)) for step in steps]
    if aim.kind in {"count_at_least", "count_exactly"}:
        return [Goal(step, least=_least(aim.number, aim.strict)) for step in steps]
    raise CannotWorkOut("This kind of target is not judged by figures.")


def _steps(aim: Aim) -> Iterator[Period]:
    every = aim.every or aim.over.months
    if every < 1 or aim.over.months % every:
        raise CannotWorkOut(f"{aim.over.words} does not divide into steps of {every} months.")
    for start in range(aim.over.start, aim.over.end + 1, every):
        yield Period(start, every)


def _most(value: float, strict: bool) -> int:
    return ceil(value - HAIR) - 1 if strict else floor(value + HAIR)


def _least(value: float, strict: bool) -> int:
    return floor(value + HAIR) + 1 if strict else ceil(value - HAIR)


def _of_rate(aim: Aim, step: Period) -> Goal:
    if aim.people is None:
        raise CannotWorkOut("A rate needs to know how many people there are.")
    people = given.base(aim.people, "people")
    allowed = aim.number * people / given.base(aim.per, "people")
    how = f"{aim.number:g} per {number(aim.per)} of {number(people)}"
    return Goal(step, most=_most(allowed, aim.strict), how=how)


def _of_change(aim: Aim, known: Known, steps: list[Period]) -> list[Goal]:
    if aim.direction not in {"down", "up"}:
        raise CannotWorkOut("The target does not say which way: ask whether down or up.")
    made: list[Goal] = []
    chain: float | None = None
    for step in steps:
        before, start = _start(aim, known, step, chain)
        made.append(_changed(aim, step, start, before))
        if aim.comparator == "step" and aim.every:
            here = _if_known(known, step)
            # Where a step is still to come, the next starts from what this one allows.
            chain = start * _factor(aim) if here is None else here
    return made


def _start(aim: Aim, known: Known, step: Period, chain: float | None) -> tuple[str, float]:
    if chain is not None:
        return f"the {step.months} months before", chain
    if aim.every and aim.comparator == "step":
        before = Period(step.start - step.months, step.months)
    elif aim.every and not isinstance(aim.baseline, int | float):
        before = Period(step.start - 12, step.months)
    elif isinstance(aim.baseline, Period):
        before = aim.baseline
    elif aim.baseline is None:
        before = Period(step.start - step.months, step.months)
    else:
        return "the baseline", given.finite(aim.baseline)
    _unbroken(known, before, step)
    # A baseline of another length is brought to the length of the step.
    return before.words, known.sum(before) * step.months / before.months


def _changed(aim: Aim, step: Period, start: float, before: str) -> Goal:
    if start < 0:
        raise CannotWorkOut(f"{start:g} is not a baseline: a count is nought or more.")
    if start == 0:
        raise CannotWorkOut(NOUGHT)
    if aim.direction == "down" and aim.number > 100:
        raise CannotWorkOut(f"A fall of {aim.number:g} % would go below nought.")
    aimed = start * _factor(aim)
    which = "off" if aim.direction == "down" else "on top of"
    how = f"{per_cent(aim.number, 1 if aim.number % 1 else 0)} {which} {number(start)} in {before}"
    if aim.direction == "down":
        return Goal(step, most=_most(aimed, aim.strict), how=how)
    return Goal(step, least=_least(aimed, aim.strict), how=how)


def _factor(aim: Aim) -> float:
    return 1 + (-aim.number if aim.direction == "down" else aim.number) / 100


def _if_known(known: Known, step: Period) -> int | None:
    try:
        return known.sum(step)
    except CannotWorkOut:
        return None


def _unbroken(known: Known, before: Period, step: Period) -> None:
    for at, why in known.breaks.items():
        if before.start < at <= step.end:
            raise CannotWorkOut(
                f"Counted in another way since {Period(at).words} ({why}): what came before is "
                "no baseline for what came after."
            )
