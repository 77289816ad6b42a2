"""My work: what waits for the person who is signed in."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.desk.plan.approved import newest_approved
from frankpledge.desk.plan.beginning import beginning
from frankpledge.desk.plan.waiting import waiting
from frankpledge.partnership.queries import answers_through
from frankpledge.partnership.roles import Permission
from frankpledge.plan import queries


@desk_view()
def show_home(request: DeskRequest) -> HttpResponse:
    if not request.access.may(Permission.SEE_INTERNAL):
        return page(request, "desk/plan/home_kept.html", here="desk:home")
    plan = queries.current_plan(request.partnership)
    steps = beginning(request, plan)
    if plan is None:
        return page(request, "desk/plan/home_empty.html", {"steps": steps}, here="desk:home")
    posts, groups = answers_through(request.partnership, request.access.person_id)
    work = queries.work_of(
        plan,
        person_id=request.access.person_id,
        posts=posts,
        groups=groups,
        restricted=request.access.may(Permission.SEE_RESTRICTED),
    )
    may_edit = request.access.may(Permission.EDIT_PLAN)
    context = {
        "plan": plan,
        "work": work,
        "steps": steps,
        "waiting": waiting(request, plan, work),
        "may_edit": may_edit,
        # Whoever keeps the plan is led by what waits; the board by what is off course.
        "papers": [] if may_edit else newest_approved(request),
        "off_course": not may_edit and (request.access.may(Permission.SEE_RECORD) or not work.mine),
    }
    return page(request, "desk/plan/home.html", context, here="desk:home")
