"""What a page is about: one of the partnership's areas, and the twelve months up to a month."""

from dataclasses import dataclass

from frankpledge.evidence.asking.scope import Area, Scope
from frankpledge.evidence.asking.told import covered
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.ours import choosable
from frankpledge.figures.periods import Period, read_period
from frankpledge.partnership.models import Partnership

YEAR = 12


@dataclass(frozen=True)
class Frame:
    areas: tuple[Area, ...]
    area: Area
    # Every month from the first that is here to the last.
    here: Period
    # The twelve months that are looked at, or as many as there are.
    year: Period

    @property
    def ends(self) -> tuple[Period, ...]:
        """The months at which twelve months can end, the newest first."""
        first = min(self.here.start + YEAR - 1, self.here.end)
        return tuple(Period(at) for at in range(self.here.end, first - 1, -1))

    @property
    def until(self) -> Period:
        """From the first month here to the end of what is looked at: what charts are drawn of."""
        return Period(self.here.start, self.year.end - self.here.start + 1)

    @property
    def is_newest(self) -> bool:
        return self.year.end == self.here.end


def frame(asked: Engine, partnership: Partnership, area: str = "", to: str = "") -> Frame:
    """What is not one of its areas, or no month that is here, is taken as not said."""
    areas = choosable(asked, partnership)
    chosen = next((each for each in areas if each.code == area), areas[0])
    here = covered(asked, Scope(chosen)).period
    return Frame(areas, chosen, here, _year(here, to))


def _year(here: Period, to: str) -> Period:
    asked_for = read_period(to) if to else None
    last = asked_for.end if asked_for and here.start <= asked_for.end <= here.end else here.end
    months = min(YEAR, last - here.start + 1)
    return Period(last - months + 1, months)
