"""One promise: its words, how it stands, and everything that was ever said or changed."""

import datetime
from dataclasses import dataclass

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.judging.beside import beside
from frankpledge.desk.pages import page
from frankpledge.judging.queries import judge_plan
from frankpledge.language.states import DECIDED
from frankpledge.partnership.queries import answers_through
from frankpledge.partnership.roles import Permission
from frankpledge.plan import queries
from frankpledge.plan.models import Revision
from frankpledge.plan.queries.page import ActionPage, Saying


@dataclass(frozen=True)
class Event:
    """One line of the history: something said, something decided, or the beginning."""

    on: datetime.date
    saying: Saying | None = None
    revision: Revision | None = None


@desk_view(Permission.SEE_INTERNAL)
def show_action(request: DeskRequest, pk: int) -> HttpResponse:
    restricted = request.access.may(Permission.SEE_RESTRICTED)
    action = queries.action_in(request.partnership, pk, restricted=restricted)
    shown = queries.action_page(request.partnership, action, restricted=restricted)
    may_edit = request.access.may(Permission.EDIT_PLAN) and action.plan.can_change
    found = judge_plan(action.plan)
    context = {
        "beside": beside(found, [one.outcome for one in shown.outcomes]),
        "judged": found.outcomes,
        "shown": shown,
        "action": action,
        "plan": action.plan,
        "events": _history(shown),
        "may_edit": may_edit,
        "may_say": action.plan.can_change
        and action.state not in DECIDED
        and may_say(request, shown),
        "may_record": request.access.may(Permission.SEE_RECORD),
    }
    return page(request, "desk/plan/action.html", context, here="desk:plan")


def may_say(request: DeskRequest, shown: ActionPage) -> bool:
    """Leads say how their own actions stand; a coordinator how any does."""
    if request.access.may(Permission.SAY_ANY):
        return True
    if not request.access.may(Permission.SAY_OWN):
        return False
    person = request.access.person_id
    posts, groups = answers_through(request.partnership, person)
    return any(
        lead.part == "lead"
        and (lead.person_id == person or lead.post_id in posts or lead.group_id in groups)
        for lead in shown.leads
    )


def _history(shown: ActionPage) -> list[Event]:
    said = [Event(saying.standing.said_on, saying=saying) for saying in shown.said]
    decided = [Event(revision.decided_on, revision=revision) for revision in shown.revisions]
    return sorted([*said, *decided], key=lambda event: event.on, reverse=True)
