"""What a document holds besides promises, in words: it is kept with the plan."""

from typing import Any

from frankpledge.ui.said import count


def kept(counts: Any) -> list[str]:
    """Such as: '12 passages of prose'."""
    parts = [
        (counts.passages, "passage of prose,passages of prose"),
        (counts.figures, "table of figures,tables of figures"),
        (counts.loose, "piece without a place,pieces without a place"),
    ]
    return [count(number, words) for number, words in parts if number]
