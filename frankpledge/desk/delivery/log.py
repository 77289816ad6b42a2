"""The delivery log as it is read: what was done, when, and how many."""

import csv
import io
from typing import Any

from django.http import HttpRequest, HttpResponse

from frankpledge.delivery import queries
from frankpledge.delivery.queries import Chosen
from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.delivery.here import (
    HERE,
    LOG,
    SEE,
    SET_UP,
    may_see_restricted,
    outcomes_for,
)
from frankpledge.desk.pages import page
from frankpledge.partnership.models.dated import today
from frankpledge.pictures.downloads import still

HEADS = (
    *("Date", "Whole month", "Place", "Ward", "Organisations", "What was done", "Measure"),
    *("Number", "Breakdown", "Counts towards", "Typed by", "Typed on", "Entry"),
)


@desk_view(SEE)
def show_log(request: DeskRequest) -> HttpResponse:
    chosen = chosen_in(request)
    restricted = may_see_restricted(request)
    found = queries.log_page(
        request.partnership, chosen, whole(request.GET.get("page", "")) or 1, restricted=restricted
    )
    measures = queries.measures_of(request.partnership, retired=True)
    outcomes = outcomes_for(request)
    context = {
        "log": found,
        "page_obj": found.page,
        "chosen": chosen,
        "is_filtered": chosen != Chosen(),
        "query": request.GET.urlencode(),
        "measures": measures,
        "outcomes": [one for one in outcomes if _is_served(one.pk, measures)],
        "may_log": request.access.may(LOG),
        "may_set_up": request.access.may(SET_UP),
    }
    return page(request, "desk/delivery/log.html", context, here=HERE)


def _is_served(outcome: int, measures: list[Any]) -> bool:
    return any(one.pk == outcome for measure in measures for one in measure.outcomes.all())


def chosen_in(request: HttpRequest) -> Chosen:
    month = request.GET.get("month", "")
    return Chosen(
        measure=whole(request.GET.get("measure", "")),
        outcome=whole(request.GET.get("outcome", "")),
        month=month if queries.first_of(month) else "",
    )


def whole(text: str) -> int:
    """What is no id of ours chooses nothing."""
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 16 else 0


@desk_view(SEE)
def log_csv(request: DeskRequest) -> HttpResponse:
    restricted = may_see_restricted(request)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADS)
    for entry in queries.all_entries(
        request.partnership, chosen_in(request), restricted=restricted
    ):
        writer.writerows([still(str(cell)) for cell in row] for row in _rows(entry))
    name = f"delivery-log-{request.partnership.slug}-{today():%Y-%m-%d}.csv"
    return HttpResponse(
        "\ufeff" + out.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _rows(entry: queries.Entry) -> list[list[Any]]:
    one = entry.activity
    before = [
        one.on.isoformat(),
        "yes" if one.is_month else "",
        one.place,
        one.area.name if one.area else "",
        "; ".join(body.called for body in one.organisations.all()),
        one.what,
    ]
    after = [one.typed_by, f"{one.typed_at:%Y-%m-%d}", one.pk]
    towards = "; ".join(str(outcome) for outcome in entry.towards)
    return [
        [
            *before,
            result.measure.name,
            result.count,
            "; ".join(f"{part.band}: {part.count}" for part in result.parts.all()),
            towards,
            *after,
        ]
        for result in entry.results
    ]


@desk_view(SEE)
def show_activity(request: DeskRequest, pk: int) -> HttpResponse:
    activity = queries.activity_in(request.partnership, pk)
    restricted = may_see_restricted(request)
    history = [queries.entry_of(one, restricted=restricted) for one in queries.history_of(activity)]
    context = {
        "entry": queries.entry_of(activity, restricted=restricted),
        "history": history if len(history) > 1 else [],
        "may_log": request.access.may(LOG),
    }
    return page(request, "desk/delivery/activity.html", context, here=HERE)
