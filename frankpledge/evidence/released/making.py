"""A release made from the evidence: the last place where what is held back is still seen."""

from collections import Counter

from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups, members, names
from frankpledge.evidence.asking.scope import TOGETHER, Area, Scope, number_of
from frankpledge.evidence.asking.sizes import bases, of_area
from frankpledge.evidence.asking.told import Covered, covered, tell
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.released.release import Place, Release, Year
from frankpledge.evidence.released.rule import Rule
from frankpledge.evidence.released.years import Tables

# What an area is told by: a county by its districts, a district by its wards.
PARTS = {"county": "district", "district": "ward", TOGETHER: "district"}
NOWHERE = Place("", "In no place that we know", None)


def release_of(engine: Engine, area: Area, rule: Rule) -> Release:
    cover = covered(engine, Scope(area))
    kind = PARTS.get(area.kind, "")
    months = _whole_months(cover)
    counts = _by_month(engine, Scope(area, cover.period))
    types = tuple(sorted({name for name, _ in counts}))
    places = _places(engine, area, kind, cover)
    tables = Tables(engine, area, kind, rule, months, places, types)
    year, why = tables.newest()
    before = tables.before(year)
    return Release(
        area=area,
        people=of_area(engine, area, "people", cover.period.end // 12)[0] or None,
        types=types,
        months=months,
        counts={name: tuple(counts[name, month] for month in months) for name in types},
        kind=kind,
        places=tuple(each for each in places if each.code or _is_told(each, year, before)),
        year=year,
        before=before,
        why_no_year=why,
        rule=rule,
        generation=engine.generation.pk if engine.generation else 0,
        folder=engine.generation.folder if engine.generation else "",
        told=tell(engine, Scope(area, cover.period), cover),
    )


def _whole_months(cover: Covered) -> tuple[int, ...]:
    """A month that one of the area's forces lacks is lower than it was."""
    short = {month for _, month in cover.missing}
    return tuple(month for month in cover.months if month not in short)


def _by_month(engine: Engine, scope: Scope) -> Counter[tuple[str, int]]:
    found: Counter[tuple[str, int]] = Counter()
    for (month, _, _, name), n in tallied(engine, scope, groups(("month", "type"), None)):
        if month:
            found[name, number_of(month)] += n
    return found


def _places(engine: Engine, area: Area, kind: str, cover: Covered) -> tuple[Place, ...]:
    if not kind:
        return ()
    people, called = _people(engine, kind, cover), names(engine, kind)
    codes = members(engine, Scope(area), kind)
    found = [Place(code, called.get(code, code), people.get(code)) for code in codes]
    return (*sorted(found, key=lambda each: (each.name, each.code)), NOWHERE)


def _people(engine: Engine, kind: str, cover: Covered) -> dict[str, int]:
    return bases(engine, kind, "people", cover.period.end // 12)[0]


def _is_told(place: Place, *years: Year | None) -> bool:
    """A row in which nothing was counted is not worth its line."""
    return any(year.totals[place.code] != 0 for year in years if year)
