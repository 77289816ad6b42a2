"""A miss that is accepted: why, by whom and until when."""

from django.http import HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.judging.forms import AcceptForm
from frankpledge.desk.plan.forms import WhyForm
from frankpledge.judging import changes, queries
from frankpledge.partnership.roles import Permission
from frankpledge.plan.queries import outcome_in
from frankpledge.ui.forms import UiForm
from frankpledge.ui.said import date_long

EDIT = Permission.EDIT_PLAN


@desk_view(EDIT)
def accept(request: DeskRequest, pk: int) -> HttpResponse:
    outcome = outcome_in(request.partnership, pk, restricted=True)

    def save(form: UiForm, version: int) -> None:
        changes.accept_deviation(outcome=outcome, by=request.user, **form.cleaned_data)

    return edit(
        request,
        Editing(
            title="Accept that this target is missed",
            over=str(outcome),
            lede="The target stays as it is and is judged as before. Everybody who sees the "
            "judgement sees that it was accepted, why and until when.",
            bind=lambda typed, initial: AcceptForm(typed, initial=initial),
            save=save,
            submit="Accept it until then",
            saved="It is accepted until then.",
            back=_back(request, outcome.pk),
        ),
    )


@desk_view(EDIT)
def end(request: DeskRequest, pk: int) -> HttpResponse:
    deviation = queries.deviation_in(request.partnership, pk, restricted=True)

    def save(form: UiForm, version: int) -> None:
        changes.end_deviation(deviation=deviation, by=request.user, **form.cleaned_data)

    return edit(
        request,
        Editing(
            title="End what was accepted",
            over=str(deviation.outcome),
            lede=f"Accepted until {date_long(deviation.until)}: {deviation.why}",
            bind=lambda typed, initial: WhyForm(typed, initial=initial),
            save=save,
            submit="End it",
            saved="It is ended.",
            back=_back(request, deviation.outcome_id),
        ),
    )


def _back(request: DeskRequest, outcome: int) -> str:
    return reverse("desk:judged", args=[request.partnership.slug, outcome])
