"""What changed in the newest months that chance does not explain, here and in each ward."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from frankpledge.evidence import asking
from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import NOWHERE, OUTSIDE, Groups, groups
from frankpledge.evidence.asking.scope import Scope, number_of
from frankpledge.evidence.asking.told import Told, covered, tell
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.ours import area_of
from frankpledge.figures.odds.news import News, news
from frankpledge.figures.odds.outcomes import Month, Series
from frankpledge.figures.periods import Period
from frankpledge.partnership.models import Partnership


@dataclass(frozen=True)
class Piece:
    """One piece of news; a code where it is of a ward, and not of the whole area."""

    type: str
    ward: str
    news: News


@dataclass(frozen=True)
class Newest:
    pieces: tuple[Piece, ...]
    looked_at: int
    month: Period | None
    told: Told


def newest(partnership: Partnership, as_at: date) -> Newest:
    """Refused, with the sentence to show, where nothing is loaded or no area is named."""
    with asking.opened(partnership) as asked:
        area = area_of(asked, partnership)
        scope = Scope(area)
        cover = covered(asked, scope)
        months = sorted(set(cover.months) - {month for _, month in cover.missing})
        split = groups(("month", "area", "type"), "ward")
        found = list(_all(_counted(asked, scope.over(cover.period), split), months, area.name))
        told = tell(asked, scope, cover)
    looked = news([series for _, _, series in found], as_at)
    of = {series.what: (type_, ward) for type_, ward, series in found}
    pieces = [Piece(*of.get(each.what, (each.what, "")), each) for each in looked.news]
    last = Period(months[-1]) if months else None
    return Newest(tuple(pieces), looked.looked_at, last, told)


Counted = Counter[tuple[int, str, str, str]]


def _counted(asked: Engine, scope: Scope, split: Groups) -> Counted:
    made: Counted = Counter()
    for (month, code, name, type_), n in tallied(asked, scope, split):
        made[number_of(month) if month else 0, code, name, type_] += n
    return made


def _all(counted: Counted, months: list[int], whole: str) -> Iterable[tuple[str, str, Series]]:
    """Each type in the whole area, then in each ward; a ward of its own has no more news."""
    wards = sorted({(code, name) for _, code, name, _ in counted if name not in {NOWHERE, OUTSIDE}})
    for type_ in sorted({type_ for *_, type_ in counted}):
        every: Counter[int] = Counter()
        for (month, _, _, kind), n in counted.items():
            if kind == type_:
                every[month] += n
        yield type_, "", _series(f"{type_} in {whole}", type_, every, months)
        for code, name in wards if len(wards) > 1 else []:
            here = Counter({month: counted[month, code, name, type_] for month in months})
            yield type_, code, _series(f"{type_} in {name}", type_, here, months)


def _series(what: str, group: str, counts: Counter[int], months: list[int]) -> Series:
    return Series(what, tuple(Month(Period(at).name, counts[at]) for at in months), group=group)
