"""What was counted, month by month, for whoever judges by it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from frankpledge.delivery.models import Activity, Figure, Measure, Part, Reply, Result, standing
from frankpledge.delivery.periods import month_of
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Plan

Key = tuple[str, int]  # ('measure', pk) or ('outcome', pk)
Month = tuple[str, int, bool]  # '2026-07', how many, whether the month still runs


def monthly(
    partnership: Partnership,
    *,
    measures: Iterable[int] | None = None,
    outcomes: Iterable[int] | None = None,
) -> dict[Key, list[Month]]:
    """Months with entries, nought among them. A month without any is not in it. Three queries.

    With neither named, all of both; with one named, those alone.
    """
    wanted_measures = None if measures is None else set(measures)
    wanted_outcomes = None if outcomes is None else set(outcomes)
    if wanted_measures is None and wanted_outcomes is not None:
        wanted_measures = set()
    if wanted_outcomes is None and wanted_measures is not None and measures is not None:
        wanted_outcomes = set()
    sums: dict[Key, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    serves, said = _serves(partnership), _said(partnership)
    for activity, on, measure, count in _results(partnership):
        month = month_of(on)
        if wanted_measures is None or measure in wanted_measures:
            sums["measure", measure][month] += count
        for outcome in serves.get(measure, ()):
            told = said.get(activity)
            if (told is None or outcome in told) and (
                wanted_outcomes is None or outcome in wanted_outcomes
            ):
                sums["outcome", outcome][month] += count
    running = month_of(today())
    return {
        key: [(month, count, month >= running) for month, count in sorted(found.items())]
        for key, found in sums.items()
    }


def _results(partnership: Partnership) -> Iterable[tuple[int, datetime.date, int, int]]:
    found = Result.objects.filter(standing("activity__"), activity__partnership=partnership)
    return found.order_by().values_list("activity_id", "activity__on", "measure_id", "count")


def counted_two_ways(partnership: Partnership) -> dict[int, set[str]]:
    """By measure: months with a count of the whole month and with counts of single days."""
    ways: dict[tuple[int, str], set[bool]] = defaultdict(set)
    found = Result.objects.filter(standing("activity__"), activity__partnership=partnership)
    if not found.filter(activity__is_month=True).exists():
        return {}
    named = ("measure_id", "activity__on", "activity__is_month")
    for measure, on, whole in found.order_by().values_list(*named):
        ways[measure, month_of(on)].add(whole)
    both: dict[int, set[str]] = defaultdict(set)
    for (measure, month), seen in ways.items():
        if len(seen) > 1:
            both[measure].add(month)
    return both


def serving(partnership: Partnership) -> dict[int, set[int]]:
    """By outcome: the measures that count towards it."""
    found: dict[int, set[int]] = defaultdict(set)
    for measure, outcomes in _serves(partnership).items():
        for outcome in outcomes:
            found[outcome].add(measure)
    return found


def _serves(partnership: Partnership) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    rows = Measure.outcomes.through.objects.filter(measure__partnership=partnership)
    for measure, outcome in rows.values_list("measure_id", "outcome_id"):
        found[measure].add(outcome)
    return found


def _said(partnership: Partnership) -> dict[int, set[int]]:
    """Entries that were said to serve some of the outcomes only."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = Activity.outcomes.through.objects.filter(activity__partnership=partnership)
    for activity, outcome in rows.values_list("activity_id", "outcome_id"):
        found[activity].add(outcome)
    return found


@dataclass
class PeopleReached:
    """How many people, by what was done; somebody reached twice is counted twice."""

    total: int = 0
    by_measure: dict[str, int] = field(default_factory=dict)
    # by the name of the breakdown: band and how many, the last being those not known
    parts: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


def people_reached(plan: Plan, starts: datetime.date, ends: datetime.date) -> PeopleReached:
    """Of measures that count people and count towards an outcome of this plan. Three queries."""
    measures = {
        one.pk: one
        for one in Measure.objects.filter(
            counts_people=True, outcomes__action__plan=plan
        ).distinct()
    }
    results = list(
        Result.objects.filter(
            standing("activity__"),
            measure__in=measures,
            activity__on__gte=starts,
            activity__on__lte=ends,
        )
    )
    made = PeopleReached(total=sum(one.count for one in results))
    for result in results:
        name = measures[result.measure_id].name
        made.by_measure[name] = made.by_measure.get(name, 0) + result.count
    _break_down(made, measures, results)
    return made


def _break_down(made: PeopleReached, measures: dict[int, Measure], results: list[Result]) -> None:
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for part in Part.objects.filter(result__in=results):
        counts[part.kind][part.band] += part.count
    for measure in measures.values():
        for breakdown in measure.breakdowns:
            kind, name = breakdown["kind"], breakdown["name"]
            if name in made.parts or kind not in counts:
                continue
            known = [(band, counts[kind][band]) for band in breakdown["bands"]]
            left = made.total - sum(count for _, count in known)
            made.parts[name] = [*known, ("Not known", left)] if left else known


@dataclass(frozen=True)
class Returned:
    """One figure that a partner gave. `months`: 1, or how many it is the sum of."""

    month: str  # the first
    months: int
    count: int
    received: datetime.date
    by_whom: str


def returned(
    partnership: Partnership, figures: Iterable[int] | None = None
) -> dict[int, list[Returned]]:
    """By the figure that was asked, oldest first: of each period the newest reply. Two queries."""
    rows = Reply.objects.filter(owed__of__partnership=partnership).order_by("pk")
    newest = dict(rows.values_list("owed_id", "pk"))
    found = Figure.objects.filter(reply__in=newest.values(), count__isnull=False).select_related(
        "reply"
    )
    if figures is not None:
        found = found.filter(asked__in=list(figures))
    made: dict[int, list[Returned]] = defaultdict(list)
    for one in found.order_by("starts", "pk"):
        reply = one.reply
        made[one.asked_id].append(
            Returned(
                month_of(one.starts),
                one.months,
                one.count or 0,
                reply.sent_at.date(),
                reply.said_by,
            )
        )
    return dict(made)
