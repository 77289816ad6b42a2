"""The plan as a document to take away."""

import re

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.partnership.roles import Permission
from frankpledge.plan import queries
from frankpledge.plan.models import Plan
from frankpledge.writing import Unwritable, write

OFFICE = "application/vnd.openxmlformats-officedocument"
# What each is called, what it is good for, and what a browser is told it is.
FORMATS = {
    "docx": (
        "Word document",
        "To read, print and send to the board: a table for each priority.",
        f"{OFFICE}.wordprocessingml.document",
    ),
    "xlsx": (
        "Excel workbook",
        "To sort, filter and work on: one row for each promise under each priority.",
        f"{OFFICE}.spreadsheetml.sheet",
    ),
    "csv": (
        "Table of values (CSV)",
        "For other programs: the action table and nothing else.",
        "text/csv; charset=utf-8",
    ),
    "json": (
        "Plan file (JSON)",
        "To keep, or to move the plan to another Frankpledge: nothing is left out.",
        "application/json",
    ),
}
NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


@desk_view(Permission.SEE_INTERNAL)
def download(request: DeskRequest, pk: int) -> HttpResponse:
    """The formats to choose from; with ?as= one of them, the document itself."""
    plan = queries.plan_in(request.partnership, pk)
    kind = request.GET.get("as", "")
    if kind:
        return _document(request, plan, kind)
    formats = [(key, name, good_for) for key, (name, good_for, _) in FORMATS.items()]
    restricted = request.access.may(Permission.SEE_RESTRICTED)
    context = {"plan": plan, "formats": formats, "restricted": restricted}
    return page(request, "desk/plan/export.html", context, here="desk:plan")


def _document(request: DeskRequest, plan: Plan, kind: str) -> HttpResponse:
    if kind not in FORMATS:
        raise Http404
    restricted = request.access.may(Permission.SEE_RESTRICTED)
    try:
        data = write(queries.plan_file(plan, restricted=restricted), kind)
    except Unwritable as error:
        messages.warning(request, str(error))
        return redirect("desk:plan-export", slug=request.partnership.slug, pk=plan.pk)
    name = NOT_IN_A_NAME.sub("-", plan.title.lower()).strip("-")[:80] or "plan"
    response = HttpResponse(data, content_type=FORMATS[kind][2])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
