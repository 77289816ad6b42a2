"""A draft to look at: what is doubtful first, then beside the document, then as a plan."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.drafts.around import draft_page
from frankpledge.desk.drafts.doubting import MOST_AT_ONCE, at_once, kinds_of
from frankpledge.desk.drafts.history import told_mends
from frankpledge.desk.drafts.places import with_places
from frankpledge.desk.drafts.steps import steps
from frankpledge.drafting import queries
from frankpledge.partnership.roles import Permission

EDIT = Permission.EDIT_PLAN
DOUBTS, PIECES = 8, 25  # on one page


@desk_view(EDIT)
def show_draft(request: DeskRequest, pk: int) -> HttpResponse:
    shown = queries.draft_page(request.partnership, pk)
    left = [doubt for doubt in shown.doubts if not doubt.seen]
    kind = request.GET.get("kind", "")
    alike = [doubt for doubt in left if doubt.kind == kind]
    context = {
        "shown": shown,
        "doubts": paged(request, alike or left, DOUBTS),
        "alike": alike,
        "at_once": at_once(alike),
        "leave_all": f"Leave all {min(len(alike), MOST_AT_ONCE)} as they are",
        "kinds": kinds_of(left, kind if alike else ""),
        "remembered": any(shown.draft.habits.values()),
        "seen": [doubt for doubt in shown.doubts if doubt.seen],
        "steps": steps(request, shown),
        "options": options(shown),
    }
    return draft_page(request, "desk/drafts/draft.html", shown.draft, context)


@desk_view(EDIT)
def show_document(request: DeskRequest, pk: int) -> HttpResponse:
    shown = queries.draft_page(request.partnership, pk)
    pieces = paged(request, shown.source, PIECES)
    context = {"shown": shown, "pieces": pieces, "placed": with_places(pieces)}
    return draft_page(request, "desk/drafts/document.html", shown.draft, context)


@desk_view(EDIT)
def show_understood(request: DeskRequest, pk: int) -> HttpResponse:
    shown = queries.draft_page(request.partnership, pk)
    return draft_page(request, "desk/drafts/understood.html", shown.draft, {"shown": shown})


@desk_view(EDIT)
def show_mends(request: DeskRequest, pk: int) -> HttpResponse:
    shown = queries.draft_page(request.partnership, pk)
    context = {"shown": shown, "mends": told_mends(shown)}
    return draft_page(request, "desk/drafts/mends.html", shown.draft, context)


def paged(request: DeskRequest, items: list[Any], each: int) -> Any:
    return Paginator(items, each).get_page(request.GET.get("page"))


def options(shown: Any) -> dict[str, Any]:
    """What can be chosen where a mend still asks for one thing."""
    promise = [("", "Choose a promise"), *promises(shown.file)]
    priority = [("", "Choose a priority"), *priorities(shown.file)]
    return {**choices(promise, priority), "who": [("", "Choose"), *shown.who]}


def choices(promise: list[Any], priority: list[Any]) -> dict[str, Any]:
    return {
        **dict.fromkeys(("to", "of", "with", "action"), promise),
        **dict.fromkeys(("priorities", "under", "parent"), priority),
        "means": [("", "Choose"), *queries.MEANINGS.items()],
        "state": [("", "Choose"), *queries.STATES.items()],
    }


def promises(file: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["id"], label(one, "action")) for one in file["actions"]]


def priorities(file: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["id"], label(one, "title")) for one in file["priorities"]]


def label(one: dict[str, Any], field: str, most: int = 90) -> str:
    words = " ".join(str(part) for part in (one.get("ref"), one.get(field)) if part)
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
