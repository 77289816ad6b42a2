"""One button, one mend: what was pressed is done, or the page says why not and loses nothing."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.drafts.around import draft_page, then_of, to
from frankpledge.desk.drafts.forms import AnswerForm
from frankpledge.desk.drafts.history import newest
from frankpledge.desk.drafts.pressing import Pressed, pressed, version_of
from frankpledge.desk.editing import GIVEN_BACK
from frankpledge.desk.kept import given_back
from frankpledge.drafting import changes, queries
from frankpledge.drafting.models import Draft
from frankpledge.partnership.roles import Permission
from frankpledge.record.errors import Refused, Stale

EDIT = Permission.EDIT_PLAN


@desk_view(EDIT)
def mend(request: DeskRequest, pk: int) -> HttpResponse:
    draft = queries.draft_in(request.partnership, pk)
    if request.method == "POST":
        return _press(request, draft, pressed(request.POST))
    kept = given_back(request)
    if kept is None:
        return redirect(to(request, draft))
    button = pressed(kept)
    return _again(request, draft, button, _form(button, kept), GIVEN_BACK, status=200)


def _form(button: Pressed, typed: QueryDict) -> AnswerForm:
    return AnswerForm(typed, asks=button.asks, label=button.label)


def _press(request: DeskRequest, draft: Draft, button: Pressed) -> HttpResponse:
    form = _form(button, request.POST)
    if not form.is_valid():
        return _again(request, draft, button, form, "")
    given = {**button.given, **({"text": form.cleaned_data["answer"]} if button.asks else {})}
    try:
        changes.mend(
            draft=draft, kind=button.kind, given=given, version=button.version, by=request.user
        )
    except Stale as stale:
        return _again(
            request, draft, button, form, overtaken(request, draft), version=stale.version
        )
    except Refused as refused:
        return _again(request, draft, button, form, refused.sentence)
    messages.success(request, "Mended.")
    return redirect(then_of(request, draft))


def overtaken(request: DeskRequest, draft: Draft) -> str:
    """What the other person did, so that nobody does it twice."""
    shown = queries.draft_page(request.partnership, draft.pk)
    by = shown.mends[0].mend.by if shown.mends else ""
    told = f" {by}: {newest(shown)}." if by else ""
    return f"Somebody else changed this draft in the meantime.{told} Yours is not done yet."


def _again(
    request: DeskRequest,
    draft: Draft,
    button: Pressed,
    form: AnswerForm,
    sentence: str,
    *,
    version: int = 0,
    status: int = 0,
) -> HttpResponse:
    """What was pressed, why it was not done, and what was typed; to be pressed once more."""
    form.read_anew(version or draft.version)
    then = then_of(request, draft)
    context = {
        "form": form,
        "sentence": sentence,
        "title": button.label,
        "hidden": {**button.hidden, "then": then},
        "then": then,
        "mend_url": to(request, draft, "draft-mend"),
    }
    return draft_page(
        request,
        "desk/drafts/again.html",
        draft,
        context,
        status=status or (409 if version else 422),
    )


@require_POST
@desk_view(EDIT)
def undo(request: DeskRequest, pk: int) -> HttpResponse:
    draft = queries.draft_in(request.partnership, pk)
    try:
        changes.undo(draft=draft, version=version_of(request.POST), by=request.user)
    except Stale:
        messages.warning(request, overtaken(request, draft))
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, "The last mend was taken back.")
    return redirect(then_of(request, draft))


def mend_words(
    request: DeskRequest,
    draft: Draft,
    of: str,
    texts: dict[str, str],
    version: int,
    now: Callable[[], dict[str, str]],
) -> None:
    """Several texts of one thing are one mend. Who was overtaken sees what stands there `now`."""
    if not texts:
        return
    given = {"of": of, "texts": texts}
    try:
        changes.mend(draft=draft, kind="texts", given=given, version=version, by=request.user)
    except Stale as stale:
        raise Stale(version=stale.version, current=now()) from None
