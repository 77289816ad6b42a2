"""The delivery log as it is read: newest first, by outcome, month or measure."""

import datetime
from dataclasses import dataclass, field

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q, QuerySet, Sum

from frankpledge.delivery.models import Activity, LogImport, Measure, Result, standing
from frankpledge.delivery.periods import months_on
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Outcome
from frankpledge.plan.queries import NotThere

A_PAGE = 40


@dataclass(frozen=True)
class Chosen:
    """What the reader wants to see; nothing chosen is all of it."""

    measure: int = 0
    outcome: int = 0
    month: str = ""  # '2026-07'


@dataclass
class Entry:
    activity: Activity
    results: list[Result]
    towards: list[Outcome] = field(default_factory=list)


@dataclass
class LogPage:
    page: Page[Activity]
    entries: list[Entry]
    totals: list[tuple[Measure, int]]
    months: list[datetime.date]  # those with entries, newest first
    many: int


def log_page(
    partnership: Partnership, chosen: Chosen, number: int = 1, *, restricted: bool
) -> LogPage:
    """Nine queries, however long the log is."""
    found = _chosen(partnership, chosen)
    paged = Paginator(_whole(found), A_PAGE).get_page(number)
    months = Activity.objects.filter(standing(), partnership=partnership).dates(
        "on", "month", order="DESC"
    )
    return LogPage(
        page=paged,
        entries=[entry_of(one, restricted=restricted) for one in paged],
        totals=_totals(partnership, found, chosen),
        months=list(months),
        many=paged.paginator.count,
    )


def _chosen(partnership: Partnership, chosen: Chosen) -> QuerySet[Activity]:
    found = Activity.objects.filter(standing(), partnership=partnership)
    if chosen.measure:
        found = found.filter(results__measure=chosen.measure)
    if chosen.outcome:
        found = found.filter(towards(chosen.outcome)).distinct()
    first = first_of(chosen.month)
    if first:
        found = found.filter(on__gte=first, on__lt=months_on(first, 1))
    return found


def towards(outcome: int) -> Q:
    """What an entry was said to serve; and where nothing was said, what its measures do."""
    said = Q(outcomes=outcome) | Q(outcomes=None)
    return said & Q(results__measure__outcomes=outcome)


def first_of(month: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(f"{month}-01") if len(month) == 7 else None
    except ValueError:
        return None


def _whole(found: QuerySet[Activity]) -> QuerySet[Activity]:
    results = Result.objects.select_related("measure").prefetch_related(
        "parts", "measure__outcomes__action"
    )
    return found.select_related("area", "partnership").prefetch_related(
        Prefetch("results", results), "organisations", "outcomes__action"
    )


def _totals(
    partnership: Partnership, found: QuerySet[Activity], chosen: Chosen
) -> list[tuple[Measure, int]]:
    counted = Result.objects.filter(activity__in=found.values("pk"))
    if chosen.measure:
        counted = counted.filter(measure=chosen.measure)
    if chosen.outcome:
        counted = counted.filter(measure__outcomes=chosen.outcome)
    sums = dict(
        counted.order_by()
        .values_list("measure")
        .annotate(total=Sum("count"))
        .values_list("measure", "total")
    )
    measures = Measure.objects.filter(partnership=partnership)
    return [(measure, sums[measure.pk]) for measure in measures if measure.pk in sums]


def entry_of(activity: Activity, *, restricted: bool) -> Entry:
    results = list(activity.results.all())
    said = list(activity.outcomes.all())
    serves = [one for result in results for one in result.measure.outcomes.all()]
    shown = [one for one in serves if not said or one in said]
    if not restricted:
        shown = [one for one in shown if one.action.audience != "restricted"]
    return Entry(activity, results, list(dict.fromkeys(shown)))


def activity_in(partnership: Partnership, pk: int) -> Activity:
    found = _whole(Activity.objects.filter(partnership=partnership, pk=pk))
    activity = found.select_related("area", "partnership", "corrects", "corrected_by").first()
    if activity is None:
        raise NotThere
    return activity


def history_of(activity: Activity) -> list[Activity]:
    """What it corrected, and what corrected it, oldest first: one query for each step."""
    first = activity
    while first.corrects_id:
        first = Activity.objects.get(pk=first.corrects_id)
    steps = [first]
    while newer := _whole(Activity.objects.filter(corrects=steps[-1])).first():
        steps.append(newer)
    return steps


def newest_by(partnership: Partnership, name: str) -> Activity | None:
    """What somebody chose the last time they logged something."""
    found = _whole(Activity.objects.filter(partnership=partnership, typed_by=name, imported=None))
    return found.order_by("-pk").first()


def all_entries(partnership: Partnership, chosen: Chosen, *, restricted: bool) -> list[Entry]:
    """For a file. As many queries for ten thousand as for ten."""
    found = _whole(_chosen(partnership, chosen)).order_by("on", "pk")
    return [entry_of(one, restricted=restricted) for one in found]


def imports_of(partnership: Partnership) -> list[LogImport]:
    return list(LogImport.objects.filter(partnership=partnership)[:50])


def import_in(partnership: Partnership, pk: int) -> LogImport:
    found = LogImport.objects.filter(partnership=partnership, pk=pk).first()
    if found is None:
        raise NotThere
    return found
