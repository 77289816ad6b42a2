"""What somebody sends as an answer, before it is kept."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from frankpledge.language.states import State
from frankpledge.partnership.models import Rating
from frankpledge.plan.changes import Figure
from frankpledge.plan.models import Outcome
from frankpledge.record import digests

NO_CHANGE = "No change since last time."


@dataclass(frozen=True)
class OutcomeGiven:
    """How one outcome is going, or the promise itself where `outcome` is none."""

    outcome: Outcome | None
    state: str = ""
    rating: Rating | None = None
    condition: str = ""
    figure: Figure = field(default_factory=Figure)

    @property
    def stands(self) -> str:
        return self.state or (self.rating.implies if self.rating else State.NOT_STATED)


@dataclass(frozen=True)
class AnswerGiven:
    outcomes: tuple[OutcomeGiven, ...]
    said_on: datetime.date
    happened: str = ""
    why: str = ""
    next_step: str = ""
    help_needed: str = ""
    help_from: str = ""
    concern: str = ""  # for the coordinator alone
    decision: str = ""  # asked of the board
    evidence: tuple[Mapping[str, str], ...] = ()
    by_priority: Mapping[str, str] = field(default_factory=dict)
    no_change: bool = False
    uploads: tuple[int, ...] = ()

    @property
    def raised(self) -> dict[str, str]:
        both = {"concern": self.concern, "decision": self.decision}
        return {kind: words for kind, words in both.items() if words}

    @property
    def texts(self) -> dict[str, Any]:
        """The columns that an answer keeps as they were typed."""
        return {
            "happened": self.happened,
            "why": self.why,
            "next_step": self.next_step,
            "help_needed": self.help_needed,
            "help_from": self.help_from,
            "evidence": [dict(one) for one in self.evidence],
            "by_priority": dict(self.by_priority),
        }


def press_of(press: str, given: AnswerGiven) -> str:
    """A double press sends the same words twice. Other words from the same page are an answer."""
    outcomes = [
        [
            one.outcome.pk if one.outcome else 0,
            one.stands,
            one.rating.pk if one.rating else 0,
            one.condition,
            str(one.figure.number),
            str(one.figure.of),
            one.figure.none_because,
        ]
        for one in given.outcomes
    ]
    said = [given.texts, given.raised, str(given.said_on), given.no_change, list(given.uploads)]
    return digests.sha256(digests.canonical([press, outcomes, said]))
