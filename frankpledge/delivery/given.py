"""What somebody sends to be logged, before it is kept."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from frankpledge.delivery.models import Asked, Measure
from frankpledge.partnership.models import Area, Organisation
from frankpledge.plan.models import Outcome
from frankpledge.record import digests

Parts = Mapping[tuple[str, str], int]  # kind and band: how many


@dataclass(frozen=True)
class Counted:
    measure: Measure
    count: int
    parts: Parts = field(default_factory=dict)


@dataclass(frozen=True)
class ActivityGiven:
    on: datetime.date
    results: Sequence[Counted]
    is_month: bool = False
    place: str = ""
    area: Area | None = None
    organisations: Sequence[Organisation] = ()
    what: str = ""
    outcomes: Sequence[Outcome] = ()  # none: whatever the measures count towards

    @property
    def told(self) -> dict[str, Any]:
        """As the record tells it."""
        said = {
            "on": self.on.isoformat(),
            "whole month": self.is_month,
            "place": self.place or str(self.area or ""),
            "organisations": [one.name for one in self.organisations],
            "what": self.what,
            "counts": {one.measure.name: one.count for one in self.results},
            "parts": {
                f"{one.measure.name}, {band}": count
                for one in self.results
                for (_, band), count in one.parts.items()
            },
            "towards": [one.words for one in self.outcomes],
        }
        return {name: value for name, value in said.items() if value not in ("", [], {}, False)}


@dataclass(frozen=True)
class FigureGiven:
    """One figure of a return: a number, or why there is none."""

    asked: Asked
    starts: datetime.date
    months: int
    count: int | None = None
    none_because: str = ""


def press_of(press: str, *said: Any) -> str:
    """A double press sends the same again. Other words from the same page are another entry."""
    return digests.sha256(digests.canonical([press, *said]))
