"""Each worry beside what happens: both questions, both bases, and what follows from neither."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from frankpledge.delivery.queries import questions_of
from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.evidence.shown import HERE, parts_of
from frankpledge.desk.pages import page
from frankpledge.judging import changes, queries
from frankpledge.partnership.roles import Permission
from frankpledge.ui.forms import ChoiceField, UiForm

ASKED, COUNTED = "asked:", "counted:"


@desk_view(Permission.SEE_INTERNAL)
def show_pairs(request: DeskRequest) -> HttpResponse:
    context = {
        "pairs": queries.pairs_of(request.partnership),
        "questions": bool(questions_of(request.partnership)),
        "may_pair": request.access.may(Permission.LOAD_EVIDENCE),
        "part": "perception",
        "parts": parts_of(request),
    }
    return page(request, "desk/perception/pairs.html", context, here=HERE)


class PairForm(UiForm):
    fear = ChoiceField(
        label="What do people fear?", hint="A question that a survey asked.", radios=True
    )
    happens = ChoiceField(
        label="What happens?",
        hint="Another question of a survey, or what the police count in the newest year.",
    )

    def __init__(self, *args: Any, offered: Mapping[str, list[tuple[str, str]]], **more: Any):
        super().__init__(*args, **more)
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]


@desk_view(Permission.LOAD_EVIDENCE)
def new_pair(request: DeskRequest) -> HttpResponse:
    partnership = request.partnership
    questions = {str(each.pk): each for each in questions_of(partnership)}
    fears = [(pk, each.wording) for pk, each in questions.items()]
    asked = [(f"{ASKED}{pk}", f"Asked: {each.wording}") for pk, each in questions.items()]
    counted = [
        (f"{COUNTED}{each}", f"Recorded: {each}") for each in queries.types_counted(partnership)
    ]
    offered = {"fear": fears, "happens": [("", "Choose one"), *asked, *counted]}

    def bind(typed: QueryDict | None, initial: Mapping[str, Any]) -> PairForm:
        return PairForm(typed, offered=offered)

    def save(form: PairForm, version: int) -> None:
        kind, _, which = form.cleaned_data["happens"].partition(":")
        changes.add_pair(
            partnership=partnership,
            fear=questions[form.cleaned_data["fear"]],
            happens=questions[which] if f"{kind}:" == ASKED else None,
            kind=which if f"{kind}:" == COUNTED else "",
            by=request.user,
        )

    editing = Editing(
        title="Set a worry beside what happens",
        lede="Both are shown with the question that was asked and how many answered it.",
        bind=bind,
        save=save,
        submit="Set them side by side",
        saved="They stand side by side.",
        back=reverse("desk:perception", args=[partnership.slug]),
        here=HERE,
    )
    return edit(request, editing)


@require_POST
@desk_view(Permission.LOAD_EVIDENCE)
def remove_pair(request: DeskRequest, pk: int) -> HttpResponse:
    pair = queries.pair_in(request.partnership, pk)
    changes.remove_pair(pair=pair, by=request.user)
    messages.success(request, "They stand side by side no more. Neither figure is gone.")
    return redirect("desk:perception", request.partnership.slug)
