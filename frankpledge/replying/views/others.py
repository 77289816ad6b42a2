"""Passing a promise on, asking a partner, answering what one was asked."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from frankpledge.partnership.models import GroupPlace, Organisation, Post
from frankpledge.progress import changes, queries
from frankpledge.progress.models import Question, Request
from frankpledge.record.errors import Refused
from frankpledge.replying.doors import behind_link
from frankpledge.replying.forms import AskForm, PassForm, QuestionForm
from frankpledge.replying.pages import page
from frankpledge.ui.forms import UiForm


@behind_link(Request)
def pass_on(request: Any) -> HttpResponse:
    door = request.door
    waiting = [one.item for one in queries.asked(door.request).waiting]
    choices = [(str(one.pk), str(one.action)) for one in waiting]
    form = PassForm(request.POST or None, items=choices)
    if not waiting:
        return redirect(door.inside)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        chosen = [one for one in waiting if str(one.pk) in given["items"]]
        try:
            changes.pass_on(
                request=door.request,
                items=chosen,
                name=given["name"],
                email=given["email"],
                why=given["why"],
                by=door.author,
                link=door.link,
            )
        except changes.Revoked:
            raise
        except Refused as refused:
            form.refuse(refused.sentence, refused.field)
        else:
            return redirect(door.inside)
    return _form(request, "replying/pass.html", form, {"many": len(waiting)})


@behind_link(Request)
def ask(request: Any, pk: int) -> HttpResponse:
    door = request.door
    item = queries.item_here(door.request, pk)
    known = queries.addressees(door.request.round.partnership)
    choices = [(key, queries.called(one)) for key, one in known.items()]
    form = AskForm(request.POST or None, choices=choices)
    if request.method == "POST" and form.is_valid():
        who = known[form.cleaned_data["who"]]
        try:
            changes.ask_question(
                item=item,
                words=form.cleaned_data["words"],
                post=who if isinstance(who, Post) else None,
                group=who if isinstance(who, GroupPlace) else None,
                organisation=who if isinstance(who, Organisation) else None,
                by=door.author,
                link=door.link,
            )
        except changes.Revoked:
            raise
        except Refused as refused:
            form.refuse(refused.sentence, refused.field)
        else:
            return redirect(f"{door.url('item', pk)}#questions")
    return _form(request, "replying/ask.html", form, {"item": item})


@behind_link(Question)
def question(request: Any) -> HttpResponse:
    door = request.door
    form = QuestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            changes.answer_question(
                question=door.question,
                words=form.cleaned_data["words"],
                answered_by=door.question.to,
                by=door.author,
                link=door.link,
            )
        except changes.Revoked:
            raise
        except Refused as refused:
            form.refuse(refused.sentence, refused.field)
        else:
            return redirect(door.inside)
    return _form(request, "replying/question.html", form, {"question": door.question})


def _form(request: Any, template: str, form: UiForm, more: dict[str, Any]) -> HttpResponse:
    status = 422 if form.is_bound and form.errors else 200
    return page(request, template, {"form": form, **more}, status=status)
