"""From a draft to a plan, in one step; or aside, to be taken up again."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.drafts.around import about, to
from frankpledge.desk.drafts.forms import WhyForm
from frankpledge.desk.drafts.kept_words import kept
from frankpledge.desk.drafts.mending import overtaken
from frankpledge.desk.drafts.pressing import version_of
from frankpledge.desk.editing import Editing, edit
from frankpledge.drafting import changes, queries
from frankpledge.drafting.models import Draft
from frankpledge.partnership.roles import Permission
from frankpledge.record.errors import Refused, Stale
from frankpledge.ui.forms import UiForm
from frankpledge.ui.said import count

EDIT = Permission.EDIT_PLAN


@desk_view(EDIT)
def take_in(request: DeskRequest, pk: int) -> HttpResponse:
    shown = queries.draft_page(request.partnership, pk)
    draft = shown.draft
    if not draft.is_open:
        return redirect(to(request, draft))
    if not (draft.title and draft.starts and draft.ends):
        messages.warning(request, "Say first from when to when the plan runs.")
        return redirect(to(request, draft, "draft-facts"))

    promises = shown.counts.actions

    def save(form: UiForm, version: int) -> str:
        plan = changes.adopt_draft(draft=draft, version=version, by=request.user)
        return reverse("desk:plan-show", args=[request.partnership.slug, plan.pk])

    editing = Editing(
        title="Make it a plan",
        over=draft.name,
        lede="It becomes a draft plan of the partnership, all of it or none. Nobody outside sees "
        "it before you adopt it there.",
        bind=lambda typed, initial: UiForm(typed),
        version=draft.version,
        save=save,
        submit=f"Make a plan of {count(promises, 'promise')}" if promises else "Make it a plan",
        saved="The plan is here. Look it over, then adopt it.",
        back=to(request, draft),
        template="desk/drafts/take_in.html",
        more={**about(request, draft), **_preview(request, shown)},
    )
    return edit(request, editing)


def _preview(request: DeskRequest, shown: Any) -> dict[str, Any]:
    matched = (
        queries.matching_page(request.partnership, shown.draft.pk)
        if shown.draft.follows_id
        else None
    )
    return {"shown": shown, "matched": matched, "kept_words": kept(shown.counts)}


@desk_view(EDIT)
def put_aside(request: DeskRequest, pk: int) -> HttpResponse:
    draft = queries.draft_in(request.partnership, pk)

    def save(form: WhyForm, version: int) -> None:
        why = form.cleaned_data["why"]
        changes.put_aside(draft=draft, version=version, why=why, by=request.user)

    editing = Editing(
        title="Put this draft aside",
        over=draft.title or draft.name,
        lede="It stays in the list of plans, with all that was mended, and can be taken up again.",
        bind=lambda typed, initial: WhyForm(typed),
        version=draft.version,
        save=save,
        submit="Put it aside",
        saved="The draft was put aside.",
        back=reverse("desk:plans", args=[request.partnership.slug]),
        more=about(request, draft),
    )
    return edit(request, editing)


@require_POST
@desk_view(EDIT)
def take_up(request: DeskRequest, pk: int) -> HttpResponse:
    draft = queries.draft_in(request.partnership, pk)
    return _press(request, draft, changes.take_up, "The draft is taken up again.")


@require_POST
@desk_view(EDIT)
def read_again(request: DeskRequest, pk: int) -> HttpResponse:
    draft = queries.draft_in(request.partnership, pk)
    return _press(request, draft, changes.read_again, "The document was read again.")


def _press(request: DeskRequest, draft: Draft, change: Any, done: str) -> HttpResponse:
    try:
        change(draft=draft, version=version_of(request.POST), by=request.user)
    except Stale:
        messages.warning(request, overtaken(request, draft))
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, done)
    return redirect(to(request, draft))
