from frankpledge.progress.models.answers import (
    COUNTED,
    Answer,
    Kept,
    OutcomeAnswer,
    Raised,
    Typing,
    Upload,
)
from frankpledge.progress.models.reviews import Question, Settled, Verdict
from frankpledge.progress.models.rounds import Item, Request, Rhythm, Round, Step
from frankpledge.progress.models.strikes import ProposedStrike
from frankpledge.progress.models.years import EndingNoted

__all__ = [
    "COUNTED",
    "Answer",
    "EndingNoted",
    "Item",
    "Kept",
    "OutcomeAnswer",
    "ProposedStrike",
    "Question",
    "Raised",
    "Request",
    "Rhythm",
    "Round",
    "Settled",
    "Step",
    "Typing",
    "Upload",
    "Verdict",
]
