"""How a promise stands and when that was last said: two things, side by side, never merged."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from frankpledge.language.states import DECIDED, State
from frankpledge.language.states import TO_COME as WAITING
from frankpledge.plan.when import quarter_before, quarter_start
from frankpledge.public.reading import day
from frankpledge.public.words import long_day, near_day, near_month
from frankpledge.ui.marks import COLOURS, SHAPES

Doc = dict[str, Any]
GOOD, SHORT, TO_COME, OVER = "good", "short", "to come", "over"
ORDER = [GOOD, SHORT, TO_COME, OVER]


@dataclass(frozen=True)
class Mark:
    label: str
    shape: str
    colour: str
    group: str
    badness: float
    decided: bool = False  # by striking, carrying forward or linking, not by a saying

    @property
    def place(self) -> tuple[int, bool, float]:
        return ORDER.index(self.group), self.decided, -self.badness

    @property
    def is_short(self) -> bool:
        return self.group == SHORT


def mark_of(stands: Doc) -> Mark:
    known = stands["shape"] in SHAPES and stands["colour"] in COLOURS
    return Mark(
        label=stands["label"],
        shape=stands["shape"] if known else "dashed-ring",
        colour=stands["colour"] if known else "hush",
        group=group_of(stands),
        badness=stands["badness"],
        decided=stands["state"] in DECIDED,
    )


def group_of(stands: Doc) -> str:
    if stands["is_good"]:
        return GOOD
    if not stands["is_open"]:
        return OVER
    return TO_COME if stands["state"] in WAITING else SHORT


def tallied(counts: Iterable[tuple[Mark, int]]) -> list[tuple[Mark, int]]:
    """What is well kept first, best first; then what falls short, what is to come, what is over."""
    return sorted(counts, key=lambda row: row[0].place)


def total(counts: Iterable[tuple[Mark, int]], group: str) -> int:
    return sum(count for mark, count in counts if mark.group == group)


def counted(marks: Iterable[Mark]) -> list[tuple[Mark, int]]:
    found: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        found.setdefault((mark.label, mark.group), []).append(mark)
    return tallied((same[0], len(same)) for same in found.values())


def when_said(stands: Doc, as_at: datetime.date) -> str:
    """How fresh a saying was when it was published, in words."""
    on = day(stands.get("said_on"))
    if on is None:
        return "" if stands["state"] in DECIDED else "Nobody has said yet"
    if not stands["is_open"] or on >= quarter_start(as_at):
        return f"Said {near_day(on, seen_from=as_at)}"
    return f"Last said {near_day(on, seen_from=as_at)}"


def silence(stands: Doc, as_at: datetime.date) -> str:
    """One frank sentence where nothing was said for more than a quarter."""
    on = day(stands.get("said_on"))
    if on is None:
        return "We have heard nothing yet."
    if on >= quarter_before(quarter_start(as_at)):
        return ""
    return f"We have heard nothing since {near_month(on, seen_from=as_at)}."


def ended(stands: Doc, closed_on: str | None) -> str:
    on = day(closed_on)
    if on is None or stands["state"] not in (State.STRUCK, State.CARRIED):
        return ""
    word = "Struck" if stands["state"] == State.STRUCK else "Carried forward"
    return f"{word} on {long_day(on)}"
