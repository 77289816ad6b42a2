"""Where the area stands among its neighbours, for each type: rank, of how many, and its range."""

from collections import Counter
from typing import Any

from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups, members, names
from frankpledge.evidence.asking.scope import Area, Scope
from frankpledge.evidence.asking.sizes import bases
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.ours import county_of
from frankpledge.figures.periods import Period
from frankpledge.figures.ranks import of_counts, ranks

Doc = dict[str, Any]
FEWEST = 2


def ranked(asked: Engine, area: Area, year: Period) -> Doc | None:
    """Nothing where there are no neighbours whose people are known."""
    county = county_of(asked, area) if area.kind == "district" else area
    if county.kind != "county" or area.kind != "district":
        return None
    people = bases(asked, "district", "people", year.end // 12)[0]
    codes = [code for code in members(asked, Scope(county), "district") if code in people]
    if len(codes) < FEWEST or area.code not in codes:
        return None
    found = _counted(asked, Scope(county, year))
    called = names(asked, "district")
    return {
        "among": county.name,
        "n": len(codes),
        "names": sorted(called.get(code, code) for code in codes),
        "rows": {
            kind: _place(area.code, {code: (n[code], people[code]) for code in codes})
            for kind, n in sorted(found.items())
        },
    }


def _counted(asked: Engine, scope: Scope) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for (_, code, _, kind), n in tallied(asked, scope, groups(("area", "type"), "district")):
        found.setdefault(kind, Counter())[code] += n
    return found


def _place(ours: str, counted: dict[str, tuple[int, int]]) -> Doc:
    """By code, since districts may share a name."""
    figures = of_counts([(code, n, float(people)) for code, (n, people) in counted.items()])
    (one,) = [each for each in ranks(figures, first="lowest") if each.name == ours]
    counted_in_all, people = (sum(each[at] for each in counted.values()) for at in (0, 1))
    in_all = 1000 * counted_in_all / people  # of all who are ranked, as one
    return {"rank": one.printed, "range": one.range, "in_all": in_all}
