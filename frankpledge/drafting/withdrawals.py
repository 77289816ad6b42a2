"""Removing a text that the law says must not be kept from drafts and what is remembered."""

from frankpledge.drafting.models import Draft, Habit, Mend, Original, Reading
from frankpledge.record.withdrawals import also_removes, remove_from_rows

ROWS = (
    (Draft, "partnership"),
    (Reading, "draft__partnership"),
    (Mend, "draft__partnership"),
    (Habit, "partnership"),
)


@also_removes
def remove_from_drafts(chain: str, words: str) -> int:
    partnership = int(chain.partition(":")[2] or 0)
    holding = {
        reading.draft_id
        for reading in Reading.objects.filter(draft__partnership=partnership)
        if words in str([reading.file, reading.source])
    }
    # Nothing can be cut out of a document of bytes, so one that holds the words goes whole.
    Original.objects.filter(draft_id__in=holding).update(data=b"")
    return sum(remove_from_rows(model, {path: partnership}, words) for model, path in ROWS)
