"""The record of a partnership: every change, by whom, when and why."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.partnership.roles import Permission
from frankpledge.plan.queries import lines_for_others
from frankpledge.progress.queries import subjects_open_to_all
from frankpledge.record import checks, queries

A_PAGE = 50


@desk_view(Permission.SEE_RECORD)
def show_record(request: DeskRequest) -> HttpResponse:
    before = request.GET.get("before", "")
    found = queries.newest_lines(
        request.partnership.chain,
        before=int(before) if before.isdecimal() and len(before) < 10 else None,
        most=A_PAGE + 1,
    )
    lines = found[:A_PAGE]
    if not request.access.may(Permission.SEE_RESTRICTED):
        said = subjects_open_to_all(request.partnership, lines)
        lines = lines_for_others(request.partnership, lines, said)
    older = lines[-1].number if len(found) > A_PAGE else None
    context = {"lines": lines, "older": older, "newest": not before}
    return page(request, "desk/plan/record.html", context, here="desk:record")


@desk_view(Permission.SEE_RECORD)
def verify_record(request: DeskRequest) -> HttpResponse:
    faults = checks.verify(request.partnership.chain)
    return page(
        request,
        "desk/plan/record_verified.html",
        {"faults": faults},
        here="desk:record",
    )
