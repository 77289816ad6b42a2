"""Areas of one kind in the order of their rates, and which of them cannot be told apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups, members, names, reach
from frankpledge.evidence.asking.own import levelled
from frankpledge.evidence.asking.scope import Area, Scope, area_called
from frankpledge.evidence.asking.sizes import bases
from frankpledge.evidence.asking.told import Told, covered, tell
from frankpledge.evidence.engines.engine import Engine
from frankpledge.figures.ranks import First, Rank, Ranked, of_counts, ranks
from frankpledge.record.errors import Refused


@dataclass(frozen=True)
class Placed:
    area: str
    count: int
    base: int
    rank: Rank


@dataclass(frozen=True)
class Ranking:
    rows: tuple[Placed, ...]
    # With the intervals that the ranks' ranges were worked out from, for a picture.
    figures: tuple[Ranked, ...]
    per: int
    of: str
    told: Told

    @property
    def sentence(self) -> str:
        """Where none of them is asked about: the ends, and whether chance leaves them open."""
        first, last = self.rows[0].rank, self.rows[-1].rank
        if last.rank == first.rank:
            return f"All {first.n} have the same rate."
        other = {"lowest": "highest", "highest": "lowest"}[first.first]
        ends = f"Of {first.n}, {_named(first)} {first.first} and {_named(last)} {other}"
        if first.worst is None or last.best is None:
            return f"{ends}."
        if first.worst < last.best:
            return f"{ends}, by more than chance explains."
        return f"{ends}; by chance alone it could be the other way round."


def rank(
    asked: Engine,
    scope: Scope,
    *,
    kind: str = "district",
    among: Sequence[str] = (),
    per: int = 1000,
    of: str = "people",
    first: First = "lowest",
) -> Ranking:
    """The areas of a kind within the scope's area, or those that are named."""
    named = [area_called(asked, each) for each in among]
    kind = _kind(named) or kind
    scope = levelled(asked, scope, kind)
    chosen = _chosen(asked, scope, kind, named)
    cover = covered(asked, scope)
    scope = scope.over(cover.period)
    within = replace(scope, area=None) if among else scope
    found = Counter({key[1]: n for key, n in tallied(asked, within, groups(("area",), kind))})
    base, years = bases(asked, kind, of, cover.period.end // 12)
    told_apart = _told_apart(names(asked, kind), chosen)
    known = [code for code in chosen if code in base]
    if len(known) < 2:
        there = "there is 1" if known else "there is none"
        raise Refused(f"A rank needs two areas or more with {of} loaded: {there}.")
    counted = [(told_apart[code], found[code], float(base[code])) for code in known]
    figures = of_counts(counted, per=per, of=of)
    codes = {told_apart[code]: code for code in known}
    rows = tuple(
        Placed(codes[each.name], found[codes[each.name]], base[codes[each.name]], each)
        for each in ranks(figures, first=first)
    )
    left = [told_apart[code] for code in chosen if code not in base]
    told = tell(asked, scope, cover, places=kind, among=f"{len(rows)} areas, {kind}").with_method(
        f"rate over {of} of {years}; ranks with the range each could take, joint level 0.95",
        notes=[f"Without {of}, and left out: {', '.join(left)}."] if left else [],
        per=f"{per:,} {of}",
        first=first,
    )
    return Ranking(rows, tuple(figures), per, of, told)


def _named(each: Rank) -> str:
    return f"{each.tied + 1} are" if each.tied else f"{each.name} is"


def _kind(named: Sequence[Area]) -> str:
    kinds = {each.kind for each in named}
    if len(kinds) > 1:
        raise Refused("Rank areas of one kind: these are of several.")
    return next(iter(kinds), "")


def _chosen(asked: Engine, scope: Scope, kind: str, named: Sequence[Area]) -> list[str]:
    if not named:
        return members(asked, scope, groups((), kind).kind)
    if scope.own and (beyond := {each.code for each in named} - reach(asked, scope, kind)):
        lost = ", ".join(each.name for each in named if each.code in beyond)
        raise Refused(f"No {scope.own.dataset} was brought of {lost}: it cannot be ranked by them.")
    return [each.code for each in named]


def _told_apart(called: dict[str, str], codes: Sequence[str]) -> dict[str, str]:
    """Wards of two districts may share a name."""
    often = Counter(called.get(code, code) for code in codes)
    return {
        code: name if often[name := called.get(code, code)] == 1 else f"{name} ({code})"
        for code in codes
    }
