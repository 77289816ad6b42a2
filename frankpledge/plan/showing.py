"""How a promise stands, from what was said of it: for every face alike. Pure, on loaded rows."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from frankpledge.language.states import BADNESS, CLOSED, DECIDED, State
from frankpledge.partnership.models import Rating
from frankpledge.plan.marks import MARKS
from frankpledge.plan.models import Action, Outcome, Standing


@dataclass(frozen=True)
class Shown:
    """A mark and its word, as one thing: people's judgement and nothing else."""

    label: str
    shape: str
    colour: str
    badness: float
    is_good: bool
    state: str
    said_on: datetime.date | None = None
    says: str = ""  # '1 of 3 outcomes'

    @property
    def is_open(self) -> bool:
        return self.state not in CLOSED


class Scale:
    """One partnership's ratings, with the fixed states put in their places among them."""

    def __init__(self, ratings: Sequence[Rating]) -> None:
        self._ratings = sorted(ratings, key=lambda rating: rating.severity)
        self._by_id = {rating.pk: rating for rating in self._ratings}

    def shown(self, row: Action | Outcome) -> Shown:
        # A decision, such as striking, outlives whatever was said before it.
        rating = None if row.state in DECIDED else self._by_id.get(row.rating_id or 0)
        if rating is None:
            return self._of_state(row.state, row.said_on)
        return self._of_rating(rating, row.state, row.said_on)

    def shown_standing(self, standing: Standing) -> Shown:
        """What was said then, with the words and marks that ratings have now."""
        rating = self._by_id.get(standing.rating_id or 0)
        if rating is None:
            return self._of_state(standing.state, standing.said_on)
        return self._of_rating(rating, standing.state, standing.said_on)

    def shown_answer(self, rating_id: int | None, state: str) -> Shown:
        """The same of an answer that may not be in the plan."""
        rating = self._by_id.get(rating_id or 0)
        return self._of_rating(rating, state, None) if rating else self._of_state(state, None)

    def _of_rating(self, rating: Rating, state: str, said_on: datetime.date | None) -> Shown:
        return Shown(
            label=rating.label,
            shape=rating.shape,
            colour=rating.colour,
            badness=float(self._ratings.index(rating) + 1),
            is_good=rating.is_good,
            state=state,
            said_on=said_on,
        )

    def _of_state(self, state: str, said_on: datetime.date | None) -> Shown:
        shape, colour = MARKS[state]
        worse = [r for r in self._ratings if BADNESS[r.implies] <= BADNESS[state]]
        good = state in (State.COMPLETE, State.IN_PROGRESS, State.THROUGH_ANOTHER)
        return Shown(
            label=State(state).words,
            shape=shape,
            colour=colour,
            badness=len(worse) + 0.5 + BADNESS[state] / 100,
            is_good=good,
            state=state,
            said_on=said_on,
        )

    def of_action(self, action: Action, outcomes: Iterable[Outcome]) -> Shown:
        """The worst of its open outcomes and how many; its own, where it has none."""
        listed = [self.shown(outcome) for outcome in outcomes]
        if not listed or action.state in DECIDED:
            return self.shown(action)
        pool = [one for one in listed if one.is_open] or listed
        worst = min(pool, key=lambda one: one.badness)
        alike = sum(one.label == worst.label for one in pool)
        said = [one.said_on for one in listed if one.said_on]
        return Shown(
            label=worst.label,
            shape=worst.shape,
            colour=worst.colour,
            badness=worst.badness,
            is_good=worst.is_good,
            state=worst.state,
            said_on=max(said, default=None),
            says=f"{alike} of {len(listed)}" if len(listed) > 1 else "",
        )


def counted(shown: Iterable[Shown]) -> list[tuple[Shown, int]]:
    """How many promises show each mark, worst first."""
    by_label: dict[str, list[Shown]] = {}
    for one in shown:
        by_label.setdefault(one.label, []).append(one)
    rows = [(same[0], len(same)) for same in by_label.values()]
    return sorted(rows, key=lambda row: row[0].badness)
