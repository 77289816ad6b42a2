"""Survey questions and their waves."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse

from frankpledge.delivery import changes, queries
from frankpledge.delivery.models import SurveyQuestion, Wave
from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.delivery.forms import (
    CorrectWaveForm,
    QuestionForm,
    SheetForm,
    WaveForm,
    WhyForm,
)
from frankpledge.desk.delivery.here import (
    HERE,
    SEE,
    SET_UP,
    outcomes_for,
    picked,
    unseen,
    uploaded,
)
from frankpledge.desk.editing import Act, Editing, edit, edit_row
from frankpledge.desk.pages import page
from frankpledge.desk.people.finding import url
from frankpledge.ui.forms import UiForm

OWN = ("name", "wording", "counted", "asked_of", "source", "polarity")


@desk_view(SEE)
def list_questions(request: DeskRequest) -> HttpResponse:
    found = queries.questions_of(request.partnership)
    context = {
        "questions": [(one, queries.waves_of(one)) for one in found],
        "may_set_up": request.access.may(SET_UP),
    }
    return page(request, "desk/delivery/surveys.html", context, here=HERE)


@desk_view(SEE)
def show_question(request: DeskRequest, pk: int) -> HttpResponse:
    question = queries.question_in(request.partnership, pk)
    shown = {one.pk for one in outcomes_for(request)}
    context = {
        "question": question,
        "waves": list(reversed(queries.waves_of(question))),
        "apart": queries.set_apart(question),
        "outcomes": [one for one in question.outcomes.all() if one.pk in shown],
        "may_set_up": request.access.may(SET_UP),
    }
    return page(request, "desk/delivery/survey.html", context, here=HERE)


@desk_view(SET_UP)
def new_question(request: DeskRequest) -> HttpResponse:
    outcomes = outcomes_for(request)

    def save(form: QuestionForm, version: int) -> str:
        typed = dict(form.cleaned_data)
        typed["outcomes"] = picked(outcomes, typed["outcomes"])
        made = changes.add_question(partnership=request.partnership, by=request.user, **typed)
        return url(request, "survey-show", made.pk)

    editing = Editing(
        title="Add a survey question",
        lede="One question that is asked again and again, so that its answers can be compared.",
        bind=lambda typed, initial: QuestionForm(typed, initial=initial, outcomes=outcomes),
        initial={"polarity": "up"},
        save=save,
        submit="Add the question",
        saved="The question is added. Now add its waves.",
        back=url(request, "surveys"),
        here=HERE,
    )
    return edit(request, editing)


@desk_view(SET_UP)
def edit_question(request: DeskRequest, pk: int) -> HttpResponse:
    question = queries.question_in(request.partnership, pk)
    held = list(question.outcomes.all())
    kept = unseen(request, held)
    outcomes = [one for one in outcomes_for(request, held) if one not in kept]

    def save(form: QuestionForm, version: int) -> None:
        typed = dict(form.cleaned_data)
        typed["outcomes"] = [*picked(outcomes, typed["outcomes"]), *kept]
        changes.change_question(question=question, version=version, by=request.user, **typed)

    editing = Editing(
        title="Change the question",
        over=question.name,
        lede="Was another wording put to people? Say so at the wave from which it holds, so that "
        "nobody compares across it.",
        bind=lambda typed, initial: QuestionForm(typed, initial=initial, outcomes=outcomes),
        initial={
            **{name: getattr(question, name) for name in OWN},
            "outcomes": [str(one.pk) for one in held],
        },
        version=question.version,
        save=save,
        back=url(request, "survey-show", pk),
        here=HERE,
    )
    return edit(request, editing)


@desk_view(SET_UP)
def new_wave(request: DeskRequest, pk: int) -> HttpResponse:
    question = queries.question_in(request.partnership, pk)

    def save(form: WaveForm, version: int) -> None:
        typed = form.cleaned_data
        press = f"{request.user.pk}:{typed['starts']}"  # once is enough for the same days
        changes.add_wave(question=question, press=press, by=request.user, **typed)

    editing = Editing(
        title="Add a wave",
        over=question.name,
        bind=lambda typed, initial: WaveForm(typed, initial=initial),
        save=save,
        submit="Add the wave",
        saved="The wave is added.",
        back=url(request, "survey-show", pk),
        here=HERE,
    )
    return edit(request, editing)


@desk_view(SET_UP)
def import_waves(request: DeskRequest, pk: int) -> HttpResponse:
    question = queries.question_in(request.partnership, pk)

    def save(form: SheetForm, version: int) -> None:
        data, name = uploaded(form.cleaned_data["file"])
        taken, reasons = changes.import_waves(
            question=question, data=data, name=name, by=request.user
        )
        for one in reasons:
            messages.warning(request, f"Set aside, {one['count']}: {one['reason']}.")
        messages.success(request, f"Taken in: {taken}.")

    editing = Editing(
        title="Take in waves from a sheet",
        over=question.name,
        bind=lambda typed, initial: SheetForm(typed, request.FILES if typed is not None else None),
        save=save,
        submit="Take it in",
        saved="The sheet was read.",
        back=url(request, "survey-show", pk),
        here=HERE,
    )
    return edit(request, editing)


@desk_view(SET_UP)
def correct_wave(request: DeskRequest, pk: int) -> HttpResponse:
    wave = queries.wave_in(request.partnership, pk)
    return _edit_wave(
        request,
        wave,
        CorrectWaveForm,
        changes.correct_wave,
        title="Correct this wave",
        lede="The corrected wave takes its place. What stood before is kept beside it.",
        initial=_as_it_stands(wave),
        submit="Save the correction",
        saved="It is corrected.",
    )


@desk_view(SET_UP)
def withdraw_wave(request: DeskRequest, pk: int) -> HttpResponse:
    return _edit_wave(
        request,
        queries.wave_in(request.partnership, pk),
        WhyForm,
        changes.withdraw_wave,
        title="Withdraw this wave",
        lede="It counts no more. It stays to be seen, with your reason.",
        submit="Withdraw it",
        saved="It is withdrawn.",
    )


def _edit_wave(
    request: DeskRequest, wave: Wave, form: type[UiForm], act: Act, **said: Any
) -> HttpResponse:
    question: SurveyQuestion = wave.question
    back = url(request, "survey-show", question.pk)
    doing = partial(act, wave=wave)
    return edit_row(request, form, doing, over=question.name, back=back, here=HERE, **said)


def _as_it_stands(wave: Wave) -> dict[str, Any]:
    names = ("starts", "ends", "base", "break_why", "note", "per_cent")
    part = None if wave.per_cent is not None else wave.part
    return {**{name: getattr(wave, name) for name in names}, "part": part}
