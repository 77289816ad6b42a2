"""What targets are judged by: the library's indicators and the partnership's own."""

from functools import partial

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.text import slugify

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit, edit_row
from frankpledge.desk.judging.forms import IndicatorForm, initial_of
from frankpledge.desk.pages import page
from frankpledge.desk.plan.forms import WhyForm
from frankpledge.judging import changes, queries
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.roles import Permission
from frankpledge.ui.forms import UiForm

# Those who keep the figures keep what is counted of them.
KEEP = Permission.LOAD_EVIDENCE


@desk_view(Permission.SEE_INTERNAL)
def list_indicators(request: DeskRequest) -> HttpResponse:
    listed = queries.indicators(request.partnership)
    living = [one for one in listed if not one.indicator.retired]
    context = {
        "own": [one for one in living if one.row],
        "library": [one for one in living if not one.row],
        "retired": [one for one in listed if one.indicator.retired],
        "may_keep": request.access.may(KEEP),
        "today": today(),
    }
    return page(request, "desk/judging/indicators.html", context, here="desk:plan")


@desk_view(Permission.SEE_INTERNAL)
def show_indicator(request: DeskRequest, key: str) -> HttpResponse:
    listed = queries.indicators(request.partnership)
    found = next((one for one in listed if one.indicator.key == key), None)
    if found is None:
        raise Http404
    context = {"found": found, "one": found.indicator, "may_keep": request.access.may(KEEP)}
    return page(request, "desk/judging/indicator.html", context, here="desk:plan")


@desk_view(KEEP)
def new_indicator(request: DeskRequest) -> HttpResponse:
    def save(form: UiForm, version: int) -> None:
        given = form.cleaned_data
        changes.add_indicator(
            partnership=request.partnership,
            key=slugify(given["name"])[:40].strip("-"),
            by=request.user,
            **given,
        )

    return edit(
        request,
        Editing(
            title="Add an indicator",
            lede="What is counted, so that every target that means it is judged alike.",
            bind=lambda typed, initial: IndicatorForm(typed, initial=initial),
            initial={"provisional_months": 0, "lag_months": 0, "suppress_below": 5},
            save=save,
            submit="Add the indicator",
            saved="The indicator is added.",
            back=_back(request),
        ),
    )


@desk_view(KEEP)
def edit_indicator(request: DeskRequest, pk: int) -> HttpResponse:
    row = queries.indicator_in(request.partnership, pk)

    def save(form: UiForm, version: int) -> None:
        changes.change_indicator(
            indicator=row, version=version, by=request.user, **form.cleaned_data
        )

    return edit(
        request,
        Editing(
            title="Mend this indicator",
            over=row.name,
            bind=lambda typed, initial: IndicatorForm(typed, initial=initial),
            initial=initial_of(row),
            version=row.version,
            save=save,
            back=_back(request),
        ),
    )


@desk_view(KEEP)
def retire_indicator(request: DeskRequest, pk: int) -> HttpResponse:
    row = queries.indicator_in(request.partnership, pk)
    return edit_row(
        request,
        WhyForm,
        partial(changes.retire_indicator, indicator=row),
        title="Count this no longer",
        over=row.name,
        lede="It is kept as history, with the reason. Targets that mean it are judged no more.",
        submit="Keep it as history",
        saved="It is kept as history.",
        back=_back(request),
    )


def _back(request: DeskRequest) -> str:
    return reverse("desk:indicators", args=[request.partnership.slug])
