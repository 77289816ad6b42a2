"""A miss that is accepted: why, by whom and until when."""

from functools import partial

from django.http import HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit, edit_row
from frankpledge.desk.judging.forms import AcceptForm
from frankpledge.desk.plan.forms import WhyForm
from frankpledge.judging import changes, queries
from frankpledge.partnership.roles import Permission
from frankpledge.plan.models import Outcome
from frankpledge.plan.queries import outcome_in
from frankpledge.record.errors import Refused
from frankpledge.ui.forms import UiForm
from frankpledge.ui.said import date_long

EDIT = Permission.EDIT_PLAN


@desk_view(EDIT)
def accept(request: DeskRequest, pk: int) -> HttpResponse:
    outcome = outcome_in(request.partnership, pk, restricted=True)

    def save(form: UiForm, version: int) -> None:
        _require_a_miss(outcome)
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
    return edit_row(
        request,
        WhyForm,
        partial(changes.end_deviation, deviation=deviation),
        title="End what was accepted",
        over=str(deviation.outcome),
        lede=f"Accepted until {date_long(deviation.until)}: {deviation.why}",
        submit="End it",
        saved="It is ended.",
        back=_back(request, deviation.outcome_id),
    )


def _require_a_miss(outcome: Outcome) -> None:
    judged = queries.judge_plan(outcome.action.plan).of(outcome.pk)
    if judged and judged.is_going_well:
        raise Refused(
            f"By the figures it is {judged.judgement.verdict}: there is no miss to accept."
        )


def _back(request: DeskRequest, outcome: int) -> str:
    return reverse("desk:judged", args=[request.partnership.slug, outcome])
