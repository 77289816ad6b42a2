from frankpledge.progress.models.answers import (
    Answer,
    OutcomeAnswer,
    Raised,
    Typing,
    Upload,
)
from frankpledge.progress.models.reviews import Question, Settled, Verdict
from frankpledge.progress.models.rounds import Item, Request, Rhythm, Round, Step

__all__ = [
    "Answer",
    "Item",
    "OutcomeAnswer",
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
