"""How few LSOAs have half of the crime."""

from collections import Counter
from dataclasses import dataclass

from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups, members, names
from frankpledge.evidence.asking.own import levelled
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.asking.told import Told, covered, tell
from frankpledge.evidence.engines.engine import Engine
from frankpledge.figures.places.concentration import Concentration, concentration
from frankpledge.record.errors import Refused


@dataclass(frozen=True)
class Most:
    area: str
    area_name: str
    count: int


@dataclass(frozen=True)
class Share:
    concentration: Concentration
    # Those that together have the part, the largest first.
    rows: tuple[Most, ...]
    told: Told


def share(asked: Engine, scope: Scope, *, kind: str = "lsoa", part: float = 0.5) -> Share:
    """Every area of the kind counts, those with nothing among them; rows without a place do not."""
    scope = levelled(asked, scope, kind)
    cover = covered(asked, scope)
    scope = scope.over(cover.period)
    found: Counter[str] = Counter()
    for (_, code, *_), n in tallied(asked, scope, groups(("area",), kind)):
        found[code] += n
    every = members(asked, scope, kind)
    if not every:
        raise Refused(f"No areas of the kind {kind} are known here: load the look-ups first.")
    counts = [found[code] for code in every]
    # Without an area, crimes of other counties are here too: the rest is what no look-up holds.
    left = found.total() - sum(counts)
    made = concentration(
        counts,
        part=part,
        what=", ".join(each[:1].lower() + each[1:] for each in scope.types)
        or (scope.own.dataset if scope.own else "recorded incidents"),
    )
    called = names(asked, kind)
    most = sorted(every, key=lambda code: (-found[code], code))[: made.taken]
    told = tell(asked, scope, cover, places=kind, kind=kind, part=f"{part:g}").with_method(
        made.to_dict()["method"],
        notes=[f"{left:,} have no such place and are left out."] if left else [],
    )
    rows = tuple(Most(code, called.get(code, code), found[code]) for code in most)
    return Share(made, rows, told)
