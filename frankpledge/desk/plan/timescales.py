"""By when: as printed, and what it means; and when it is now expected."""

from typing import Any

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.plan import understood
from frankpledge.desk.plan.actions import action_url, the_action
from frankpledge.desk.plan.choices import group_choices
from frankpledge.desk.plan.forms import ForecastForm, TimescaleForm
from frankpledge.desk.plan.listing import DecidedList
from frankpledge.desk.plan.plans import EDIT
from frankpledge.partnership import queries as people
from frankpledge.plan import changes, queries
from frankpledge.plan.models import Action, Outcome
from frankpledge.plan.saying import timescale_in_words


@desk_view(EDIT)
def action_timescales(request: DeskRequest, pk: int) -> HttpResponse:
    action = the_action(request, pk)
    return _timescales(request, action, action, action.label)


@desk_view(EDIT)
def outcome_timescales(request: DeskRequest, pk: int) -> HttpResponse:
    outcome = queries.outcome_in(request.partnership, pk, restricted=True)
    return _timescales(request, outcome, outcome.action, str(outcome))


def _timescales(
    request: DeskRequest, of: Action | Outcome, action: Action, label: str
) -> HttpResponse:
    rows = list(of.timescales.select_related("group"))
    decided = DecidedList(
        request=request,
        items=[f"{row.printed}: {timescale_in_words(row)}" for row in rows],
        given=[changes.given_again(changes.TimescaleGiven, row) for row in rows],
        deciding=action.plan.is_live,
        version=of.version,
        replace=lambda items, decision, version: changes.set_timescales(
            of=of, timescales=items, decision=decision, version=version, by=request.user
        ),
        title="By when",
        over=label,
        empty="No timescale was set.",
        done=action_url(request, action),
        asks="By when, as the plan prints it",
        hint="Such as: March 2027, each quarter, at every board, when needed",
        understand=lambda text: understood.timescale(text, action.plan, request.partnership),
    )
    groups = group_choices(request.partnership)
    return decided.page(
        form=lambda typed, initial, *, deciding: TimescaleForm(
            typed, initial=initial, groups=groups, deciding=deciding
        ),
        make=lambda form: _given(request, form.said),
        initial={"kind": "date"},
        submit="Add it",
    )


def _given(request: DeskRequest, said: dict[str, Any]) -> changes.TimescaleGiven:
    chosen = said.pop("group")
    place = people.group_here(request.partnership, int(chosen)) if chosen else None
    return changes.TimescaleGiven(**said, group=place.place if place else None)


@desk_view(EDIT)
def forecast(request: DeskRequest, pk: int) -> HttpResponse:
    timescale = queries.timescale_in(request.partnership, pk)
    action = queries.action_of(timescale)

    def save(form: ForecastForm, version: int) -> None:
        given = form.cleaned_data
        changes.forecast(timescale=timescale, on=given["on"], why=given["why"], by=request.user)

    editing = Editing(
        title="When it is now expected",
        over=f"{action.label}, promised: {timescale.printed}",
        bind=lambda typed, initial: ForecastForm(typed, initial=initial),
        initial={"on": timescale.forecast, "why": timescale.forecast_why},
        save=save,
        back=action_url(request, action),
    )
    return edit(request, editing)
