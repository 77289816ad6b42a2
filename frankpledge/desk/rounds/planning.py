"""The next round, its dates, and one that is not wanted after all."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.people.finding import chosen, url
from frankpledge.desk.rounds.forms import DatesForm, PlanRoundForm, ReasonForm
from frankpledge.desk.rounds.here import HERE, RUN, require_same, round_here, round_url
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Plan
from frankpledge.plan.queries import current_plan, plans_of
from frankpledge.progress import changes, queries
from frankpledge.record.errors import Refused

SCHEDULED = ("opens_on", "due_on", "audiences", "note", "opens_by_itself")


@desk_view(RUN)
def plan_round(request: DeskRequest) -> HttpResponse:
    plans = [plan for plan in plans_of(request.partnership) if plan.is_live]
    if not plans:
        return redirect("desk:rounds", slug=request.partnership.slug)  # it says what comes first
    offered = [(str(plan.pk), plan.title) for plan in plans]

    def save(form: PlanRoundForm, version: int) -> str:
        typed = dict(form.cleaned_data)
        plan = chosen(plans, typed.pop("plan"))
        if plan is None:
            raise Refused("Choose a plan of this partnership.", field="plan")
        made = changes.plan_round(
            partnership=request.partnership, plan=plan, by=request.user, **typed
        )
        return round_url(request, made)

    editing = Editing(
        title="Plan the next round",
        lede="Nobody is written to yet. The dates are from how your rounds usually go.",
        bind=lambda typed, initial: PlanRoundForm(typed, initial=initial, plans=offered),
        initial=_usual(request.partnership, plans),
        save=save,
        submit="Plan this round",
        saved="The round is planned.",
        back=url(request, "rounds"),
        here=HERE,
    )
    return edit(request, editing)


def _usual(partnership: Partnership, plans: list[Plan]) -> dict[str, Any]:
    plan = current_plan(partnership)
    rhythm = queries.rhythm_of(partnership)
    usual: dict[str, Any] = {
        "audiences": rhythm.audiences,
        "opens_by_itself": rhythm.opens_by_itself,
    }
    if plan is None or plan not in plans:
        return usual
    starts, ends = queries.next_period(plan, rhythm)
    opens_on, due_on = _not_over(*queries.usual_days(rhythm, ends))
    dates = {"starts": starts, "ends": ends, "opens_on": opens_on, "due_on": due_on}
    return {**usual, **dates, "plan": str(plan.pk)}


def _not_over(opens_on: date, due_on: date) -> tuple[date, date]:
    """A first round is often planned late: then leads have as long as usual, from today."""
    if due_on > today():
        return opens_on, due_on
    return today(), today() + (due_on - opens_on)


@desk_view(RUN)
def change_dates(request: DeskRequest, pk: int) -> HttpResponse:
    round_ = round_here(request, pk)

    def save(form: DatesForm, version: int) -> None:
        changes.change_round(round_=round_, version=version, by=request.user, **form.cleaned_data)

    editing = Editing(
        title="Change its dates",
        over=queries.period_words(round_),
        lede="Reminders follow the new due date. Letters that have gone keep the old one.",
        bind=lambda typed, initial: DatesForm(typed, initial=initial),
        initial={name: getattr(round_, name) for name in SCHEDULED},
        version=round_.version,
        save=save,
        back=round_url(request, round_),
        here=HERE,
    )
    return edit(request, editing)


@desk_view(RUN)
def remove_round(request: DeskRequest, pk: int) -> HttpResponse:
    round_ = round_here(request, pk)
    if round_.stage != "planned":
        raise Http404

    def save(form: ReasonForm, version: int) -> None:
        require_same(round_, version)
        changes.remove_round(round_=round_, why=form.cleaned_data["why"], by=request.user)

    editing = Editing(
        title="Remove this round",
        over=queries.period_words(round_),
        lede="Nobody has been asked. The record keeps that it was planned.",
        bind=lambda typed, initial: ReasonForm(typed, initial=initial),
        version=round_.version,
        save=save,
        submit="Remove the round",
        saved="The round was removed.",
        back=url(request, "rounds"),
        here=HERE,
    )
    return edit(request, editing)
