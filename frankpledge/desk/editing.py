"""One form on one page: shown, checked, saved, or given back with nothing typed lost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect

from frankpledge.desk.access import DeskRequest
from frankpledge.desk.kept import MARK, given_back, mark_for
from frankpledge.desk.pages import page
from frankpledge.record.errors import Refused, Stale
from frankpledge.ui.conflicts import conflict
from frankpledge.ui.forms import UiForm

GIVEN_BACK = "You were signed out while typing. What you typed is below; it is not saved yet."

Bind = Callable[[QueryDict | None, Mapping[str, Any]], UiForm]
Save = Callable[[Any, int], str | None]
Act = Callable[..., object]


@dataclass(frozen=True)
class Editing:
    """What a page with one form says about itself.

    `bind` makes the form from what was typed, or from what there is now. `save` makes the change
    and may return where to go instead of `back`.
    """

    title: str
    bind: Bind
    save: Save
    back: str
    submit: str = "Save"
    saved: str = "Saved."
    lede: str = ""
    initial: Mapping[str, Any] = field(default_factory=dict)
    version: int = 0
    here: str = "desk:plan"
    over: str = ""  # the line above the title: what is being changed
    template: str = "desk/form.html"
    more: Mapping[str, Any] = field(default_factory=dict)


def edit(request: DeskRequest, editing: Editing) -> HttpResponse:
    if request.method == "POST":
        return _sent(request, editing)
    kept = given_back(request)
    form = editing.bind(kept, editing.initial)
    version = _version(kept) if kept else editing.version
    return _show(request, editing, form, version=version, kept=kept is not None)


def edit_row(
    request: DeskRequest,
    form: type[UiForm],
    act: Act,
    *,
    row: Any = None,
    shown: Sequence[str] = (),
    **said: Any,
) -> HttpResponse:
    """A short form about one thing: what is typed goes to `act` by the names of its fields.

    Whoever read an older version of the row is told so, with what its `shown` fields hold now.
    """
    held = row.version if row is not None else 0

    def save(given: UiForm, version: int) -> None:
        if row is not None and version != held:
            raise Stale(version=held, current={name: getattr(row, name) for name in shown})
        act(by=request.user, **given.cleaned_data)

    def bind(typed: QueryDict | None, initial: Mapping[str, Any]) -> UiForm:
        return form(typed, initial=initial)

    return edit(request, Editing(bind=bind, save=save, version=held, **said))


def show_again(request: DeskRequest, editing: Editing, form: UiForm) -> HttpResponse:
    """The page with a form that was filled in for somebody, and nothing sent."""
    return _show(request, editing, form, version=_version(request.POST))


def _sent(request: DeskRequest, editing: Editing) -> HttpResponse:
    form = editing.bind(request.POST, editing.initial)
    version = _version(request.POST)
    if not form.is_valid():
        return _show(request, editing, form, version=version)
    try:
        goes_to = editing.save(form, version)
    except Stale as stale:
        return _conflict(request, editing, form, stale)
    except Refused as refused:
        field = refused.field if refused.field in form.fields else None
        for sentence in refused.sentences:
            form.add_error(field, sentence)
        return _show(request, editing, form, version=version)
    messages.success(request, editing.saved)
    return redirect(goes_to or editing.back)


def _version(typed: QueryDict) -> int:
    given = typed.get("version", "0")
    return int(given) if given.isdecimal() and len(given) < 10 else 0


def _show(
    request: DeskRequest, editing: Editing, form: UiForm, *, version: int, kept: bool = False
) -> HttpResponse:
    form.read_anew(version)
    failed = form.is_bound and form.errors and not kept
    context = {**_around(request, editing), "form": form, "kept": GIVEN_BACK if kept else ""}
    status = 422 if failed else 200
    return page(request, editing.template, context, here=editing.here, status=status)


def _conflict(request: DeskRequest, editing: Editing, form: UiForm, stale: Stale) -> HttpResponse:
    """The second of two writers sees both texts and decides. Neither is lost."""
    context = {**_around(request, editing), **conflict(form, stale.current, stale.version)}
    return page(request, "ui/conflict.html", context, here=editing.here, status=409)


def _around(request: DeskRequest, editing: Editing) -> dict[str, Any]:
    return {
        **editing.more,
        "title": editing.title,
        "lede": editing.lede,
        "over": editing.over,
        "submit": editing.submit,
        "cancel_url": editing.back,
        "hidden": {MARK: mark_for(request.access.account.pk)},
    }
