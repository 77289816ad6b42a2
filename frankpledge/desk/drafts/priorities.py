"""One priority of a draft: its words, what it stands under, and what else it could be."""

from typing import Any

from django.http import Http404, HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.drafts.around import about, to
from frankpledge.desk.drafts.fields import labels_of
from frankpledge.desk.drafts.forms import WordsForm
from frankpledge.desk.drafts.mending import mend_words
from frankpledge.desk.drafts.promises import texts_of
from frankpledge.desk.drafts.showing import label, priorities
from frankpledge.desk.editing import Editing, edit
from frankpledge.drafting import queries
from frankpledge.partnership.roles import Permission


@desk_view(Permission.EDIT_PLAN)
def edit_priority(request: DeskRequest, pk: int, one: str) -> HttpResponse:
    shown = queries.draft_page(request.partnership, pk)
    priority = find(shown.file["priorities"], one)
    draft, labels = shown.draft, labels_of("priority")

    def now() -> dict[str, str]:
        file = queries.draft_page(request.partnership, pk).file
        return texts_of(find(file["priorities"], one), labels)

    def save(form: WordsForm, version: int) -> None:
        mend_words(request, draft, one, form.changed, version, now)

    others = [(key, words) for key, words in priorities(shown.file) if key != one]
    editing = Editing(
        title=label(priority, "title"),
        over="A priority in the draft",
        bind=lambda typed, initial: WordsForm(typed, initial=initial, labels=labels),
        initial=texts_of(priority, labels),
        version=draft.version,
        save=save,
        submit="Save the words",
        saved="Mended.",
        back=to(request, draft, "draft-understood"),
        template="desk/drafts/priority.html",
        more={
            **about(request, draft),
            "one": priority,
            "others": [("", "Nothing: it is a priority of its own"), *others],
            "holds": any(one in action["priorities"] for action in shown.file["actions"]),
            "after_url": to(request, draft, "draft-understood"),
        },
    )
    return edit(request, editing)


def find(things: list[dict[str, Any]], one: str) -> dict[str, Any]:
    for thing in things:
        if thing.get("id") == one:
            return thing
    raise Http404
