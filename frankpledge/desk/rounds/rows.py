"""One lead's row on the board: how it stands, what was last heard, what to do next."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from frankpledge.asking.letters import state_at
from frankpledge.progress.queries import lead_of
from frankpledge.progress.queries.asking import Asked
from frankpledge.ui.said import date_short

# Those who wait for the coordinator first, those who have answered last.
ORDER = (
    *("bounced", "refused", "unknown", "nobody", "revoked", "not-asked"),
    *("sent", "waiting", "opened", "passed", "part", "answered", "called-off"),
)
MARKS = {
    "answered": "answered",
    "part": "answered",
    "opened": "opened",
    "passed": "passed",
    "bounced": "bounced",
    "refused": "bounced",
}
LOUD = {"bounced", "refused", "unknown", "nobody", "revoked", "sent"}
RING_AFTER = 2  # reminders that nobody answered


@dataclass(frozen=True)
class LeadRow:
    asked: Asked
    missed: bool  # the round before as well

    @property
    def mark(self) -> str:
        return "" if self.asked.key == "nobody" else MARKS.get(self.asked.key, "shut")

    @property
    def is_loud(self) -> bool:
        return self.asked.key in LOUD

    @property
    def words(self) -> str:
        made = _WORDS.get(self.asked.key)
        return made(self.asked) if made else self.asked.words

    @property
    def note(self) -> str:
        told = [*_notes(self.asked), "missed last round too" if self.missed else ""]
        return ", ".join(filter(None, told))

    @property
    def next(self) -> str:
        """What is best done next: a word that the page knows a link or button for."""
        key = self.asked.key
        if key in ("bounced", "refused", "nobody"):
            return "address"
        if key in ("unknown", "revoked"):
            return "again"
        if key in ("opened", "sent", "part"):
            ring = self.missed or self.asked.reminded >= RING_AFTER
            return "type" if ring else "remind"
        return "read" if self.asked.answers else "see"


def lead_rows(asked: list[Asked], missed: AbstractSet[Any]) -> list[LeadRow]:
    rows = [LeadRow(one, lead_of(one.request) in missed and _is_open(one)) for one in asked]
    return sorted(rows, key=lambda row: ORDER.index(row.asked.key))


def _is_open(asked: Asked) -> bool:
    return asked.key not in ("answered", "called-off", "passed")


def _answered(asked: Asked) -> str:
    if not asked.answers:
        return "Answered by another lead"
    return f"Answered {date_short(asked.answers[-1].sent_at)}"


def _opened(asked: Asked) -> str:
    link = asked.request.link
    return f"Opened {date_short(link.first_opened_at)}" if link and link.first_opened_at else ""


def _passed(asked: Asked) -> str:
    days = [item.passed_at for item in asked.passed if item.passed_at]
    return f"Passed on {date_short(max(days))}" if days else "Passed on"


def _came_back(asked: Asked) -> str:
    word = "Bounced" if asked.key == "bounced" else "Refused"
    return f"{word} {date_short(state_at(asked.letters[0]))}"


_WORDS = {
    "answered": _answered,
    "part": lambda asked: f"Answered {asked.answered} of {asked.of}",
    "opened": _opened,
    "passed": _passed,
    "bounced": _came_back,
    "refused": _came_back,
}


def _notes(asked: Asked) -> list[str]:
    if asked.key == "passed":
        return [f"to {asked.passed[0].passed_to.called}" if asked.passed[0].passed_to else ""]
    if asked.key == "refused":
        return [asked.letters[0].said]
    told = [_how_sent(asked)] if asked.answers else []
    if asked.request.passed_from:
        told.append(f"passed on by {asked.request.passed_from.called}")
    if _is_open(asked):
        told.append(_reminded(asked))
    return told


def _how_sent(asked: Asked) -> str:
    newest = asked.answers[-1]
    how = newest.get_via_display()
    how = f"{how} by {newest.typed_by}" if newest.typed_by else how
    late = ", late" if newest.is_late or newest.after_freeze else ""
    return f"no change since last time{late}" if newest.no_change else f"{how}{late}"


def _reminded(asked: Asked) -> str:
    sent = [one for one in asked.letters if one.kind == "remind" and one.sent_at]
    days = dict.fromkeys(date_short(timezone.localdate(one.sent_at)) for one in reversed(sent))
    return f"reminded {' and '.join(days)}" if days else ""
