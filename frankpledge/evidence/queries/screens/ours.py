"""The areas that a partnership answers for: each, all of them together, and the county about."""

from frankpledge.evidence.asking.put import put
from frankpledge.evidence.asking.scope import COLUMNS, TOGETHER, Area, Scope, area_called
from frankpledge.evidence.engines.engine import Engine
from frankpledge.partnership.models import Partnership
from frankpledge.record.errors import Refused

MOST_NAMED = 3


def areas_of(asked: Engine, partnership: Partnership) -> tuple[Area, ...]:
    """The widest first."""
    codes = list(partnership.areas.values_list("code", flat=True))
    found = dict.fromkeys(area_called(asked, code) for code in codes)
    if not found:
        raise Refused("No area is named for this partnership: name it in the settings.")
    order = list(COLUMNS)
    return tuple(sorted(found, key=lambda each: (order.index(each.kind), each.name, each.code)))


def area_of(asked: Engine, partnership: Partnership) -> Area:
    """What is told of a partnership where nobody chooses: all of its areas together."""
    return choosable(asked, partnership)[0]


def choosable(asked: Engine, partnership: Partnership) -> tuple[Area, ...]:
    """All of them together first, where there are several and none lies in another."""
    areas = areas_of(asked, partnership)
    apart = tuple(each for each in areas if not _inside(asked, each, areas))
    if len(apart) < 2:
        return areas
    return Area(TOGETHER, TOGETHER, _called(apart), apart), *areas


def county_of(asked: Engine, ours: Area) -> Area:
    """Itself, where no county is known to hold it, or not one alone."""
    if ours.kind == "county":
        return ours
    scope = Scope(ours)
    rows = put(asked, "members", scope.values, column="county", within=scope.within)
    return area_called(asked, rows[0][0]) if len(rows) == 1 else ours


def _inside(asked: Engine, area: Area, others: tuple[Area, ...]) -> bool:
    held = {each.code for each in others if each.kind == "county"} - {area.code}
    return bool(held) and county_of(asked, area).code in held


def _called(areas: tuple[Area, ...]) -> str:
    names = [each.name for each in areas]
    if len(names) > MOST_NAMED:
        return f"all {len(names)} areas"
    return f"{', '.join(names[:-1])} and {names[-1]}"
