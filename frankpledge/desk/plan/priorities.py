"""Forms for priorities, and the page that puts things in order."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.plan.forms import AlignmentForm, PriorityForm, StrikeForm
from frankpledge.desk.plan.listing import only_what_was_seen, to_take
from frankpledge.desk.plan.lists import lines_of, one_a_line
from frankpledge.desk.plan.plans import EDIT, plan_url
from frankpledge.partnership.models.dated import today
from frankpledge.plan import changes, queries
from frankpledge.plan.models import Plan, Priority
from frankpledge.plan.queries import priorities_of
from frankpledge.ui.forms import UiForm

Aligned = tuple[str, str, str]  # body, strategy, objective


@desk_view(EDIT)
def new_priority(request: DeskRequest, pk: int) -> HttpResponse:
    plan = queries.plan_in(request.partnership, pk)
    others = priorities_of(plan)

    def save(form: PriorityForm, version: int) -> None:
        changes.add_priority(
            plan=plan, decision=form.decision, by=request.user, **_said(form, others)
        )

    editing = Editing(
        title="Add a priority",
        over=plan.title,
        bind=lambda typed, initial: PriorityForm(
            typed, initial=initial, others=others, deciding=plan.is_live
        ),
        save=save,
        submit="Add the priority",
        saved="The priority was added.",
        back=plan_url(request, plan),
    )
    return edit(request, editing)


def _said(form: PriorityForm, others: list[Priority]) -> dict[str, Any]:
    said = dict(form.said)
    said["parent"] = next((o for o in others if str(o.pk) == said["parent"]), None)
    said["indicators"] = lines_of(said["indicators"])
    return said


@desk_view(EDIT)
def edit_priority(request: DeskRequest, pk: int) -> HttpResponse:
    priority = queries.priority_in(request.partnership, pk)
    plan = priority.plan
    others = [other for other in priorities_of(plan) if other.pk != priority.pk]

    def save(form: PriorityForm, version: int) -> None:
        changes.change_priority(
            priority=priority,
            version=version,
            decision=form.decision,
            by=request.user,
            **_said(form, others),
        )

    editing = Editing(
        title="Change the priority",
        over=str(priority),
        bind=lambda typed, initial: PriorityForm(
            typed, initial=initial, others=others, deciding=plan.is_live
        ),
        initial={
            "ref": priority.ref,
            "title": priority.title,
            "parent": str(priority.parent_id or ""),
            "about": priority.about,
            "indicators": one_a_line(priority.indicators),
        },
        version=priority.version,
        save=save,
        back=plan_url(request, plan),
        more={"links": _links(request, priority)},
    )
    return edit(request, editing)


def _links(request: DeskRequest, priority: Priority) -> list[tuple[str, str]]:
    """What else can be done with a priority, below its form."""
    args = [request.partnership.slug, priority.pk]
    last = ("remove", "Remove it") if priority.plan.is_draft else ("strike", "Strike it")
    return [
        (reverse("desk:priority-leads", args=args), "Who answers for this priority"),
        (reverse("desk:priority-align", args=args), "Which other strategies it serves"),
        (reverse(f"desk:priority-{last[0]}", args=args), last[1]),
    ]


@desk_view(EDIT)
def align_priority(request: DeskRequest, pk: int) -> HttpResponse:
    """One alignment is added at a time; each that there is can be taken away."""
    priority = queries.priority_in(request.partnership, pk)
    there = [(a.body, a.strategy, a.objective) for a in priority.alignments.all()]
    here = reverse("desk:priority-align", args=[request.partnership.slug, pk])
    at = to_take(request, len(there))
    if at is not None:
        return _take(request, priority, there, at)

    def save(form: AlignmentForm, version: int) -> None:
        given = form.cleaned_data
        added = (given["body"], given["strategy"], given["objective"])
        changes.align(
            priority=priority,
            aligned=[*there, added],
            version=priority.version,
            by=request.user,
        )

    editing = Editing(
        title="Which other strategies this serves",
        over=str(priority),
        bind=lambda typed, initial: AlignmentForm(typed, initial=initial),
        save=save,
        submit="Add it",
        back=here,
        template="desk/plan/list_form.html",
        more={
            "listed": [_aligned_words(item) for item in there],
            "empty": "It serves no other strategy yet.",
            "done": plan_url(request, priority.plan),
        },
    )
    return edit(request, editing)


def _take(request: DeskRequest, priority: Priority, there: list[Aligned], at: int) -> HttpResponse:
    here = reverse("desk:priority-align", args=[request.partnership.slug, priority.pk])

    def save(form: UiForm, version: int) -> None:
        left = there[:at] + there[at + 1 :]
        with only_what_was_seen():
            changes.align(priority=priority, aligned=left, version=version, by=request.user)

    editing = Editing(
        title=f"Take away: {_aligned_words(there[at])}",
        over=str(priority),
        bind=lambda typed, initial: UiForm(typed, initial=initial),
        version=priority.version,
        save=save,
        submit="Take it away",
        back=here,
    )
    return edit(request, editing)


def _aligned_words(item: Aligned) -> str:
    return ": ".join(part for part in item if part)


@desk_view(EDIT)
def strike_priority(request: DeskRequest, pk: int) -> HttpResponse:
    priority = queries.priority_in(request.partnership, pk)

    def save(form: StrikeForm, version: int) -> None:
        changes.strike_priority(
            priority=priority, on=form.decided.on, decision=form.decided, by=request.user
        )

    editing = Editing(
        title="Strike this priority",
        over=str(priority),
        lede="It stays readable. Its promises are struck one by one, each with its own reason.",
        bind=lambda typed, initial: StrikeForm(typed, initial=initial),
        initial={"decided_on": today()},
        save=save,
        submit="Strike the priority",
        saved="The priority is struck.",
        back=plan_url(request, priority.plan),
    )
    return edit(request, editing)


@desk_view(EDIT)
def remove_priority(request: DeskRequest, pk: int) -> HttpResponse:
    priority = queries.priority_in(request.partnership, pk)

    def save(form: UiForm, version: int) -> None:
        changes.remove_priority(priority=priority, by=request.user)

    editing = Editing(
        title="Remove this priority",
        over=str(priority),
        lede="It was never adopted, so it can go.",
        bind=lambda typed, initial: UiForm(typed, initial=initial),
        save=save,
        submit="Remove the priority",
        saved="The priority was removed.",
        back=plan_url(request, priority.plan),
    )
    return edit(request, editing)


@desk_view(EDIT)
def order_plan(request: DeskRequest, pk: int) -> HttpResponse:
    plan = queries.plan_in(request.partnership, pk)
    table = queries.plan_table(plan, restricted=True)
    context = {"plan": plan, "table": table}
    return page(request, "desk/plan/order.html", context, here="desk:plan")


def _back_to_order(request: DeskRequest, plan: Plan, anchor: str) -> HttpResponse:
    where = reverse("desk:plan-order", args=[request.partnership.slug, plan.pk])
    return redirect(f"{where}#{anchor}")


@require_POST
@desk_view(EDIT)
def move_priority(request: DeskRequest, pk: int) -> HttpResponse:
    priority = queries.priority_in(request.partnership, pk)
    changes.move_priority(priority=priority, up=request.POST.get("to") == "up", by=request.user)
    return _back_to_order(request, priority.plan, f"priority-{pk}")


@require_POST
@desk_view(EDIT)
def move_placement(request: DeskRequest, pk: int) -> HttpResponse:
    placement = queries.placement_in(request.partnership, pk)
    changes.move_action(placement=placement, up=request.POST.get("to") == "up", by=request.user)
    return _back_to_order(request, placement.action.plan, f"placement-{pk}")
