"""A partnership's own counts: asked by one length of period and one kind of area at a time.

A file may hold wards and their district, months and their quarters: added up, they would count
twice.
"""

from dataclasses import replace

from frankpledge.evidence.asking.groups import groups, members, names
from frankpledge.evidence.asking.put import put
from frankpledge.evidence.asking.scope import MADE_OF, Area, Own, Scope, day
from frankpledge.evidence.engines.engine import Engine
from frankpledge.record.errors import Refused

GRAINS = {"month": 1, "quarter": 3, "year": 12}
ALL = ("", *MADE_OF["county"])


def datasets(asked: Engine) -> list[str]:
    return sorted(name for (name,) in put(asked, "own/datasets"))


def own(asked: Engine, dataset: str, area: Area | None, grain: str | None = None) -> Own:
    known = datasets(asked)
    if dataset not in known:
        listed = f"there are {', '.join(known)}" if known else "none are loaded"
        raise Refused(f"No counts are called {dataset}: {listed}.")
    if grain is not None and grain not in GRAINS:
        raise Refused(f"{grain} is no length of a period: there are {', '.join(GRAINS)}.")
    return _chosen(asked, Own(dataset, GRAINS.get(grain or "", 0)), area, None)


def levelled(asked: Engine, scope: Scope, kind: str | None = None) -> Scope:
    """Asked of areas of a kind, counts are taken from rows that can be told apart by it."""
    for each in scope.area.each if scope.area and kind else ():
        if kind not in MADE_OF[each.kind]:
            held = ", ".join(MADE_OF[each.kind])
            raise Refused(f"{each.name} cannot be told by {kind}: it is made of {held}.")
    if scope.own is None or kind is None:
        return scope
    return replace(scope, own=_chosen(asked, scope.own, scope.area, kind))


def areas_in(asked: Engine, scope: Scope, kind: str) -> tuple[Scope, list[Area]]:
    """The areas of a kind in a scope, and the scope as each of them is asked about."""
    scope = levelled(asked, scope, kind)
    called = names(asked, kind)
    codes = members(asked, scope, groups((), kind).kind)
    return scope, [Area(code, kind, called.get(code, code)) for code in codes]


def _chosen(asked: Engine, wanted: Own, area: Area | None, kind: str | None) -> Own:
    """The shortest periods, or those that were named; of them the widest areas that will do."""
    kept = [
        (months, level) for level, months, _ in put(asked, "own/kept", {"dataset": wanted.dataset})
    ]
    fits = [each for each in kept if _fits(each[1], *(area.kinds if area else ()), kind)]
    if not fits:
        what = kind or (", ".join(sorted(area.kinds)) if area else "area")
        held = sorted({level or "no area at all" for _, level in kept})
        raise Refused(f"{wanted.dataset} cannot be told by {what}: kept is {', '.join(held)}.")
    meant = [each for each in fits if wanted.grain in (0, each[0])]
    if not meant:
        there = ", ".join(by_words(months) for months in sorted({months for months, _ in fits}))
        raise Refused(f"{wanted.dataset} is not kept {by_words(wanted.grain)}: it is {there}.")
    months, level = min(meant, key=lambda each: (each[0], ALL.index(each[1])))
    left = sorted(each for each in kept if each != (months, level))
    return replace(
        wanted,
        months=months,
        level=level,
        left_out=tuple(f"{by_words(other)}, of {by or 'no area'}" for other, by in left),
    )


def _fits(level: str, *kinds: str | None) -> bool:
    return all(kind is None or level in MADE_OF[kind] for kind in kinds)


def told_by(asked: Engine, dataset: str) -> tuple[list[str], list[str]]:
    """Kinds of areas, the widest first; and lengths of periods, the shortest first."""
    kept = [(level, months) for level, months, _ in put(asked, "own/kept", {"dataset": dataset})]
    kinds = [kind for kind, made_of in MADE_OF.items() if any(each in made_of for each, _ in kept)]
    lengths = {months for _, months in kept}
    return kinds, [name for name, months in GRAINS.items() if months in lengths]


def types_and_months(asked: Engine, dataset: str) -> tuple[list[str], list[int]]:
    """Whatever it is kept by: measures, and every month that a period of it covers."""
    covered: set[int] = set()
    for level, length, _ in put(asked, "own/kept", {"dataset": dataset}):
        for start in periods(asked, Own(dataset, months=length, level=level)):
            covered |= set(range(start, start + length))
    return sorted(str(kind) for (kind,) in put(asked, "own/types", {"dataset": dataset})), sorted(
        covered
    )


def by_words(months: int) -> str:
    named = {number: name for name, number in GRAINS.items()}
    return f"by {named[months]}" if months in named else f"by {months} months"


def periods(asked: Engine, chosen: Own) -> list[int]:
    """The first month of each that is there."""
    values = {"dataset": chosen.dataset, "grain": chosen.months, "level": chosen.level}
    found = put(asked, "own/periods", values)
    return sorted(month.year * 12 + month.month - 1 for (month,) in found)


def whole(chosen: Own, starts: list[int], first: int, last: int) -> None:
    """A period that begins or ends within one of theirs would take part of a count."""
    for start in starts:
        end = start + chosen.months - 1
        if start < first <= end or start <= last < end:
            raise Refused(
                f"{chosen.dataset} is kept {by_words(chosen.months)}, one of them from "
                f"{day(start):%B %Y}: begin and end with whole ones."
            )
