"""How far each period of a target has got: what is counted, what is still to come."""

from collections.abc import Sequence
from dataclasses import dataclass

from frankpledge.figures.odds.goals import Goal
from frankpledge.figures.odds.outcomes import Known


@dataclass(frozen=True)
class Step:
    goal: Goal
    seen: int
    # Months of it that are known, and those that are not.
    months: int
    missing: tuple[int, ...]

    @property
    def met(self) -> bool | None:
        """None while it can still go either way."""
        goal = self.goal
        if goal.least is not None and self.seen >= goal.least:
            return True
        if goal.most is not None and self.seen > goal.most:
            return False
        if self.missing:
            return None
        return goal.least is None

    @property
    def room(self) -> int:
        """What may still come, or must: more makes a ceiling fail and a floor hold."""
        if self.goal.least is not None:
            return self.goal.least - self.seen - 1
        return (self.goal.most or 0) - self.seen


@dataclass(frozen=True)
class State:
    steps: tuple[Step, ...]

    @property
    def open(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.met is None)

    @property
    def met(self) -> bool | None:
        if any(step.met is False for step in self.steps):
            return False
        return None if self.open else True

    def holed(self, newest: int) -> bool:
        """Something is open only because a month of it was never given."""
        return any(step.missing[-1] < newest for step in self.open)

    @property
    def begun(self) -> bool:
        return any(step.months for step in self.steps)

    @property
    def current(self) -> Step:
        """The one that failed last, the one that runs though it is met, or the next."""
        failed = [step for step in self.steps if step.met is False]
        if failed:
            return failed[-1]
        begun = [step for step in self.steps if step.months]
        running = [step for step in begun if step.met is None] or begun[-1:]
        if running and running[0].missing:
            return running[0]
        since = begun[-1].goal.over.end if begun else 0
        ahead = [step for step in self.open if step.goal.over.start > since]
        return (ahead or self.open or self.steps[-1:])[0]


def state(goals: Sequence[Goal], known: Known) -> State:
    return State(tuple(_step(goal, known) for goal in goals))


def _step(goal: Goal, known: Known) -> Step:
    within = range(goal.over.start, goal.over.end + 1)
    there = [at for at in within if at in known.counts]
    missing = tuple(at for at in within if at not in known.counts)
    return Step(goal, sum(known.counts[at] for at in there), len(there), missing)
