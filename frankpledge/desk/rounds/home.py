"""Every round, and the way to the next."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.desk.rounds.here import HERE, may_run
from frankpledge.partnership.roles import Permission
from frankpledge.plan.queries import current_plan
from frankpledge.progress import queries


@desk_view(Permission.SEE_INTERNAL)
def list_rounds(request: DeskRequest) -> HttpResponse:
    rounds = queries.rounds_of(request.partnership)
    plan = current_plan(request.partnership)
    context = {
        "rounds": [(one, queries.period_words(one)) for one in rounds],
        "now": queries.current_round(request.partnership),
        "may_run": may_run(request),
        "plan": plan if plan and plan.is_live else None,
    }
    return page(request, "desk/rounds/list.html", context, here=HERE)
