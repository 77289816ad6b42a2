"""Who answers: added one at a time, taken away one at a time."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.plan.actions import action_url, the_action
from frankpledge.desk.plan.choices import lead_given, who_choices
from frankpledge.desk.plan.forms import LeadForm
from frankpledge.desk.plan.listing import DecidedList
from frankpledge.desk.plan.plans import EDIT, plan_url
from frankpledge.plan import changes, queries
from frankpledge.plan.models import Action, Priority


@desk_view(EDIT)
def action_leads(request: DeskRequest, pk: int) -> HttpResponse:
    action = the_action(request, pk)
    return _leads(request, action, action.label, action_url(request, action))


@desk_view(EDIT)
def priority_leads(request: DeskRequest, pk: int) -> HttpResponse:
    priority = queries.priority_in(request.partnership, pk)
    return _leads(request, priority, str(priority), plan_url(request, priority.plan))


def _leads(request: DeskRequest, of: Action | Priority, label: str, done: str) -> HttpResponse:
    rows = of.leads.select_related("organisation", "post", "person", "group")
    given = [changes.given_again(changes.LeadGiven, row) for row in rows]
    decided = DecidedList(
        request=request,
        items=[lead.says for lead in given],
        deciding=of.plan.is_live,
        version=of.version,
        replace=lambda items, decision, version: changes.set_leads(
            of=of, leads=items, decision=decision, version=version, by=request.user
        ),
        given=given,
        title="Who answers for it",
        over=label,
        empty="Nobody answers for it yet.",
        done=done,
    )
    choices = who_choices(request.partnership)
    return decided.page(
        form=lambda typed, initial, *, deciding: LeadForm(
            typed, initial=initial, choices=choices, deciding=deciding
        ),
        make=lambda form: lead_given(request.partnership, form.said),
        initial={"part": "lead"},
        submit="Add them",
    )
