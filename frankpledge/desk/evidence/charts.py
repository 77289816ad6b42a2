"""How a chart is read: where it breaks and why, and which months its usual range comes from."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.evidence.forms import BaselineForm, StepForm, WhyForm
from frankpledge.desk.evidence.shown import HERE, cannot, slug_of, type_called
from frankpledge.evidence import changes, queries
from frankpledge.evidence.queries import screens
from frankpledge.partnership.roles import Permission
from frankpledge.ui.forms import UiForm

MARK = Permission.LOAD_EVIDENCE


@desk_view(MARK)
def mark_step(request: DeskRequest, kind: str) -> HttpResponse:
    name = type_called(request, kind)
    if name is None:
        return cannot(request, "")

    def bind(typed: QueryDict | None, initial: Mapping[str, Any]) -> StepForm:
        return StepForm(typed, initial=initial, months=screens.months_held(request.partnership))

    def save(form: UiForm, version: int) -> None:
        said = form.cleaned_data
        changes.mark_step(
            partnership=request.partnership,
            kind="" if said["all_types"] else name,
            month=said["month"],
            why=said["why"],
            by=request.user,
        )

    return edit(
        request,
        Editing(
            title="Mark a step change",
            over=name,
            lede="From this month on it was done or counted in another way. The chart breaks "
            "there, and each part has a usual range of its own.",
            bind=bind,
            save=save,
            submit="Break the chart here",
            saved="The chart breaks there now.",
            back=_back(request, kind),
            here=HERE,
        ),
    )


@desk_view(MARK)
def remove_step(request: DeskRequest, pk: int) -> HttpResponse:
    step = queries.step_by_number(request.partnership, pk)
    if step is None:
        raise Http404

    def save(form: UiForm, version: int) -> None:
        changes.remove_step(step=step, by=request.user, why=form.cleaned_data["why"])

    return edit(
        request,
        Editing(
            title="Remove the step change",
            over=step.type or "All types",
            lede=f"It breaks at {step.month}: {step.why}. The parts before and after become one.",
            bind=lambda typed, initial: WhyForm(typed, initial=initial),
            save=save,
            submit="Remove the step change",
            saved="The chart no longer breaks there.",
            back=_back(request, slug_of(step.type) or request.GET.get("from", "")),
            here=HERE,
        ),
    )


@desk_view(MARK)
def set_baseline(request: DeskRequest, kind: str) -> HttpResponse:
    name = type_called(request, kind)
    if name is None:
        return cannot(request, "")
    row = queries.reading_of_charts(request.partnership).baseline_of(name)

    def save(form: UiForm, version: int) -> None:
        changes.set_baseline(
            partnership=request.partnership,
            kind=name,
            months=form.cleaned_data["months"],
            version=version,
            by=request.user,
        )

    return edit(
        request,
        Editing(
            title="What the usual is taken from",
            over=name,
            lede="Left empty, all months of each part set the usual range. With a number, only "
            "the first so many do: a slow change then shows.",
            bind=lambda typed, initial: BaselineForm(typed, initial=initial),
            initial={"months": row.months if row else None},
            version=row.version if row else 0,
            save=save,
            back=_back(request, kind),
            here=HERE,
        ),
    )


def _back(request: DeskRequest, kind: str) -> str:
    slug = request.partnership.slug
    known = {slug_of(each) for each in screens.types_published(request.partnership)}
    if kind not in known:
        return reverse("desk:evidence", args=[slug])
    return reverse("desk:evidence-type", args=[slug, kind])
