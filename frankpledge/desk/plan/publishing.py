"""Adopting and publishing, each after a preview of what will be seen and what is left out."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.plan.forms import AdoptForm, PublishForm
from frankpledge.desk.plan.plans import plan_url
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.roles import Permission
from frankpledge.plan import changes, queries
from frankpledge.plan.models import Plan

ADOPT = Permission.ADOPT_PLAN


@desk_view(ADOPT)
def adopt_plan(request: DeskRequest, pk: int) -> HttpResponse:
    plan = queries.plan_in(request.partnership, pk)
    if not plan.is_draft:
        return redirect("desk:plan-publish", slug=request.partnership.slug, pk=pk)

    def save(form: AdoptForm, version: int) -> None:
        given = form.cleaned_data
        changes.adopt(plan=plan, on=given["on"], decided_by=given["decided_by"], by=request.user)

    editing = Editing(
        title="Adopt the plan",
        over=plan.title,
        lede="From then on its words change only by a dated decision, and the public sees it.",
        bind=lambda typed, initial: AdoptForm(typed, initial=initial),
        initial={"on": today()},
        save=save,
        submit="Adopt and publish",
        saved="The plan is adopted, and the public can read it.",
        back=plan_url(request, plan),
        template="desk/plan/publish.html",
        more=what_goes_out(request, plan),
    )
    return edit(request, editing)


@desk_view(ADOPT)
def publish_plan(request: DeskRequest, pk: int) -> HttpResponse:
    plan = queries.plan_in(request.partnership, pk)
    if plan.is_draft:
        return redirect("desk:plan-adopt", slug=request.partnership.slug, pk=pk)

    def save(form: PublishForm, version: int) -> None:
        changes.publish(plan=plan, why=form.cleaned_data["why"], by=request.user)

    editing = Editing(
        title="Publish how the plan stands",
        over=plan.title,
        lede="The public pages are made anew from what is known now. Earlier ones stay on record.",
        bind=lambda typed, initial: PublishForm(typed, initial=initial),
        save=save,
        submit="Publish",
        saved="It is published.",
        back=plan_url(request, plan),
        template="desk/plan/publish.html",
        more=what_goes_out(request, plan),
    )
    return edit(request, editing)


def what_goes_out(request: DeskRequest, plan: Plan) -> dict[str, Any]:
    difference = queries.unpublished(plan)
    return {
        "plan": plan,
        "difference": difference,
        "rows": [
            (difference.new["actions"][str(pk)], "new" if pk in difference.added else "changed")
            for pk in [*difference.added, *difference.changed]
        ],
        "gone": [difference.old["actions"][str(pk)]["words"] for pk in difference.gone]
        if difference.old
        else [],
        "left_out": queries.left_out(plan),
        "unread": len(queries.words_to_read(plan)),
        "words_url": reverse("desk:plan-words", args=[request.partnership.slug, plan.pk]),
        "preview": reverse("desk:plan-preview", args=[request.partnership.slug, plan.pk]),
    }


@desk_view(ADOPT)
def preview_plan(request: DeskRequest, pk: int) -> HttpResponse:
    """The public page as it would be, on the desk, marked as a preview."""
    plan = queries.plan_in(request.partnership, pk)
    body = queries.unpublished(plan).new
    context = {
        "plan": plan,
        "body": body,
        "priorities": [
            (priority, [body["actions"][str(p["action"])] for p in priority["placements"]])
            for priority in body["priorities"]
        ],
    }
    return page(request, "desk/plan/preview.html", context, here="desk:plan")
