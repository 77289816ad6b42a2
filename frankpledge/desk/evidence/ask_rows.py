"""The rows of an answer as a page shows them: codes and empty columns stand in the CSV alone."""

from typing import Any

from frankpledge.evidence.queries.screens import Answer

WORDS = {
    "area_name": "Area",
    "percent": "Percent",
    "why_no_percent": "Why no percentage",
    "rate": "Rate",
    "low": "At least",
    "high": "At most",
    "best": "Could rank from",
    "worst": "Could rank to",
    "lower": "Usual from",
    "upper": "Usual to",
    "mean": "Usual",
    "z": "z of Gi*",
    "now": "All months together",
    "over_months": "Over the months",
    "percent_of_harm": "Percent of the harm",
}
# Codes are for joining tables: on a page the name says it, and the answer how many are ranked.
LEFT_OUT = ("area", "of")
# As many columns fit beside each other on a phone; of more, each row becomes a block.
NARROW = 3


def rows_shown(found: Answer, most: int) -> dict[str, Any]:
    kept = [at for at, head in enumerate(found.heads) if _is_shown(found, at, head)]
    # What is ranked leads its row, and its rank follows.
    kept.sort(key=lambda at: "rank" in found.heads and found.heads[at] != "area_name")
    heads = [(_word(found.heads[at]), found.figures[at]) for at in kept]
    rows = [
        [(*heads[place], row[at]) for place, at in enumerate(kept)] for row in found.shown(most)
    ]
    return {
        "heads": heads,
        "rows": rows,
        "left": max(0, len(found.rows) - most),
        "is_wide": len(kept) > NARROW,
    }


def _is_shown(found: Answer, at: int, head: str) -> bool:
    has_name = "area_name" in found.heads
    return not (head in LEFT_OUT and has_name) and any(
        row[at] not in (None, "") for row in found.rows
    )


def _word(head: str) -> str:
    said = WORDS.get(head, head.replace("_", " "))
    return said[:1].upper() + said[1:]
