"""Which papers there are, and what was made of them."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.desk.papers.here import HERE, may_make, may_read
from frankpledge.papers import queries
from frankpledge.partnership.roles import Permission


@desk_view(Permission.SEE_INTERNAL)
def list_papers(request: DeskRequest) -> HttpResponse:
    made = [one for one in queries.builds_of(request.partnership) if may_read(request, one)]
    context = {"kinds": queries.kinds(), "made": made, "may_make": may_make(request)}
    context["may_word"] = request.access.may(Permission.LOAD_EVIDENCE)
    return page(request, "desk/papers/list.html", context, here=HERE)
