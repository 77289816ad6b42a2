"""A scope from what people type: names of areas, months and types."""

from collections.abc import Sequence

from frankpledge.evidence.asking.scope import Scope, area_called, month_of, types_called
from frankpledge.evidence.asking.told import covered
from frankpledge.evidence.engines.engine import Engine
from frankpledge.figures.periods import Period
from frankpledge.record.errors import Refused


def scope(
    asked: Engine,
    *,
    area: str | None = None,
    start: str | None = None,
    end: str | None = None,
    types: Sequence[str] = (),
) -> Scope:
    """An end that is not given is the end of what the area's forces have."""
    found = Scope(area_called(asked, area) if area else None)
    chosen = types_called(asked, types)
    if not start and not end:
        return Scope(found.area, None, chosen)
    here = covered(asked, found).period
    first = month_of(start) if start else here.start
    last = month_of(end) if end else here.end
    if start and end and last < first:
        one, other = Period(first).words, Period(last).words
        raise Refused(f"{one} comes after {other}: give the earlier month first.")
    if last < first:
        asked_for = Period(first if start else last).words
        raise Refused(f"No month asked for ({asked_for}) is here: there are {here.words}.")
    return Scope(found.area, Period(first, last - first + 1), chosen)
