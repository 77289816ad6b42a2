"""What evidence is held: which months of which force, and every load with its files."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.evidence.strips import strips
from frankpledge.desk.pages import page
from frankpledge.evidence import queries
from frankpledge.partnership.roles import Permission

HERE = "desk:evidence-data"
AREAS = {
    "county": "Counties",
    "district": "Districts",
    "ward": "Wards",
    "msoa": "MSOAs",
    "lsoa": "LSOAs",
}


@desk_view(Permission.SEE_INTERNAL)
def show_held(request: DeskRequest) -> HttpResponse:
    covered = queries.coverage()
    context = {
        "strips": strips(covered),
        "rows": sum(month.rows for each in covered for month in each.months),
        "unplaced": sum(month.unplaced for each in covered for month in each.months),
        "areas": [{**each, "words": AREAS[each["kind"]]} for each in queries.area_counts()],
        "loads": queries.loads(request.partnership),
        "may_load": request.access.may(Permission.LOAD_EVIDENCE),
    }
    return page(request, "desk/evidence/held.html", context, here=HERE)


@desk_view(Permission.SEE_INTERNAL)
def show_load(request: DeskRequest, pk: int) -> HttpResponse:
    load = queries.load_by_number(request.partnership, pk)
    if load is None:
        raise Http404
    held = reverse(HERE, args=[request.partnership.slug])
    context: dict[str, Any] = {
        "load": load,
        "files": queries.files_of(load),
        "crumbs": [{"url": held, "words": "Evidence: what is held"}],
    }
    return page(request, "desk/evidence/load.html", context, here=HERE)
