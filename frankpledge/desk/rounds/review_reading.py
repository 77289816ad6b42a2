"""One promise read: last time, now, what looks wrong, and what is made of it."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.people.finding import url
from frankpledge.desk.rounds.here import HERE, RUN
from frankpledge.desk.rounds.review_forms import AgreeForm, NotReportedForm, SendBackForm
from frankpledge.progress import changes, queries
from frankpledge.progress.models import Answer, Item
from frankpledge.progress.queries import PromiseRead, ReviewPage
from frankpledge.progress.wording import words_of
from frankpledge.record.errors import Refused
from frankpledge.ui.said import date_long


@desk_view(RUN)
def read_item(request: DeskRequest, pk: int) -> HttpResponse:
    shown, promise = _here(request, queries.item_in(request.partnership, pk))
    if promise.newest is None:
        return edit(request, _nothing_came(request, shown, promise))
    answers = {str(one.answer.pk): one.answer for one in reversed(promise.answers)}

    def save(form: AgreeForm, version: int) -> str:
        given = form.cleaned_data
        chosen = answers.get(given.get("which", ""), promise.newest)
        changes.agree(
            answer=chosen or next(iter(answers.values())),
            version=version,
            is_public=given["is_public"],
            public_words=given["public_words"],
            by=request.user,
        )
        return _onwards(request, shown, promise)

    choices = [(key, _told(answer)) for key, answer in answers.items()]

    def bind(typed: QueryDict | None, initial: Mapping[str, Any]) -> AgreeForm:
        return AgreeForm(typed, initial=initial, answers=choices)

    editing = Editing(
        title=promise.action.label,
        bind=bind,
        initial=_initial(promise),
        save=save,
        version=promise.version,
        submit="Agree, and read the next" if shown.next_to_read(promise) else "Agree",
        saved="Agreed.",
        back=_review_url(request, shown),
        here=HERE,
        template="desk/rounds/review/item.html",
        more=_more(shown, promise),
    )
    return edit(request, editing)


def _nothing_came(request: DeskRequest, shown: ReviewPage, promise: PromiseRead) -> Editing:
    return Editing(
        **_not_reported(request, shown, promise),
        template="desk/rounds/review/item.html",
        more=_more(shown, promise),
    )


@desk_view(RUN)
def not_reported(request: DeskRequest, pk: int) -> HttpResponse:
    shown, promise = _here(request, queries.item_in(request.partnership, pk))
    lede = "What was answered stays on record; it is not printed." if promise.newest else ""
    given = _not_reported(request, shown, promise)
    over = given.pop("title")
    return edit(request, Editing(**given, title="Not reported", over=over, lede=lede))


def _not_reported(request: DeskRequest, shown: ReviewPage, promise: PromiseRead) -> dict[str, Any]:
    def save(form: NotReportedForm, version: int) -> str:
        why = form.cleaned_data["why"]
        changes.not_reported(item=promise.item, why=why, version=version, by=request.user)
        return _onwards(request, shown, promise)

    verdict = promise.verdict
    why = verdict.words if verdict and verdict.kind == "not-reported" else ""
    return {
        "title": promise.action.label,
        "bind": lambda typed, initial: NotReportedForm(typed, initial=initial),
        "initial": {"why": why},
        "save": save,
        "version": promise.version,
        "submit": "Mark as not reported",
        "saved": "It will be printed as not reported.",
        "back": _review_url(request, shown),
        "here": HERE,
    }


@desk_view(RUN)
def send_back(request: DeskRequest, pk: int) -> HttpResponse:
    answer = queries.answer_in(request.partnership, pk)
    shown, promise = _here(request, answer.item)
    item = next((one for one in promise.items if one.pk == answer.item_id), answer.item)
    reached = changes.is_written_to(item)

    def save(form: SendBackForm, version: int) -> str:
        question = form.cleaned_data["question"]
        changes.send_back(answer=answer, question=question, version=version, by=request.user)
        return _onwards(request, shown, promise)

    who = item.request.called
    editing = Editing(
        title=f"Send it back to {who}",
        over=promise.action.label,
        lede="They get a mail with the link they have."
        if reached
        else "No mail can reach them: ring, and type what you hear.",
        bind=lambda typed, initial: SendBackForm(typed, initial=initial),
        initial={"question": _asked(request, promise)},
        save=save,
        version=promise.version,
        submit="Send it back",
        saved=f"Sent back to {who}." if reached else f"Marked as sent back. Now ring {who}.",
        back=url(request, "item-read", promise.item.pk),
        here=HERE,
    )
    return edit(request, editing)


def _asked(request: DeskRequest, promise: PromiseRead) -> str:
    """The question that a doubt would ask, for a first filling."""
    wanted = request.GET.get("doubt", "")
    return next((one.ask for one in promise.doubts if one.key == wanted), "")


@require_POST
@desk_view(RUN)
def undo(request: DeskRequest, pk: int) -> HttpResponse:
    verdict = queries.verdict_in(request.partnership, pk)
    try:
        changes.undo_verdict(verdict=verdict, by=request.user)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, "Taken back.")
    return redirect(url(request, "item-read", verdict.item_id))


def _here(request: DeskRequest, item: Item) -> tuple[ReviewPage, PromiseRead]:
    shown = queries.review_page(item.request.round)
    return shown, queries.promise_read(shown, item)


def _initial(promise: PromiseRead) -> dict[str, Any]:
    verdict, newest = promise.verdict, promise.newest
    edited = verdict.public_words if verdict and verdict.kind == "agreed" else ""
    # Whatever may tell of somebody is public only by a deed of its own.
    agreed_public = not any(one.can_be_edited for one in promise.doubts)
    if verdict and verdict.kind == "agreed":
        agreed_public = verdict.is_public
    return {
        "which": str(newest.pk) if newest else "",
        "is_public": agreed_public and promise.action.audience == "public",
        "public_words": edited or _own_words(promise),
    }


def _own_words(promise: PromiseRead) -> str:
    newest = promise.newest
    if newest is None:
        return ""
    placed = promise.action.placements.all()
    return words_of(newest, {str(one.priority_id): str(one.priority) for one in placed})


def _told(answer: Answer) -> str:
    return f"{answer.said_by}, {date_long(answer.said_on)}"


def _more(shown: ReviewPage, promise: PromiseRead) -> dict[str, Any]:
    return {
        "round": shown.round,
        "period": queries.period_words(shown.round),
        "promise": promise,
        "next": shown.next_to_read(promise),
        "left": len(shown.to_read),
        "questions": queries.questions_about(shown.round, promise.action),
        "strikes": queries.strikes_about(shown.round, promise.action),
    }


def _review_url(request: DeskRequest, shown: ReviewPage) -> str:
    return url(request, "round-review", shown.round.pk)


def _onwards(request: DeskRequest, shown: ReviewPage, promise: PromiseRead) -> str:
    following = shown.next_to_read(promise)
    if following is None:
        return _review_url(request, shown)
    return url(request, "item-read", following.item.pk)
