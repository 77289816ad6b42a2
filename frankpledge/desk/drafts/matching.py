"""Next year's plan against this year's, promise by promise."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.drafts.around import draft_page, then_of, to
from frankpledge.desk.drafts.mending import overtaken
from frankpledge.desk.drafts.pressing import version_of
from frankpledge.drafting import changes, queries
from frankpledge.partnership.roles import Permission
from frankpledge.plan.models import Action
from frankpledge.record.errors import Refused, Stale

EDIT = Permission.EDIT_PLAN
KINDS = [
    ("changed", "Goes on, with other words"),
    ("new", "New"),
    ("same", "Goes on as it was"),
]


@desk_view(EDIT)
def show_matching(request: DeskRequest, pk: int) -> HttpResponse:
    draft = queries.draft_in(request.partnership, pk)
    if not draft.follows_id:
        return redirect(to(request, draft, "draft-facts"))
    shown = queries.matching_page(request.partnership, pk)
    context = {
        "shown": shown,
        "parts": [
            (kind, words, [line for line in shown.lines if line.kind == kind])
            for kind, words in KINDS
        ],
    }
    return draft_page(request, "desk/drafts/matching.html", shown.draft, context)


@require_POST
@desk_view(EDIT)
def choose_match(request: DeskRequest, pk: int) -> HttpResponse:
    shown = queries.matching_page(request.partnership, pk)
    action, chosen = request.POST.get("action", "")[:60], request.POST.get("to", "")
    version = version_of(request.POST)
    try:
        _choose(request, shown, action, chosen, version)
    except Stale:
        messages.warning(request, overtaken(request, shown.draft))
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, "Matched so.")
    return redirect(then_of(request, shown.draft))


def _choose(request: DeskRequest, shown: Any, action: str, chosen: str, version: int) -> None:
    held = {"draft": shown.draft, "action": action, "version": version, "by": request.user}
    if chosen == "guess":
        changes.unmatch(**held)
    elif chosen == "new":
        changes.match(**held, to=None)
    else:
        changes.match(**held, to=_offered(shown, chosen))


def _offered(shown: Any, chosen: str) -> Action:
    """One of the promises that the page showed: a forged id finds nothing."""
    there = [*shown.dropped, *(line.to for line in shown.lines if line.to)]
    there += [one for line in shown.lines for one in line.others]
    for action in there:
        if str(action.pk) == chosen:
            return action
    raise Refused("Choose a promise from the list, or say that it is new.")
