"""One promise of a draft: every field of it, its outcomes, and what else it could be."""

from typing import Any

from django.http import Http404, HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.drafts.around import about, to
from frankpledge.desk.drafts.fields import labels_of
from frankpledge.desk.drafts.forms import PartForm, WordsForm
from frankpledge.desk.drafts.mending import mend_words
from frankpledge.desk.drafts.showing import choices, label, options, priorities
from frankpledge.desk.editing import Editing, edit
from frankpledge.drafting import changes, queries
from frankpledge.partnership.roles import Permission
from frankpledge.ui.forms import UiForm

EDIT = Permission.EDIT_PLAN


@desk_view(EDIT)
def edit_promise(request: DeskRequest, pk: int, one: str) -> HttpResponse:
    shown = queries.promise_page(request.partnership, pk, one)
    draft, labels = shown.draft, labels_of("action")
    here = to(request, draft, "draft-promise", one)

    def now() -> dict[str, str]:
        return texts_of(queries.promise_page(request.partnership, pk, one).action, labels)

    def save(form: WordsForm, version: int) -> None:
        mend_words(request, draft, one, form.changed, version, now)

    editing = Editing(
        title=label(shown.action, "action", 200) or "A promise without words",
        over="A promise in the draft",
        bind=lambda typed, initial: WordsForm(typed, initial=initial, labels=labels),
        initial=texts_of(shown.action, labels),
        version=draft.version,
        save=save,
        submit="Save the words",
        saved="Mended.",
        back=here,
        template="desk/drafts/promise.html",
        more={
            **about(request, draft),
            "shown": shown,
            "one": shown.action,
            "options": _options(shown),
            "listed": priorities({"priorities": shown.priorities}),
        },
    )
    return edit(request, editing)


def _options(shown: Any) -> dict[str, Any]:
    listed = priorities({"priorities": shown.priorities})
    found = choices([("", "Choose a promise"), *shown.others], [("", "Choose"), *listed])
    return {**found, "who": [("", "Choose"), *shown.who]}


def texts_of(thing: dict[str, Any], names: Any) -> dict[str, str]:
    """A thing's fields as the form shows them."""
    return {name: _text(thing.get(name)) for name in names}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(str(line) for line in value)
    if isinstance(value, dict):
        return str(value.get("text") or "")
    return "" if value is None else str(value)


@desk_view(EDIT)
def part_promise(request: DeskRequest, pk: int, one: str) -> HttpResponse:
    shown = queries.promise_page(request.partnership, pk, one)
    listed = [(each["id"], each["text"]) for each in shown.action["outcomes"]]

    def save(form: UiForm, version: int) -> None:
        given = {"action": one, **form.cleaned_data}
        changes.mend(draft=shown.draft, kind="part", given=given, version=version, by=request.user)

    editing = Editing(
        title="Part it into two promises",
        over=label(shown.action, "action"),
        lede="Leave in each box only its own words.",
        bind=lambda typed, initial: PartForm(typed, initial=initial, outcomes=listed),
        initial={"first": shown.action["action"], "second": shown.action["action"]},
        version=shown.draft.version,
        save=save,
        submit="Part it",
        saved="It is two promises now.",
        back=to(request, shown.draft, "draft-understood"),
        more=about(request, shown.draft),
    )
    return edit(request, editing)


@desk_view(EDIT)
def edit_outcome(request: DeskRequest, pk: int, one: str) -> HttpResponse:
    shown = queries.draft_page(request.partnership, pk)
    action, outcome = _outcome_in(shown.file, one)
    draft, labels = shown.draft, labels_of("outcome")

    def now() -> dict[str, str]:
        file = queries.draft_page(request.partnership, pk).file
        return texts_of(_outcome_in(file, one)[1], labels)

    def save(form: WordsForm, version: int) -> str:
        mend_words(request, draft, one, form.changed, version, now)
        return to(request, draft, "draft-promise", action["id"])

    editing = Editing(
        title=label(outcome, "text", 200) or "An outcome without words",
        over=f"An outcome of {label(action, 'action')}",
        bind=lambda typed, initial: WordsForm(typed, initial=initial, labels=labels),
        initial=texts_of(outcome, labels),
        version=draft.version,
        save=save,
        submit="Save the words",
        saved="Mended.",
        back=to(request, draft, "draft-promise", action["id"]),
        template="desk/drafts/outcome.html",
        more={
            **about(request, draft),
            "one": outcome,
            "action": action,
            "options": options(shown),
        },
    )
    return edit(request, editing)


def _outcome_in(file: dict[str, Any], one: str) -> tuple[dict[str, Any], dict[str, Any]]:
    for action in file["actions"]:
        for outcome in action["outcomes"]:
            if outcome["id"] == one:
                return action, outcome
    raise Http404
