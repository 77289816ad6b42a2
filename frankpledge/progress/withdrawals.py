"""Removing a text that the law says must not be kept from rounds and what was said in them."""

from frankpledge.progress.models import (
    Answer,
    EndingNoted,
    Item,
    Kept,
    OutcomeAnswer,
    ProposedStrike,
    Question,
    Raised,
    Request,
    Rhythm,
    Round,
    Settled,
    Step,
    Typing,
    Upload,
    Verdict,
)
from frankpledge.record.withdrawals import also_removes, remove_from_rows

# Every kind of row, with the way by which it belongs to a partnership.
ROWS = (
    (Rhythm, "partnership"),
    (Round, "partnership"),
    (Step, "round__partnership"),
    (Request, "round__partnership"),
    (Item, "request__round__partnership"),
    (Typing, "item__request__round__partnership"),
    (Answer, "item__request__round__partnership"),
    (OutcomeAnswer, "answer__item__request__round__partnership"),
    (Upload, "partnership"),
    (Raised, "answer__item__request__round__partnership"),
    (Verdict, "item__request__round__partnership"),
    (Kept, "answer__item__request__round__partnership"),
    (Settled, "round__partnership"),
    (Question, "round__partnership"),
    (ProposedStrike, "round__partnership"),
    (EndingNoted, "action__plan__partnership"),
)


@also_removes
def remove_from_rounds(chain: str, words: str) -> int:
    partnership = int(chain.partition(":")[2] or 0)
    return sum(remove_from_rows(model, {path: partnership}, words) for model, path in ROWS)
