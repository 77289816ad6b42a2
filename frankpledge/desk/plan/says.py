"""Saying how something stands: a lead for their own promises, a coordinator for any."""

from typing import Any

from django.http import Http404, HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.plan.action import may_say
from frankpledge.desk.plan.actions import action_url
from frankpledge.desk.plan.forms import SayForm
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.queries import person_here, ratings
from frankpledge.partnership.roles import Permission
from frankpledge.plan import changes, queries
from frankpledge.plan.models import Action, Outcome, Standing


@desk_view(Permission.SEE_INTERNAL)
def say_of_action(request: DeskRequest, pk: int) -> HttpResponse:
    restricted = request.access.may(Permission.SEE_RESTRICTED)
    action = queries.action_in(request.partnership, pk, restricted=restricted)
    return _say(request, action, action)


@desk_view(Permission.SEE_INTERNAL)
def say_of_outcome(request: DeskRequest, pk: int) -> HttpResponse:
    restricted = request.access.may(Permission.SEE_RESTRICTED)
    outcome = queries.outcome_in(request.partnership, pk, restricted=restricted)
    return _say(request, outcome, outcome.action)


def _say(request: DeskRequest, of: Action | Outcome, action: Action) -> HttpResponse:
    shown = queries.action_page(request.partnership, action, restricted=False)
    if not may_say(request, shown):
        raise Http404
    scale = ratings(request.partnership)
    before = of.standings.first()

    def save(form: SayForm, version: int) -> None:
        given = form.cleaned_data
        changes.say(
            of=of,
            rating=form.chosen,
            state=form.state,
            words=given["words"],
            condition=given["condition"],
            said_by=given["said_by"],
            said_on=given["said_on"],
            by=request.user,
        )

    editing = Editing(
        title="How does it stand?",
        over=str(of),
        bind=lambda typed, initial: SayForm(typed, initial=initial, ratings=scale),
        initial={"said_on": today(), "said_by": _speaker(request, before)},
        save=save,
        submit="Save what was said",
        saved="What was said is saved. The public sees it with the next publication.",
        back=action_url(request, action),
        template="desk/plan/say.html",
        more={"before": before},
    )
    return edit(request, editing)


def _speaker(request: DeskRequest, before: Standing | None) -> str:
    """A lead speaks for themselves, by their post; a coordinator types for somebody."""
    if request.access.may(Permission.SAY_ANY):
        return before.said_by if before else ""
    here: Any = person_here(request.partnership, request.access.person_id)
    return str(here.posts[0].post) if here and here.posts else str(request.user.person)
