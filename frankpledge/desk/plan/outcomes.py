"""Forms for the numbered results of a promise."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.plan.actions import action_url, the_action
from frankpledge.desk.plan.forms import OutcomeForm, StrikeForm
from frankpledge.desk.plan.plans import EDIT
from frankpledge.partnership.models.dated import today
from frankpledge.plan import changes, queries
from frankpledge.plan.models import Outcome
from frankpledge.ui.forms import UiForm


def the_outcome(request: DeskRequest, pk: int) -> Outcome:
    return queries.outcome_in(request.partnership, pk, restricted=True)


@desk_view(EDIT)
def new_outcome(request: DeskRequest, pk: int) -> HttpResponse:
    action = the_action(request, pk)
    numbers = [outcome.number or 0 for outcome in action.outcomes.all()]

    def save(form: OutcomeForm, version: int) -> str:
        outcome = changes.add_outcome(
            action=action, decision=form.decision, by=request.user, **form.said
        )
        return reverse("desk:outcome-targets", args=[request.partnership.slug, outcome.pk])

    editing = Editing(
        title="Add an outcome",
        over=action.label,
        bind=lambda typed, initial: OutcomeForm(
            typed, initial=initial, deciding=action.plan.is_live
        ),
        initial={"number": max(numbers, default=0) + 1},
        save=save,
        submit="Add the outcome",
        saved="The outcome was added. Does it have a target?",
        back=action_url(request, action),
    )
    return edit(request, editing)


@desk_view(EDIT)
def edit_outcome(request: DeskRequest, pk: int) -> HttpResponse:
    outcome = the_outcome(request, pk)

    def save(form: OutcomeForm, version: int) -> None:
        changes.change_outcome(
            outcome=outcome,
            version=version,
            decision=form.decision,
            by=request.user,
            **form.said,
        )

    editing = Editing(
        title="Change the words of the outcome",
        over=outcome.action.label,
        bind=lambda typed, initial: OutcomeForm(
            typed, initial=initial, deciding=outcome.action.plan.is_live
        ),
        initial={"number": outcome.number, "words": outcome.words},
        version=outcome.version,
        save=save,
        back=action_url(request, outcome.action),
    )
    return edit(request, editing)


@require_POST
@desk_view(EDIT)
def move_outcome(request: DeskRequest, pk: int) -> HttpResponse:
    outcome = the_outcome(request, pk)
    changes.move_outcome(outcome=outcome, up=request.POST.get("to") == "up", by=request.user)
    return redirect(f"{action_url(request, outcome.action)}#outcomes")


@desk_view(EDIT)
def strike_outcome(request: DeskRequest, pk: int) -> HttpResponse:
    outcome = the_outcome(request, pk)

    def save(form: StrikeForm, version: int) -> None:
        changes.strike_outcome(
            outcome=outcome, version=version, decision=form.decided, by=request.user
        )

    editing = Editing(
        title="Strike this outcome",
        over=str(outcome),
        lede="It stays readable, with who decided, when and why.",
        bind=lambda typed, initial: StrikeForm(typed, initial=initial),
        initial={"decided_on": today()},
        version=outcome.version,
        save=save,
        submit="Strike the outcome",
        saved="The outcome is struck.",
        back=action_url(request, outcome.action),
    )
    return edit(request, editing)


@desk_view(EDIT)
def remove_outcome(request: DeskRequest, pk: int) -> HttpResponse:
    outcome = the_outcome(request, pk)

    def save(form: UiForm, version: int) -> None:
        changes.remove_outcome(outcome=outcome, by=request.user)

    editing = Editing(
        title="Remove this outcome from the draft",
        over=str(outcome),
        lede="It was never adopted, so it can go. The record keeps its words.",
        bind=lambda typed, initial: UiForm(typed, initial=initial),
        save=save,
        submit="Remove the outcome",
        saved="The outcome was removed.",
        back=action_url(request, outcome.action),
    )
    return edit(request, editing)
