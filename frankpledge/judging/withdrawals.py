"""Removing a text that the law says must not be kept from what judging keeps."""

from frankpledge.judging.models import Deviation, Indicator, JudgedThen, Meaning
from frankpledge.record.withdrawals import also_removes, remove_from_rows

ROWS = (
    (Indicator, "partnership"),
    (Meaning, "outcome__action__plan__partnership"),
    (Deviation, "outcome__action__plan__partnership"),
    (JudgedThen, "outcome__action__plan__partnership"),
)


@also_removes
def remove_from_judgements(chain: str, words: str) -> int:
    partnership = int(chain.partition(":")[2] or 0)
    return sum(remove_from_rows(model, {path: partnership}, words) for model, path in ROWS)
