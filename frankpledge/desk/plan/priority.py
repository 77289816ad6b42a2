"""One priority: what it is about, who leads it, what it serves, and what stands under it."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.partnership.roles import Permission
from frankpledge.plan import queries


@desk_view(Permission.SEE_INTERNAL)
def show_priority(request: DeskRequest, pk: int) -> HttpResponse:
    priority = queries.priority_in(request.partnership, pk)
    restricted = request.access.may(Permission.SEE_RESTRICTED)
    table = queries.plan_table(
        priority.plan, filters=queries.Filters(priority=str(pk)), restricted=restricted
    )
    context = {
        "priority": priority,
        "plan": priority.plan,
        "rows": [row for _, rows in table.priorities for row in rows],
        "leads": priority.leads.select_related(*queries.LEAD_PARTS),
        "alignments": priority.alignments.all(),
        "children": priority.children.all(),
        "revisions": priority.revisions.all(),
        "may_edit": request.access.may(Permission.EDIT_PLAN) and priority.plan.can_change,
    }
    return page(request, "desk/plan/priority.html", context, here="desk:plan")
