"""Removing a text that the law says must not be kept from what was counted."""

from frankpledge.delivery.models import (
    Activity,
    Asked,
    Figure,
    LogImport,
    LogMapping,
    Measure,
    Owed,
    Part,
    Reply,
    Return,
    SurveyQuestion,
    Wave,
)
from frankpledge.record.withdrawals import also_removes, remove_from_rows

# Every kind of row with words, and the way by which it belongs to a partnership.
ROWS = (
    (Measure, "partnership"),
    (LogImport, "partnership"),
    (LogMapping, "partnership"),
    (Activity, "partnership"),
    (Part, "result__activity__partnership"),
    (SurveyQuestion, "partnership"),
    (Wave, "question__partnership"),
    (Return, "partnership"),
    (Asked, "of__partnership"),
    (Owed, "of__partnership"),
    (Reply, "owed__of__partnership"),
    (Figure, "reply__owed__of__partnership"),
)


@also_removes
def remove_from_delivery(chain: str, words: str) -> int:
    partnership = int(chain.partition(":")[2] or 0)
    return sum(remove_from_rows(model, {path: partnership}, words) for model, path in ROWS)
