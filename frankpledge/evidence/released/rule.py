"""Which small numbers are held back from the public: data with dates, not code."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

RULES = Path(__file__).with_name("small_numbers.json")


@dataclass(frozen=True)
class Rule:
    since: date
    # Counts below it are held back, nought apart.
    threshold: int
    # The kinds of areas that are small: others are shown as they are.
    small: frozenset[str]
    # A type with fewer than this many a place, on average, is not shown by place.
    each: int
    # With fewer places than this nothing is shown by place.
    places: int
    # Years that overlap would give away what lies between them: so these never do.
    year_starts_in: int

    def applies_to(self, kind: str) -> bool:
        return kind in self.small


@cache
def rules() -> tuple[Rule, ...]:
    read = json.loads(RULES.read_text(encoding="utf-8"))
    return tuple(
        Rule(date.fromisoformat(each.pop("since")), small=frozenset(each.pop("small")), **each)
        for each in read
    )


def rule_on(day: date) -> Rule:
    """The newest that holds on the day."""
    return max((each for each in rules() if each.since <= day), key=lambda each: each.since)
