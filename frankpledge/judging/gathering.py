"""All that the targets of a plan need, read in a number of queries that does not grow with it."""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from frankpledge.figures.periods import Period
from frankpledge.judging.indicators import Indicator
from frankpledge.judging.library import library
from frankpledge.judging.models import Deviation, Meaning
from frankpledge.judging.models import Indicator as OwnIndicator
from frankpledge.judging.reading import Read, read
from frankpledge.judging.series import Figures, month_number
from frankpledge.judging.sources import counts, evidence, log, returns, said, surveys
from frankpledge.judging.working import Excused, Said, ToJudge
from frankpledge.partnership.models import Partnership, Rating
from frankpledge.plan.models import Outcome, Plan, Standing, Target
from frankpledge.plan.showing import Scale
from frankpledge.record.errors import Refused

# Kinds that a lead's own figure answers, where nothing else does.
BY_LEAD = frozenset({"count_at_least", "count_exactly", "count_at_most", "proportion"})
# Their words say what is had or done, which alone is no name: 'is', 'open', 'decided'.
DONE = frozenset({"proportion", "milestone", "recurring", "direction"})
A_LINE = 90


@dataclass(frozen=True)
class Gathered:
    plan: Plan
    to_judge: tuple[ToJudge, ...]
    generation: str
    # Series without a target, which teach how such series drift.
    beside: tuple[Figures, ...]
    indicators: Mapping[str, Indicator]


@dataclass(frozen=True)
class Sources:
    published: evidence.Published
    own: counts.Own
    logged: log.Logged
    returned: returns.Given
    asked: surveys.Asked
    codes: tuple[str, ...]
    # Targets of one indicator and area share their figures.
    made: dict[tuple[str, str], Figures] = field(default_factory=dict)


def gather(plan: Plan, as_at: datetime.date) -> Gathered:
    targets = list(
        Target.objects.filter(outcome__action__plan=plan).order_by("outcome_id", "order", "pk")
    )
    if not targets:
        return Gathered(plan, (), "", (), {})
    indicators = indicators_of(plan.partnership)
    meanings = _meanings(plan)
    reads = [_read(row, meanings, indicators, plan) for row in targets]
    sources = _sources(plan.partnership, [one.meaning for one in reads if one.meaning], as_at)
    standings, shown = _standings(plan, as_at), _shown(plan)
    excused = _excused(plan, as_at)
    made = [
        ToJudge(
            each.row.outcome_id,
            each,
            _figures(each, sources, standings.get(each.row.outcome_id, []), plan.starts),
            plan.starts,
            plan.ends,
            shown.get(each.row.outcome_id, Said()),
            excused.get(each.row.outcome_id),
        )
        for each in reads
    ]
    published = sources.published
    return Gathered(
        plan, tuple(made), published.generation, tuple(evidence.teachers(published)), indicators
    )


def indicators_of(partnership: Partnership) -> dict[str, Indicator]:
    """The library's, and over them the partnership's own."""
    rows = OwnIndicator.objects.filter(partnership=partnership)
    return {**library(), **{row.key: row.defined() for row in rows}}


def _meanings(plan: Plan) -> dict[tuple[int, str], Meaning]:
    rows = Meaning.objects.filter(outcome__action__plan=plan)
    return {(row.outcome_id, row.printed): row for row in rows}


def _read(
    row: Target,
    meanings: Mapping[tuple[int, str], Meaning],
    indicators: Mapping[str, Indicator],
    plan: Plan,
) -> Read:
    meaning = meanings.get((row.outcome_id, row.printed))
    chosen = indicators.get(meaning.indicator) if meaning else None
    return read(row, meaning, chosen, plan.starts, plan.ends)


def _sources(
    partnership: Partnership, meanings: Sequence[Meaning], as_at: datetime.date
) -> Sources:
    named = sorted({each.area for each in meanings if each.area})
    try:
        published = evidence.published(partnership, ("", *named))
        own = counts.own(partnership)
    except Refused as why:
        published, own = evidence.Published(refused={"": why.sentence}), counts.Own()
    codes = tuple(partnership.areas.order_by("code").values_list("code", flat=True))
    return Sources(
        published,
        own,
        log.logged(partnership),
        returns.given(partnership, as_at),
        surveys.asked(partnership),
        codes,
    )


