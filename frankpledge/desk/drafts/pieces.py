"""A piece of the document that found no place, or stands as prose: what it is after all."""

from typing import Any

from django.http import Http404, HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.drafts.around import about, to
from frankpledge.desk.drafts.fields import labels_of
from frankpledge.desk.drafts.forms import PieceForm
from frankpledge.desk.drafts.showing import priorities, promises
from frankpledge.desk.editing import Editing, edit
from frankpledge.drafting import changes, queries
from frankpledge.partnership.roles import Permission
from frankpledge.ui.forms import UiForm


@desk_view(Permission.EDIT_PLAN)
def place_piece(request: DeskRequest, pk: int, one: str) -> HttpResponse:
    shown = queries.draft_page(request.partnership, pk)
    text = text_of(shown, one)
    draft = shown.draft

    def save(form: UiForm, version: int) -> None:
        kind, given = _mend(one, form.cleaned_data)
        changes.mend(draft=draft, kind=kind, given=given, version=version, by=request.user)

    editing = Editing(
        title="Where does this belong?",
        over=draft.title or draft.name,
        bind=lambda typed, initial: PieceForm(typed, things=_things(shown), parts=_parts()),
        version=draft.version,
        save=save,
        submit="Put it there",
        saved="Mended.",
        back=to(request, draft),
        template="desk/drafts/piece.html",
        more={**about(request, draft), "text": text},
    )
    return edit(request, editing)


def _mend(piece: str, typed: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    if typed["what"] == "field":
        return "place", {"piece": piece, "of": typed["of"], "field": typed["field"]}
    given = {"piece": piece, "what": typed["what"]}
    of = "action" if typed["what"] == "outcome" else "under"
    return "make", {**given, of: typed["of"]} if typed["of"] else given


def _things(shown: Any) -> list[Any]:
    return [("Promises", promises(shown.file)), ("Priorities", priorities(shown.file))]


def _parts() -> list[Any]:
    return [
        ("Of a promise", list(labels_of("action").items())),
        ("Of a priority", list(labels_of("priority").items())),
    ]


def text_of(shown: Any, one: str) -> str:
    for piece in shown.source:
        if any(went.id == one for went in piece.went):
            return "\n".join(cell for cell in piece.cells if cell)
    raise Http404
