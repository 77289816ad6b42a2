"""A plan's end: each promise complete, carried forward or dropped, and the plan that follows."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.people.finding import chosen, url
from frankpledge.desk.plan.plans import plan_url
from frankpledge.desk.rounds.years_forms import EndForm, NextPlanForm, a_year_on
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.roles import Permission
from frankpledge.plan.models import Plan
from frankpledge.plan.queries import plan_in, plans_of
from frankpledge.progress import changes, queries

END = Permission.ADOPT_PLAN
NO_NEXT = "There is no draft to carry into"


@desk_view(END)
def end_plan(request: DeskRequest, pk: int) -> HttpResponse:
    plan = plan_in(request.partnership, pk)
    actions = queries.left_to_end(plan)
    drafts = [one for one in plans_of(request.partnership) if one.is_draft]

    def save(form: EndForm, version: int) -> None:
        given = form.cleaned_data
        changes.close_year(
            plan=plan,
            on=given["on"],
            why=given["why"],
            decided_by=given["decided_by"],
            endings=form.endings,
            next_plan=chosen(drafts, given["next_plan"]),
            by=request.user,
        )

    editing = Editing(
        title="Close the plan at its end",
        over=plan.title,
        lede="Say how each promise ends. What is carried forward begins again in the next plan.",
        bind=lambda typed, initial: EndForm(typed, initial=initial, actions=actions, drafts=drafts),
        initial=_begun(plan, drafts),
        version=plan.version,
        save=save,
        submit="Close the plan",
        saved="The plan is closed. What was carried forward stands in the next.",
        back=plan_url(request, plan),
        template="desk/rounds/end.html",
        more={"drafts": drafts, "next_url": url(request, "plan-next", plan.pk)},
    )
    return edit(request, editing)


def _begun(plan: Plan, drafts: list[Plan]) -> dict[str, object]:
    following = [one for one in drafts if one.follows_id == plan.pk] or drafts
    return {"on": today(), "next_plan": str(following[0].pk) if following else ""}


@desk_view(END)
def next_plan(request: DeskRequest, pk: int) -> HttpResponse:
    plan = plan_in(request.partnership, pk)

    def save(form: NextPlanForm, version: int) -> str:
        changes.start_next_plan(plan=plan, by=request.user, **form.cleaned_data)
        return url(request, "plan-end", plan.pk)

    starts, ends = a_year_on(plan.starts, plan.ends)
    editing = Editing(
        title="Begin the next plan",
        over=plan.title,
        lede="A draft with the same priorities and no promises. Carry into it what goes on.",
        bind=lambda typed, initial: NextPlanForm(typed, initial=initial),
        initial={"starts": starts, "ends": ends},
        version=plan.version,
        save=save,
        submit="Begin it",
        saved="The next plan is begun, as a draft.",
        back=url(request, "plan-end", plan.pk),
    )
    return edit(request, editing)
