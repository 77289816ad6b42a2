"""My work: what waits for the person who is signed in."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.desk.plan.waiting import waiting
from frankpledge.partnership.queries import answers_through
from frankpledge.partnership.roles import Permission
from frankpledge.plan import queries


@desk_view()
def show_home(request: DeskRequest) -> HttpResponse:
    if not request.access.may(Permission.SEE_INTERNAL):
        return page(request, "desk/plan/home_kept.html", here="desk:home")
    plan = queries.current_plan(request.partnership)
    if plan is None:
        return page(request, "desk/plan/home_empty.html", here="desk:home")
    posts, groups = answers_through(request.partnership, request.access.person_id)
    work = queries.work_of(
        plan,
        person_id=request.access.person_id,
        posts=posts,
        groups=groups,
        restricted=request.access.may(Permission.SEE_RESTRICTED),
    )
    context = {
        "plan": plan,
        "work": work,
        "waiting": waiting(request, plan, work),
        "may_edit": request.access.may(Permission.EDIT_PLAN),
    }
    return page(request, "desk/plan/home.html", context, here="desk:home")
