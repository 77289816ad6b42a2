"""Removing a text that the law says must not be kept from what charts and weights say."""

from frankpledge.evidence.models import HarmWeights, Step
from frankpledge.record.withdrawals import also_removes, remove_from_rows


@also_removes
def remove_from_charts(chain: str, words: str) -> int:
    partnership = int(chain.partition(":")[2] or 0)
    return remove_from_rows(Step, {"partnership": partnership}, words)


@also_removes
def remove_from_weights(chain: str, words: str) -> int:
    """The host's own stand under no partnership."""
    partnership = int(chain.partition(":")[2] or 0) or None
    return remove_from_rows(HarmWeights, {"partnership": partnership}, words)
