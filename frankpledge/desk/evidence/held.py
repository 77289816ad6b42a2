"""What evidence is held: which months of which force, and every load with its files."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.evidence.areas import KINDS
from frankpledge.desk.evidence.shown import HERE, parts_of
from frankpledge.desk.evidence.strips import strips
from frankpledge.desk.pages import page
from frankpledge.evidence import queries
from frankpledge.partnership.roles import Permission

HELD = "desk:evidence-data"


@desk_view(Permission.SEE_INTERNAL)
def show_held(request: DeskRequest) -> HttpResponse:
    covered = queries.coverage()
    context = {
        "part": "evidence-data",
        "parts": parts_of(request),
        "strips": strips(covered),
        "rows": sum(month.rows for each in covered for month in each.months),
        "unplaced": sum(month.unplaced for each in covered for month in each.months),
        "areas": [{**each, "words": KINDS[each["kind"]]} for each in queries.area_counts()],
        "placing": queries.placed_by_rule() if covered else None,
        "own": queries.mappings(request.partnership),
        "loads": queries.loads(request.partnership),
        "may_load": request.access.may(Permission.LOAD_EVIDENCE),
    }
    return page(request, "desk/evidence/held.html", context, here=HERE)


@desk_view(Permission.SEE_INTERNAL)
def show_load(request: DeskRequest, pk: int) -> HttpResponse:
    load = queries.load_by_number(request.partnership, pk)
    if load is None:
        raise Http404
    held = reverse(HELD, args=[request.partnership.slug])
    context: dict[str, Any] = {
        "parts": parts_of(request),
        "load": load,
        "files": queries.files_of(load),
        "crumbs": [{"url": held, "words": "Evidence: what is held"}],
    }
    return page(request, "desk/evidence/load.html", context, here=HERE)
