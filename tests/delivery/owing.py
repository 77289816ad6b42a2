"""A quarterly return of two figures, given month by month, as the screens make one."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import time_machine

from frankpledge.asking import links
from frankpledge.delivery import changes
from frankpledge.delivery.changes.replies import slots_of
from frankpledge.delivery.given import FigureGiven
from frankpledge.delivery.models import Owed, Reply, Return
from tests.small import BY, Small

QUARTER = datetime.date(2026, 7, 1)
DUE = datetime.date(2026, 10, 30)


def at(month: int, day: int, year: int = 2026) -> time_machine.travel:
    moment = datetime.datetime(year, month, day, 9, tzinfo=datetime.UTC)
    return time_machine.travel(moment, tick=False)


def at_day(day: datetime.date) -> time_machine.travel:
    return at(day.month, day.day, day.year)


@dataclass
class Owing:
    small: Small
    of: Return
    owed: Owed

    def asked(self) -> Owed:
        changes.ask_for(owed=self.owed, by=BY)
        self.owed.refresh_from_db()
        return self.owed

    @property
    def url(self) -> str:
        assert self.owed.link is not None
        return f"/answer/{links.token_of(self.owed.link)}/"

    def figures(self, *counts: int | str) -> list[FigureGiven]:
        """A number, or in words why there is none, for each figure and month in turn."""
        asked = list(self.of.figures.filter(retired_on=None))
        slots = [(one, slot) for one in asked for slot in slots_of(self.owed)]
        return [
            FigureGiven(
                one,
                *slot,
                count=count if isinstance(count, int) else None,
                none_because=count if isinstance(count, str) else "",
            )
            for (one, slot), count in zip(slots, counts, strict=True)
        ]

    def given(self, *counts: int | str, **more: Any) -> Reply:
        more = {"press": "p", "by": BY, **more}
        return changes.give_figures(owed=self.owed, figures=self.figures(*counts), **more)


def a_return(small: Small, **more: Any) -> Return:
    small.inspector.mailbox = "inspector@police.example"
    small.inspector.save()
    given: dict[str, Any] = {
        "name": "Assaults seen at the hospital",
        "figures": ["Assaults", "Of them with a knife"],
        "organisation": small.police,
        "post": small.inspector,
        "starts": QUARTER,
        "grain": 3,
        "by_month": True,
        **more,
    }
    return changes.add_return(partnership=small.partnership, by=BY, **given)


@pytest.fixture
def owing(small: Small) -> Iterator[Owing]:
    """On 5 October the quarter is over, and nobody was asked yet."""
    with at(10, 5):
        made = a_return(small)
        yield Owing(small, made, Owed.objects.select_related("of__partnership").get())
