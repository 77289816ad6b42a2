"""Published police figures of an area: read once for all outcomes of a plan."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from frankpledge.evidence import asking
from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups
from frankpledge.evidence.asking.scope import Area, Scope, area_called, number_of
from frankpledge.evidence.asking.sizes import of_area
from frankpledge.evidence.asking.told import Told, covered, tell
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.models import Step
from frankpledge.evidence.queries.screens.ours import area_of
from frankpledge.figures.periods import Period
from frankpledge.judging.indicators import Indicator
from frankpledge.judging.series import Figure, Figures
from frankpledge.partnership.models import Partnership
from frankpledge.record.errors import Refused


@dataclass(frozen=True)
class Held:
    """All that is published of one area, by type and month."""

    area: Area
    # Months that every force of the area has; a month with nothing of a type is nought of it.
    months: tuple[int, ...]
    counts: Mapping[str, Mapping[int, int]]
    told: Told
    residents: int | None
    households: int | None


@dataclass(frozen=True)
class Published:
    generation: str = ""
    held: Mapping[str, Held] = field(default_factory=dict)  # by code; '' is the partnership's own
    # By code: why there are no figures.
    refused: Mapping[str, str] = field(default_factory=dict)
    # As marked on the evidence pages: type, month and why.
    steps: tuple[tuple[str, str, str], ...] = ()


def published(partnership: Partnership, codes: Iterable[str] = ("",)) -> Published:
    """One question of each area that is asked for; targets of a plan seldom name a second."""
    held: dict[str, Held] = {}
    refused: dict[str, str] = {}
    with asking.opened(partnership) as asked:
        for code in dict.fromkeys(codes):
            try:
                area = area_called(asked, code) if code else area_of(asked, partnership)
                held[code] = _held(asked, area)
            except Refused as why:
                refused[code] = why.sentence
        folder = asked.generation.folder if asked.generation else ""
    steps = Step.objects.filter(partnership=partnership).values_list("type", "month", "why")
    return Published(folder, held, refused, tuple(steps))


def _held(asked: Engine, area: Area) -> Held:
    scope = Scope(area)
    cover = covered(asked, scope)
    whole = scope.over(cover.period)
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for (month, _, _, name), n in tallied(asked, whole, groups(("month", "type"), None)):
        if month:
            counts[name][number_of(month)] += n
    # A month that one of the area's forces lacks is lower than it was.
    short = {month for _, month in cover.missing}
    months = tuple(month for month in cover.months if month not in short)
    year = cover.period.end // 12
    told = tell(asked, whole, cover)
    return Held(
        area,
        months,
        counts,
        told,
        _size(asked, area, "people", year),
        _size(asked, area, "households", year),
    )


def _size(asked: Engine, area: Area, of: str, year: int) -> int | None:
    return of_area(asked, area, of, year)[0] or None


def figures(given: Published, indicator: Indicator, code: str) -> Figures:
    here = given.held.get(code)
    if here is None:
        why = given.refused.get(code, "Nothing is published of this area.")
        return Figures("evidence", indicator.counts, why_none=why)
    known = [name for name in indicator.of if name in here.counts]
    if not known:
        why = f"No type is published as {' or '.join(indicator.of)}."
        return Figures("evidence", indicator.counts, why_none=why)
    counted = {at: sum(here.counts[name].get(at, 0) for name in known) for at in here.months}
    return Figures(
        "evidence",
        f"{indicator.counts} in {here.area.name}",
        tuple(_figure(at, n, indicator, here.months) for at, n in counted.items()),
        _told(here, known),
        group=indicator.key,
        breaks=indicator.breaks,
        steps={month: why for name, month, why in given.steps if name in ("", *known)},
        residents=here.residents,
        households=here.households,
    )


def _figure(at: int, count: int, indicator: Indicator, months: tuple[int, ...]) -> Figure:
    late = at > months[-1] - indicator.provisional_months
    return Figure(Period(at), count, provisional=late)


def _told(here: Held, types: list[str]) -> tuple[str, ...]:
    lines = [line for line in here.told.lines if not line.startswith("Asked for:")]
    return (*lines, f"Counted: {', '.join(types)} in {here.area.name}.")


def teachers(given: Published) -> list[Figures]:
    """Every type of the partnership's area: they teach how such series drift."""
    here = given.held.get("")
    if here is None:
        return []
    return [
        Figures(
            "evidence",
            name,
            tuple(Figure(Period(at), counts.get(at, 0)) for at in here.months),
            group=name,
        )
        for name, counts in sorted(here.counts.items())
    ]
