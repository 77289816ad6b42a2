"""A scope from what people type: names of areas, months and types."""

from collections.abc import Sequence
from dataclasses import replace

from frankpledge.evidence.asking.own import datasets, own
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
    source: str | None = None,
    grain: str | None = None,
) -> Scope:
    """An end that is not given is the end of what the area's forces have.

    A source is the name of counts that the partnership brought; one alone may stand as a type.
    """
    within = area_called(asked, area) if area else None
    if source is None and len(types) == 1 and types[0] in datasets(asked):
        source, types = types[0], ()
    if source is None and grain is not None:
        raise Refused("The police's figures are by month: a grain is for counts of your own.")
    found = Scope(within, own=own(asked, source, within, grain) if source else None)
    chosen = replace(found, types=types_called(asked, types, found.own))
    if not start and not end:
        return chosen
    here = covered(asked, found).period
    first = month_of(start) if start else here.start
    last = month_of(end) if end else here.end
    if start and end and last < first:
        one, other = Period(first).words, Period(last).words
        raise Refused(f"{one} comes after {other}: give the earlier month first.")
    if last < first:
        asked_for = Period(first if start else last).words
        raise Refused(f"No month asked for ({asked_for}) is here: there are {here.words}.")
    return chosen.over(Period(first, last - first + 1))
