"""Forms for promises: their words, their places, and what becomes of them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.plan.forms import (
    ActionForm,
    AudienceForm,
    CarryForm,
    LinkForm,
    PlaceForm,
    StrikeForm,
    WhyForm,
)
from frankpledge.desk.plan.lists import lines_of, one_a_line
from frankpledge.desk.plan.plans import EDIT, plan_url
from frankpledge.partnership.models.dated import today
from frankpledge.plan import changes, queries
from frankpledge.plan.models import Action, Outcome, Placement
from frankpledge.ui.forms import UiForm


def the_action(request: DeskRequest, pk: int) -> Action:
    """Whoever may change the plan may see restricted actions as well."""
    return queries.action_in(request.partnership, pk, restricted=True)


def action_url(request: DeskRequest, action: Action) -> str:
    return reverse("desk:action", args=[request.partnership.slug, action.pk])


def _said(form: ActionForm) -> dict[str, Any]:
    said = dict(form.said)
    for name in ("points", "resources"):
        said[name] = lines_of(said[name])
    return said


@desk_view(EDIT)
def new_action(request: DeskRequest, pk: int) -> HttpResponse:
    plan = queries.plan_in(request.partnership, pk)
    priorities = queries.priorities_of(plan)
    if not priorities:
        messages.info(request, "Add a priority first: a promise stands under one.")
        return redirect("desk:priority-new", slug=request.partnership.slug, pk=plan.pk)

    def save(form: ActionForm, version: int) -> str:
        said = _said(form)
        chosen = said.pop("priority")
        action = changes.add_action(
            plan=plan,
            priority=next(p for p in priorities if str(p.pk) == chosen),
            decision=form.decision,
            by=request.user,
            **said,
        )
        return action_url(request, action)

    editing = Editing(
        title="Add a promise",
        over=plan.title,
        bind=lambda typed, initial: ActionForm(
            typed, initial=initial, priorities=priorities, deciding=plan.is_live
        ),
        initial={"kind": "core", "priority": request.GET.get("priority", "")},
        save=save,
        submit="Add the promise",
        saved="The promise was added. Say who answers for it, and by when.",
        back=plan_url(request, plan),
    )
    return edit(request, editing)


@desk_view(EDIT)
def edit_action(request: DeskRequest, pk: int) -> HttpResponse:
    action = the_action(request, pk)

    def save(form: ActionForm, version: int) -> None:
        changes.change_action(
            action=action,
            version=version,
            decision=form.decision,
            by=request.user,
            **_said(form),
        )

    editing = Editing(
        title="Change the words of the promise",
        over=action.label,
        bind=lambda typed, initial: ActionForm(
            typed, initial=initial, priorities=None, deciding=action.plan.is_live
        ),
        initial={
            "ref": action.ref,
            "words": action.words,
            "points": one_a_line(action.points),
            "aim": action.aim,
            "kind": action.kind,
            "resources": one_a_line(action.resources),
        },
        version=action.version,
        save=save,
        back=action_url(request, action),
    )
    return edit(request, editing)


@desk_view(EDIT)
def strike_action(request: DeskRequest, pk: int) -> HttpResponse:
    action = the_action(request, pk)

    def save(form: StrikeForm, version: int) -> None:
        changes.strike_action(
            action=action, version=version, decision=form.decided, by=request.user
        )

    editing = Editing(
        title="Strike this promise",
        over=action.label,
        lede="It stays readable, with who decided, when and why. The public sees the reason.",
        bind=lambda typed, initial: StrikeForm(typed, initial=initial),
        initial={"decided_on": today()},
        version=action.version,
        save=save,
        submit="Strike the promise",
        saved="The promise is struck.",
        back=action_url(request, action),
    )
    return edit(request, editing)


@desk_view(EDIT)
def remove_action(request: DeskRequest, pk: int) -> HttpResponse:
    action = the_action(request, pk)

    def save(form: UiForm, version: int) -> None:
        changes.remove_action(action=action, by=request.user)

    editing = Editing(
        title="Remove this promise from the draft",
        over=action.label,
        lede="It was never adopted, so it can go. The record keeps its words.",
        bind=lambda typed, initial: UiForm(typed, initial=initial),
        save=save,
        submit="Remove the promise",
        saved="The promise was removed.",
        back=plan_url(request, action.plan),
    )
    return edit(request, editing)


@desk_view(EDIT)
def link_action(request: DeskRequest, pk: int) -> HttpResponse:
    action = the_action(request, pk)
    others = [o for o in queries.open_actions_of(action.plan) if o.pk != action.pk]

    def save(form: LinkForm, version: int) -> None:
        given = form.cleaned_data
        changes.link_actions(
            action=action,
            kind=given["kind"],
            other=the_action(request, int(given["other"])),
            note=given["note"],
            by=request.user,
        )

    editing = Editing(
        title="Link this promise to another",
        over=action.label,
        bind=lambda typed, initial: LinkForm(typed, initial=initial, others=others),
        initial={"kind": "through"},
        save=save,
        submit="Link them",
        saved="The two are linked.",
        back=action_url(request, action),
    )
    return edit(request, editing)


@desk_view(EDIT)
def unlink_action(request: DeskRequest, pk: int) -> HttpResponse:
    link = queries.link_in(request.partnership, pk)

    def save(form: WhyForm, version: int) -> None:
        changes.unlink_actions(link=link, why=form.cleaned_data["why"], by=request.user)

    editing = Editing(
        title="Take this link away",
        over=f"{link.action.label} {link.get_kind_display()} {link.other.label}",
        bind=lambda typed, initial: WhyForm(typed, initial=initial),
        save=save,
        submit="Take it away",
        saved="The link was taken away.",
        back=action_url(request, link.action),
    )
    return edit(request, editing)


@desk_view(EDIT)
def carry_action(request: DeskRequest, pk: int) -> HttpResponse:
    action = the_action(request, pk)
    drafts = queries.drafts_with_priorities(request.partnership)
    if not any(priorities for _, priorities in drafts):
        messages.info(request, "Begin the next plan, with its priorities, before carrying into it.")
        return redirect("desk:plans", slug=request.partnership.slug)

    def save(form: CarryForm, version: int) -> str:
        priority = queries.priority_in(request.partnership, int(form.cleaned_data["into"]))
        carried = changes.carry_forward(
            action=action,
            version=version,
            plan=priority.plan,
            priority=priority,
            decision=form.decided,
            by=request.user,
        )
        return action_url(request, carried)

    editing = Editing(
        title="Carry this promise into the next plan",
        over=action.label,
        lede="Here it ends as carried forward; there it begins again, with nothing said of it yet.",
        bind=lambda typed, initial: CarryForm(typed, initial=initial, drafts=drafts),
        initial={"decided_on": today()},
        version=action.version,
        save=save,
        submit="Carry it forward",
        saved="The promise was carried into the draft.",
        back=action_url(request, action),
    )
    return edit(request, editing)


def _chosen(form: PlaceForm, outcomes: list[Outcome]) -> list[Outcome]:
    wanted = form.cleaned_data.get("only_outcomes") or []
    return [outcome for outcome in outcomes if str(outcome.pk) in wanted]


@desk_view(EDIT)
def place_action(request: DeskRequest, pk: int) -> HttpResponse:
    action = the_action(request, pk)
    outcomes = list(action.outcomes.all())
    taken = {placement.priority_id for placement in action.placements.all()}
    priorities = [p for p in queries.priorities_of(action.plan) if p.pk not in taken]

    def save(form: PlaceForm, version: int) -> None:
        chosen = form.cleaned_data["priority"]
        changes.place_action(
            action=action,
            priority=next(p for p in priorities if str(p.pk) == chosen),
            ref=form.cleaned_data["ref"],
            variants=form.variants,
            only_outcomes=_chosen(form, outcomes),
            decision=form.decision,
            by=request.user,
        )

    editing = Editing(
        title="Put this promise under another priority too",
        over=action.label,
        lede="It stays one promise. Say only what differs there.",
        bind=lambda typed, initial: PlaceForm(
            typed,
            initial=initial,
            priorities=priorities,
            outcomes=outcomes,
            deciding=action.plan.is_live,
        ),
        save=save,
        submit="Put it there too",
        back=action_url(request, action),
    )
    return edit(request, editing)


@desk_view(EDIT)
def vary_placement(request: DeskRequest, pk: int) -> HttpResponse:
    placement = queries.placement_in(request.partnership, pk)
    action = placement.action
    outcomes = list(action.outcomes.all())

    def save(form: PlaceForm, version: int) -> None:
        changes.vary(
            placement=placement,
            version=version,
            variants={**placement.variants, **form.variants},
            only_outcomes=_chosen(form, outcomes),
            decision=form.decision,
            by=request.user,
        )

    editing = Editing(
        title=f"What differs under {placement.priority}",
        over=action.label,
        bind=lambda typed, initial: PlaceForm(
            typed,
            initial=initial,
            priorities=None,
            outcomes=outcomes,
            deciding=action.plan.is_live,
        ),
        initial=_variants_now(placement),
        version=action.version,
        save=save,
        back=action_url(request, action),
    )
    return edit(request, editing)


def _variants_now(placement: Placement) -> dict[str, Any]:
    only = [str(outcome.pk) for outcome in placement.only_outcomes.all()]
    return {**placement.variants, "only_outcomes": only}


@desk_view(EDIT)
def unplace_action(request: DeskRequest, pk: int) -> HttpResponse:
    placement = queries.placement_in(request.partnership, pk)

    def save(form: StrikeForm, version: int) -> None:
        changes.unplace_action(placement=placement, decision=form.decision, by=request.user)

    editing = Editing(
        title=f"Take this promise from {placement.priority}",
        over=placement.action.label,
        lede="It stays under its other priorities.",
        bind=lambda typed, initial: StrikeForm(
            typed, initial=initial, deciding=placement.action.plan.is_live
        ),
        initial={"decided_on": today()},
        save=save,
        submit="Take it from there",
        back=action_url(request, placement.action),
    )
    return edit(request, editing)


@desk_view(EDIT)
def set_audience(request: DeskRequest, pk: int) -> HttpResponse:
    action = the_action(request, pk)

    def save(form: AudienceForm, version: int) -> None:
        given = form.cleaned_data
        changes.set_audience(
            action=action, audience=given["audience"], why=given["why"], by=request.user
        )

    editing = Editing(
        title="Who may see this promise?",
        over=action.label,
        lede="What the public sees changes with the next publication.",
        bind=lambda typed, initial: AudienceForm(typed, initial=initial),
        initial={"audience": action.audience},
        save=save,
        back=action_url(request, action),
    )
    return edit(request, editing)
