"""A plan's end: each promise complete, carried forward or dropped, and the plan that follows."""

from typing import Any

from django.http import Http404, HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.people.finding import chosen, url
from frankpledge.desk.plan.plans import plan_url
from frankpledge.desk.rounds.years_forms import (
    EndForm,
    EndingsForm,
    NextPlanForm,
    a_year_on,
    noted_of,
)
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.roles import Permission
from frankpledge.plan.models import Plan
from frankpledge.plan.queries import plan_in, plans_of, priority_in
from frankpledge.progress import changes, queries
from frankpledge.progress.changes import ENDINGS, Ending

END = Permission.ADOPT_PLAN
Groups = list[queries.EndingGroup]


@desk_view(END)
def end_plan(request: DeskRequest, pk: int) -> HttpResponse:
    """What was noted under each heading, and the form that makes it so."""
    plan = plan_in(request.partnership, pk)
    if not plan.is_live:
        raise Http404
    groups = queries.endings_of(plan)
    drafts = [one for one in plans_of(request.partnership) if one.is_draft]

    def save(form: EndForm, version: int) -> None:
        given = form.cleaned_data
        changes.close_year(
            plan=plan,
            on=given["on"],
            why=given["why"],
            decided_by=given["decided_by"],
            endings={row.action.pk: Ending(row.how, row.why) for row in _rows(groups)},
            next_plan=chosen(drafts, given["next_plan"]),
            by=request.user,
        )

    editing = Editing(
        title="Close the plan at its end",
        over=plan.title,
        lede="Say how each promise ends, heading by heading. Nothing is decided until you close "
        "the plan.",
        bind=lambda typed, initial: EndForm(typed, initial=initial, drafts=drafts),
        initial=_begun(plan, drafts),
        version=plan.version,
        save=save,
        submit="Close the plan",
        saved="The plan is closed. What was carried forward stands in the next.",
        back=plan_url(request, plan),
        template="desk/rounds/end.html",
        more={
            "drafts": drafts,
            "next_url": url(request, "plan-next", plan.pk),
            "close_url": url(request, "plan-close", plan.pk),
            "headings": [_heading(request, group) for group in groups],
            "left": len([row for row in _rows(groups) if not row.is_said]),
            "first": next((_url(request, one) for one in groups if not one.is_done), ""),
            "summary": _summary(groups),
        },
    )
    return edit(request, editing)


def _rows(groups: Groups) -> list[queries.EndingRow]:
    return [row for group in groups for row in group.rows]


def _url(request: DeskRequest, group: queries.EndingGroup) -> str:
    return url(request, "priority-end", group.priority.pk)


def _heading(request: DeskRequest, group: queries.EndingGroup) -> dict[str, Any]:
    many = len(group.rows)
    return {
        "title": str(group.priority),
        "url": _url(request, group),
        "status": "All said" if group.is_done else f"{group.done} of {many} said",
        "done": group.is_done,
    }


def _summary(groups: Groups) -> list[tuple[str, list[queries.EndingRow]]]:
    """By ending, for a last look before the plan is closed."""
    found = [(words, [one for one in _rows(groups) if one.how == how]) for how, words in ENDINGS]
    return [(words, rows) for words, rows in found if rows]


@desk_view(END)
def end_priority(request: DeskRequest, pk: int) -> HttpResponse:
    """Kept as it is pressed, so that a plan can be ended in several sittings."""
    priority = priority_in(request.partnership, pk)
    groups = queries.endings_of(priority.plan)
    here = next((one for one in groups if one.priority.pk == pk), None)
    if here is None or not priority.plan.is_live:
        raise Http404
    rows = here.rows

    def save(form: EndingsForm, version: int) -> str:
        changes.note_endings(
            plan=priority.plan, endings=form.endings, version=version, by=request.user
        )
        return _onwards(request, priority.plan, pk)

    following = _after(groups, pk)
    editing = Editing(
        title=str(priority),
        over="How each promise ends",
        lede="Only noted until the plan is closed. Leave open what you do not know yet.",
        bind=lambda typed, initial: EndingsForm(typed, initial=initial, rows=rows),
        initial=noted_of(rows),
        version=here.version,
        save=save,
        submit="Save, and go to the next heading" if following else "Save",
        saved="Noted.",
        back=url(request, "plan-end", priority.plan_id),
        template="desk/rounds/end_priority.html",
    )
    return edit(request, editing)


def _after(groups: Groups, pk: int) -> queries.EndingGroup | None:
    """The next heading down that is not done, or else the first."""
    at = next(at for at, one in enumerate(groups) if one.priority.pk == pk)
    return next((one for one in [*groups[at + 1 :], *groups[:at]] if not one.is_done), None)


def _onwards(request: DeskRequest, plan: Plan, pk: int) -> str:
    following = _after(queries.endings_of(plan), pk)
    return _url(request, following) if following else url(request, "plan-end", plan.pk)


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
