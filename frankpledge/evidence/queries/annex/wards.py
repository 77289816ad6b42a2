"""Counts by small area over whole years, as they are: what is small is held back in each paper.

The years are those that the public sees, which never overlap: years that did would give away
what lies between them.
"""

from calendar import month_name
from collections import Counter
from collections.abc import Mapping
from typing import Any

from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups, members, names
from frankpledge.evidence.asking.scope import Area, Scope
from frankpledge.evidence.asking.sizes import bases
from frankpledge.evidence.asking.told import Covered
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.released import Rule, rule_on
from frankpledge.evidence.released.making import PARTS
from frankpledge.figures.periods import Period
from frankpledge.partnership.models.dated import today

Doc = dict[str, Any]
YEAR = 12


def by_ward(
    asked: Engine,
    area: Area,
    cover: Covered,
    types: list[str],
    breaks: Mapping[str, tuple[int, ...]],
) -> Doc:
    """Of the very rows and types that the public sees: of two tables, each hides the same."""
    kind, rule = PARTS.get(area.kind, ""), rule_on(today())
    codes = members(asked, Scope(area), kind) if kind else []
    year = _newest(cover, rule)
    if not codes or year is None:
        return {"why_none": _why(codes, rule)}
    before = Period(year.start - YEAR, YEAR)
    has_before = _whole(cover, before)
    now = _counted(asked, Scope(area, year), kind, codes)
    then = _counted(asked, Scope(area, before), kind, codes) if has_before else Counter()
    people, called = bases(asked, kind, "people", year.end // YEAR)[0], names(asked, kind)
    order = sorted(codes, key=lambda code: (called.get(code, code), code))
    return {
        "kind": kind,
        "year": year.words,
        "before": before.words if has_before else "",
        "types": types,
        "broken": _broken(types, breaks, before, year),
        "rule": {
            "threshold": rule.threshold,
            "each": rule.each,
            "places": rule.places,
            "applies": rule.applies_to(kind),
        },
        "rows": [
            {
                "code": code,
                "name": called.get(code, code),
                "people": people.get(code),
                "counts": [now[code, name] for name in types],
                "before": [then[code, name] for name in types] if has_before else [],
            }
            for code in (*order, "")
        ],
    }


def _newest(cover: Covered, rule: Rule) -> Period | None:
    starts = [m for m in cover.months if m % YEAR == rule.year_starts_in - 1]
    found = [Period(month, YEAR) for month in reversed(starts)]
    return next((each for each in found if _whole(cover, each)), None)


def _whole(cover: Covered, year: Period) -> bool:
    short = {month for _, month in cover.missing}
    return set(range(year.start, year.end + 1)) <= set(cover.months) - short


def _why(codes: list[str], rule: Rule) -> str:
    if not codes:
        return "Nothing is counted by place here."
    return f"No whole year that begins in {month_name[rule.year_starts_in]} has been loaded yet."


def _counted(asked: Engine, scope: Scope, kind: str, codes: list[str]) -> Counter[tuple[str, str]]:
    """What lies in none of them is counted under no code."""
    found: Counter[tuple[str, str]] = Counter()
    for (_, code, _, name), n in tallied(asked, scope, groups(("area", "type"), kind)):
        found[code if code in codes else "", name] += n
    return found


def _broken(
    types: list[str], breaks: Mapping[str, tuple[int, ...]], before: Period, year: Period
) -> list[str]:
    """Counted in one way and then in another, so that the two years are not compared."""

    def within(name: str) -> bool:
        return any(before.start < month <= year.end for month in breaks.get(name, ()))

    return [name for name in types if within(name) or within("")]
