"""The rating scale: its words, shapes, colours and order."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.settings.forms import RatingForm, WhyForm
from frankpledge.partnership import changes, queries
from frankpledge.partnership.models import Rating
from frankpledge.partnership.roles import Permission
from frankpledge.record.errors import Refused

EDIT = Permission.EDIT_SETTINGS
FIELDS = ("label", "meaning", "shape", "colour", "implies", "is_good")
STEPS = {"up": -1, "down": 1}


@desk_view(EDIT)
def show_scale(request: DeskRequest) -> HttpResponse:
    context = {
        "ratings": queries.ratings(request.partnership),
        "retired": queries.retired_ratings(request.partnership),
    }
    return page(request, "desk/settings/scale.html", context, here="desk:settings")


@desk_view(EDIT)
def new_rating(request: DeskRequest) -> HttpResponse:
    def save(form: RatingForm, version: int) -> None:
        changes.add_rating(partnership=request.partnership, by=request.user, **_said(form))

    editing = Editing(
        title="Add a rating",
        lede="It joins the scale as its best. Move it from there.",
        bind=lambda typed, initial: RatingForm(typed, initial=initial),
        initial={"implies": "in-progress"},
        save=save,
        submit="Add the rating",
        saved="The rating was added.",
        back=_scale(request),
        here="desk:settings",
    )
    return edit(request, editing)


@desk_view(EDIT)
def edit_rating(request: DeskRequest, pk: int) -> HttpResponse:
    rating = _rating(request, pk)

    def save(form: RatingForm, version: int) -> None:
        changes.change_rating(rating=rating, version=version, by=request.user, **_said(form))

    editing = Editing(
        title="Change the rating",
        over=rating.label,
        lede="What was judged by it keeps the old word and mark. From now on the new one counts.",
        bind=lambda typed, initial: RatingForm(typed, initial=initial),
        initial={name: getattr(rating, name) for name in FIELDS},
        version=rating.version,
        save=save,
        back=_scale(request),
        here="desk:settings",
    )
    return edit(request, editing)


@desk_view(EDIT)
def retire_rating(request: DeskRequest, pk: int) -> HttpResponse:
    rating = _rating(request, pk)

    def save(form: WhyForm, version: int) -> None:
        changes.retire_rating(rating=rating, by=request.user, why=form.cleaned_data["why"])

    editing = Editing(
        title="Retire the rating",
        over=rating.label,
        lede="It can no longer be chosen. What was judged by it keeps it.",
        bind=lambda typed, initial: WhyForm(typed, initial=initial),
        save=save,
        submit="Retire the rating",
        back=_scale(request),
        here="desk:settings",
    )
    return edit(request, editing)


@require_POST
@desk_view(EDIT)
def move_rating(request: DeskRequest, pk: int, way: str) -> HttpResponse:
    order = [rating.pk for rating in queries.ratings(request.partnership)]
    if pk not in order or way not in STEPS:
        raise Http404
    here = order.index(pk)
    there = min(max(here + STEPS[way], 0), len(order) - 1)
    order[here], order[there] = order[there], order[here]
    try:
        changes.order_ratings(partnership=request.partnership, order=order, by=request.user)
        messages.success(request, "Saved.")
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect(_scale(request))


def _rating(request: DeskRequest, pk: int) -> Rating:
    rating = queries.rating_here(request.partnership, pk)
    if rating is None:
        raise Http404
    return rating


def _said(form: RatingForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in FIELDS}


def _scale(request: DeskRequest) -> str:
    return reverse("desk:scale", args=[request.partnership.slug])
