"""Removing a text that the law says must not be kept from links and letters."""

from frankpledge.asking.models import Letter, Link
from frankpledge.record.withdrawals import also_removes, remove_from_rows


@also_removes
def remove_from_letters(chain: str, words: str) -> int:
    partnership = int(chain.partition(":")[2] or 0)
    return sum(
        remove_from_rows(model, {"partnership": partnership}, words) for model in (Link, Letter)
    )
