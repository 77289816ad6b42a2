"""What is counted, and towards which outcomes."""

from django.http import HttpResponse

from frankpledge.delivery import changes, queries
from frankpledge.delivery.bands import usual
from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.delivery.forms import ChangeMeasureForm, MeasureForm
from frankpledge.desk.delivery.here import HERE, SEE, SET_UP, outcomes_for, picked, unseen
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.people.finding import url
from frankpledge.ui.forms import UiForm


@desk_view(SEE)
def list_measures(request: DeskRequest) -> HttpResponse:
    shown = {one.pk for one in outcomes_for(request)}
    found = [
        (one, [outcome for outcome in one.outcomes.all() if outcome.pk in shown])
        for one in queries.measures_of(request.partnership, retired=True)
    ]
    context = {"measures": found, "may_set_up": request.access.may(SET_UP)}
    return page(request, "desk/delivery/measures.html", context, here=HERE)


@desk_view(SET_UP)
def new_measure(request: DeskRequest) -> HttpResponse:
    outcomes = outcomes_for(request)

    def save(form: MeasureForm, version: int) -> None:
        typed = dict(form.cleaned_data)
        typed["breakdowns"] = usual(typed["breakdowns"])
        typed["outcomes"] = picked(outcomes, typed["outcomes"])
        changes.add_measure(partnership=request.partnership, by=request.user, **typed)

    editing = Editing(
        title="Count something",
        bind=lambda typed, initial: MeasureForm(typed, initial=initial, outcomes=outcomes),
        save=save,
        submit="Count this",
        saved="It can be logged from now on.",
        back=url(request, "measures"),
        here=HERE,
    )
    return edit(request, editing)


@desk_view(SET_UP)
def change_measure(request: DeskRequest, pk: int) -> HttpResponse:
    measure = queries.measure_in(request.partnership, pk)
    held = list(measure.outcomes.all())
    kept = unseen(request, held)
    outcomes = [one for one in outcomes_for(request, held) if one not in kept]

    def save(form: ChangeMeasureForm, version: int) -> None:
        typed = dict(form.cleaned_data)
        own = {one["kind"]: one for one in measure.breakdowns}
        asked = usual(typed["breakdowns"])
        typed["breakdowns"] = [own.get(one["kind"], one) for one in asked]
        typed["outcomes"] = [*picked(outcomes, typed["outcomes"]), *kept]
        changes.change_measure(measure=measure, version=version, by=request.user, **typed)

    editing = Editing(
        title="Change what is counted",
        over=measure.name,
        bind=lambda typed, initial: ChangeMeasureForm(typed, initial=initial, outcomes=outcomes),
        initial={
            "name": measure.name,
            "unit": measure.unit,
            "counts_people": measure.counts_people,
            "breakdowns": [one["kind"] for one in measure.breakdowns],
            "outcomes": [str(one.pk) for one in held],
        },
        version=measure.version,
        save=save,
        back=url(request, "measures"),
        here=HERE,
    )
    return edit(request, editing)


@desk_view(SET_UP)
def retire_measure(request: DeskRequest, pk: int) -> HttpResponse:
    """Or brings it back: one page for both, since it is one or the other."""
    measure = queries.measure_in(request.partnership, pk)
    is_back = measure.retired_on is not None

    def save(form: UiForm, version: int) -> None:
        act = changes.bring_back_measure if is_back else changes.retire_measure
        act(measure=measure, by=request.user)

    editing = Editing(
        title="Count this again" if is_back else "Count this no more",
        over=measure.name,
        lede="It can be logged again."
        if is_back
        else "Nobody is offered it any more. What was logged goes on counting.",
        bind=lambda typed, initial: UiForm(typed, initial=initial),
        save=save,
        submit="Count it again" if is_back else "Count it no more",
        back=url(request, "measures"),
        here=HERE,
    )
    return edit(request, editing)
