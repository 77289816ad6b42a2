"""Concerns, what the board is asked, and questions from one partner to another."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.people.finding import url
from frankpledge.desk.rounds.here import HERE, RUN, round_here
from frankpledge.desk.rounds.review_forms import AnswerQuestionForm, RaisedForm
from frankpledge.progress import changes, queries
from frankpledge.record.errors import Refused


@desk_view(RUN)
def show_raised(request: DeskRequest, pk: int) -> HttpResponse:
    round_ = round_here(request, pk)
    raised = queries.raised_in_round(round_)
    context = {
        "round": round_,
        "period": queries.period_words(round_),
        "concerns": [one for one in raised if one.kind == "concern"],
        "decisions": [one for one in raised if one.kind == "decision"],
        "strikes": queries.strikes_of(round_),
        "questions": queries.questions_of(round_),
    }
    return page(request, "desk/rounds/review/raised.html", context, here=HERE)


@desk_view(RUN)
def decide(request: DeskRequest, pk: int) -> HttpResponse:
    raised = queries.raised_in(request.partnership, pk)

    def save(form: RaisedForm, version: int) -> None:
        given = form.cleaned_data
        changes.decide_raised(
            raised=raised,
            decided=given["decided"],
            for_the_board=given.get("for_the_board") or raised.words,
            why=given["why"],
            version=version,
            by=request.user,
        )

    editing = Editing(
        title=raised.get_kind_display(),
        over=f"{raised.answer.item.action.label}, {raised.answer.said_by}",
        bind=lambda typed, initial: RaisedForm(typed, initial=initial, kind=raised.kind),
        initial={
            "decided": raised.decided,
            "for_the_board": raised.for_the_board,
            "why": raised.decided_why,
        },
        save=save,
        version=raised.version,
        back=_back(request, raised.answer.item.request.round_id),
        here=HERE,
        template="desk/rounds/review/decide.html",
        more={"raised": raised},
    )
    return edit(request, editing)


@desk_view(RUN)
def answer(request: DeskRequest, pk: int) -> HttpResponse:
    """Somebody told the coordinator, who types it."""
    question = queries.question_in(request.partnership, pk)

    def save(form: AnswerQuestionForm, version: int) -> None:
        given = form.cleaned_data
        changes.answer_question(
            question=question,
            words=given["words"],
            answered_by=given["answered_by"],
            by=request.user,
        )

    editing = Editing(
        title=f"An answer from {question.to}",
        over=f"{question.asked_by} asks",
        lede=question.words,
        bind=lambda typed, initial: AnswerQuestionForm(typed, initial=initial),
        initial={"answered_by": question.to},
        save=save,
        saved="The answer is kept beside the question.",
        back=_back(request, question.round_id),
        here=HERE,
    )
    return edit(request, editing)


@require_POST
@desk_view(RUN)
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    question = queries.question_in(request.partnership, pk)
    try:
        changes.withdraw_question(question=question, by=request.user)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    return redirect(_back(request, question.round_id))


def _back(request: DeskRequest, round_id: int) -> str:
    return url(request, "round-raised", round_id)