def _standings(plan: Plan, as_at: datetime.date) -> dict[int, list[Standing]]:
    """What had been said by the day."""
    found: dict[int, list[Standing]] = defaultdict(list)
    rows = Standing.objects.filter(
        outcome__action__plan=plan, figure__isnull=False, said_on__lte=as_at
    )
    for row in rows.order_by("said_on", "pk"):
        found[row.outcome_id or 0].append(row)
    return found


def _shown(plan: Plan) -> dict[int, Said]:
    scale = Scale(list(Rating.objects.filter(partnership=plan.partnership_id)))
    made = {}
    for outcome in Outcome.objects.filter(action__plan=plan):
        shown = scale.shown(outcome)
        made[outcome.pk] = Said(shown.label, shown.is_good, shown.state)
    return made


def _excused(plan: Plan, as_at: datetime.date) -> dict[int, Excused]:
    """The newest that still runs on the day."""
    rows = Deviation.objects.filter(
        outcome__action__plan=plan,
        ended_on__isnull=True,
        accepted_on__lte=as_at,
        until__gte=as_at,
    ).order_by("accepted_on", "pk")
    return {row.outcome_id: Excused(row.why, row.until) for row in rows}


def _figures(
    each: Read, sources: Sources, standings: Sequence[Standing], starts: datetime.date
) -> Figures:
    what = _what(each)
    if each.indicator is not None:
        key = each.indicator.key, each.meaning.area if each.meaning else ""
        if key not in sources.made:
            sources.made[key] = _of_indicator(each, each.indicator, sources)
        return sources.made[key]
    served = _serving(each.row.outcome_id, what, sources)
    if served.figures:
        return served
    if each.words.kind in BY_LEAD:
        return said.figures(
            what, standings, so_far=each.tells_so_far, over=_first_step(each, starts)
        )
    return Figures("", what)


def _what(each: Read) -> str:
    """What is counted; where the words only say what is had or done, the words themselves."""
    if each.row.counts:
        return each.row.counts
    told = each.row.of or each.row.printed.strip().rstrip(".")
    is_short = 0 < len(told) <= A_LINE
    return told if each.words.kind in DONE and is_short else each.words.what or each.row.printed


def _serving(outcome: int, what: str, sources: Sources) -> Figures:
    """What was entered, returned or asked for this very outcome."""
    logged = log.figures(sources.logged, what, ("outcome", outcome))
    if logged.figures:
        return logged
    came = returns.figures(sources.returned, what, sources.returned.serves.get(outcome))
    if came.figures:
        return came
    return surveys.figures(what, sources.asked.by_outcome.get(outcome))


def _first_step(each: Read, starts: datetime.date) -> Period | None:
    months = each.step_months
    return Period(month_number(starts), months) if months else None


def _of_indicator(each: Read, indicator: Indicator, sources: Sources) -> Figures:
    if indicator.retired:
        why = f"{indicator.name} is no longer counted: {indicator.retired}"
        return Figures(indicator.source, indicator.counts, why_none=why)
    area = each.meaning.area if each.meaning else ""
    if indicator.source == "evidence":
        return evidence.figures(sources.published, indicator, area)
    if indicator.source == "counts":
        found = counts.figures(sources.own, indicator, (area,) if area else sources.codes)
        return _with_people(found, sources, area)
    if indicator.source == "log":
        key = log.by_measure(sources.logged, indicator)
        return log.figures(sources.logged, indicator.counts, key)
    if indicator.source == "return":
        asked = returns.by_name(sources.returned, indicator.of)
        return returns.figures(sources.returned, indicator.counts, asked)
    return surveys.figures(indicator.counts, surveys.by_name(sources.asked, indicator.of))


def _with_people(found: Figures, sources: Sources, area: str) -> Figures:
    here = sources.published.held.get(area)
    if here is None:
        return found
    return replace(found, residents=here.residents, households=here.households)
