"""Forms for the plan itself."""

import datetime

from django.http import HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.plan.forms import CloseForm, PlanForm, WhyForm
from frankpledge.desk.plan.forms.plans import NewPlanForm
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.roles import Permission
from frankpledge.plan import changes, queries
from frankpledge.plan.models import Plan
from frankpledge.progress.queries import left_to_end
from frankpledge.ui.forms import UiForm
from frankpledge.ui.said import count

EDIT = Permission.EDIT_PLAN


def plan_url(request: DeskRequest, plan: Plan) -> str:
    return reverse("desk:plan-show", args=[request.partnership.slug, plan.pk])


@desk_view(EDIT)
def new_plan(request: DeskRequest) -> HttpResponse:
    earlier = queries.plans_of(request.partnership)

    def save(form: NewPlanForm, version: int) -> str:
        typed = dict(form.said)
        chosen = typed.pop("follows")
        follows = next((p for p in earlier if str(p.pk) == chosen), None)
        plan = changes.draft_plan(
            partnership=request.partnership, follows=follows, by=request.user, **typed
        )
        return plan_url(request, plan)

    editing = Editing(
        title="Begin a plan",
        lede="It stays a draft, for the partnership only, until it is adopted.",
        bind=lambda typed, initial: NewPlanForm(typed, initial=initial, earlier=earlier),
        save=save,
        submit="Begin the plan",
        saved="The draft was begun.",
        back=reverse("desk:plans", args=[request.partnership.slug]),
    )
    return edit(request, editing)


@desk_view(EDIT)
def edit_plan(request: DeskRequest, pk: int) -> HttpResponse:
    plan = queries.plan_in(request.partnership, pk)
    names = ("title", "starts", "ends", "introduction", "funding_note")

    def save(form: PlanForm, version: int) -> None:
        changes.describe_plan(
            plan=plan, version=version, decision=form.decision, by=request.user, **form.said
        )

    editing = Editing(
        title="Change the plan's own words",
        over=plan.title,
        bind=lambda typed, initial: PlanForm(typed, initial=initial, deciding=plan.is_live),
        initial={name: getattr(plan, name) for name in names},
        version=plan.version,
        save=save,
        back=plan_url(request, plan),
    )
    return edit(request, editing)


@desk_view(EDIT)
def split_into_years(request: DeskRequest, pk: int) -> HttpResponse:
    plan = queries.plan_in(request.partnership, pk)
    years = years_of(plan)

    def save(form: UiForm, version: int) -> None:
        changes.set_slices(plan=plan, slices=years, by=request.user)

    editing = Editing(
        title="Split the plan into its years",
        over=plan.title,
        lede=f"It becomes {len(years)} slices: {', '.join(name for name, _, _ in years)}.",
        bind=lambda typed, initial: UiForm(typed, initial=initial),
        save=save,
        submit="Split it",
        back=plan_url(request, plan),
    )
    return edit(request, editing)


def years_of(plan: Plan) -> list[tuple[str, datetime.date, datetime.date]]:
    years, starts = [], plan.starts
    while starts <= plan.ends:
        following = _a_year_after(starts)
        ends = min(following - datetime.timedelta(days=1), plan.ends)
        name = str(starts.year) if ends.year == starts.year else f"{starts.year} to {ends.year}"
        years.append((name, starts, ends))
        starts = following
    return years


def _a_year_after(day: datetime.date) -> datetime.date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)


@desk_view(EDIT)
def remove_draft(request: DeskRequest, pk: int) -> HttpResponse:
    plan = queries.plan_in(request.partnership, pk)

    def save(form: WhyForm, version: int) -> None:
        changes.remove_draft(plan=plan, why=form.cleaned_data["why"], by=request.user)

    editing = Editing(
        title="Remove this draft",
        over=plan.title,
        lede="It goes with everything in it. The record keeps that it was there.",
        bind=lambda typed, initial: WhyForm(typed, initial=initial),
        save=save,
        submit="Remove the draft",
        saved="The draft was removed.",
        back=reverse("desk:plans", args=[request.partnership.slug]),
    )
    return edit(request, editing)


@desk_view(Permission.ADOPT_PLAN)
def close_plan(request: DeskRequest, pk: int) -> HttpResponse:
    plan = queries.plan_in(request.partnership, pk)
    left = len(left_to_end(plan)) if plan.is_live else 0

    def save(form: CloseForm, version: int) -> None:
        given = form.cleaned_data
        changes.close(plan=plan, on=given["on"], why=given["why"], by=request.user)

    editing = Editing(
        title="Close the plan",
        over=plan.title,
        lede=f"{_unsaid(left)}It stays readable, here and in public. Nothing more can be said or "
        "changed in it.",
        bind=lambda typed, initial: CloseForm(typed, initial=initial, left=left),
        initial={"on": today()},
        save=save,
        submit="Close the plan",
        saved="The plan is closed.",
        back=plan_url(request, plan),
        more={"links": [(_end_url(request, plan), "Say how each promise ends, or goes on")]},
    )
    return edit(request, editing)


def _unsaid(left: int) -> str:
    many = count(left, "promise")
    return f"Nobody has said how {many} {'ends' if left == 1 else 'end'}. " if left else ""


def _end_url(request: DeskRequest, plan: Plan) -> str:
    return reverse("desk:plan-end", args=[request.partnership.slug, plan.pk])
