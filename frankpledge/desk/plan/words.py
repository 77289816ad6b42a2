"""Updates in words, read for the public: several at once, and taken back as easily."""

from django.http import HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.plan.forms import WordsForm
from frankpledge.partnership.roles import Permission
from frankpledge.plan import changes, queries


@desk_view(Permission.ADOPT_PLAN)
def read_words(request: DeskRequest, pk: int) -> HttpResponse:
    plan = queries.plan_in(request.partnership, pk)
    unread, shown = queries.words_to_read(plan), queries.words_shown(plan)

    def save(form: WordsForm, version: int) -> None:
        changes.read_words(
            plan=plan, show=form.ticked("show"), hide=form.ticked("hide"), by=request.user
        )

    # To the page before the last press, which is of the plan that is a draft or is adopted.
    name = "plan-adopt" if plan.is_draft else "plan-publish"
    editing = Editing(
        title="Read the updates for the public",
        over=plan.title,
        lede="Tick what the public may read. Look for names, and for small numbers that point at "
        "somebody. Nothing is seen before it is published.",
        bind=lambda typed, initial: WordsForm(typed, initial=initial, unread=unread, shown=shown),
        save=save,
        back=_back(request) or reverse(f"desk:{name}", args=[request.partnership.slug, plan.pk]),
        template="desk/plan/words.html",
    )
    return edit(request, editing)


def _back(request: DeskRequest) -> str:
    """To the round that is being published, where they came from there."""
    given = request.GET.get("round", "")
    if not (given.isascii() and given.isdecimal() and len(given) < 10):
        return ""
    return reverse("desk:round-publish", args=[request.partnership.slug, int(given)])
