"""The analyst's words beside the tables of the annex: they stay when the figures are refreshed."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.papers.forms import WordsForm
from frankpledge.desk.papers.here import HERE
from frankpledge.papers import changes, queries
from frankpledge.papers.contents.annex import WORDED
from frankpledge.papers.promises import day_in_words
from frankpledge.partnership.roles import Permission
from frankpledge.plan.queries import NotThere


@desk_view(Permission.LOAD_EVIDENCE)
def list_words(request: DeskRequest) -> HttpResponse:
    standing = queries.standing_words(request.partnership)
    tables = [(key, title, _dated(standing.get(key))) for key, title in WORDED.items()]
    return page(request, "desk/papers/words.html", {"tables": tables}, here=HERE)


def _dated(said: dict[str, str] | None) -> dict[str, str] | None:
    return {**said, "on": day_in_words(said["on"])} if said else None


@desk_view(Permission.LOAD_EVIDENCE)
def set_words(request: DeskRequest, table: str) -> HttpResponse:
    if table not in WORDED:
        raise NotThere
    before = queries.words_beside(request.partnership, table)

    def save(form: Any, version: int) -> None:
        changes.say_beside(
            partnership=request.partnership,
            table=table,
            words=form.cleaned_data["words"],
            version=version,
            by=request.user,
        )

    editing = Editing(
        title=f"Beside the table: {WORDED[table]}",
        lede="They stand in every annex that is made from now on, until others follow them.",
        over="Evidence annex",
        bind=lambda typed, initial: WordsForm(typed, initial=initial),
        initial={"words": before[0].words if before else ""},
        version=len(before),
        save=save,
        saved="Your words stand beside the table.",
        back=reverse("desk:papers-words", args=[request.partnership.slug]),
        here=HERE,
        template="desk/papers/words_form.html",
        more={"before": before},
    )
    return edit(request, editing)
