"""From planned to review, one press each, and each taken back by another."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.rounds.here import HERE, RUN, require_same, round_here, round_url
from frankpledge.desk.rounds.pressing import press
from frankpledge.progress import changes, queries
from frankpledge.ui.forms import UiForm
from frankpledge.ui.said import count, date_day


@require_POST
@desk_view(RUN)
def open_round(request: DeskRequest, pk: int) -> HttpResponse:
    round_ = round_here(request, pk)

    def act() -> str:
        changes.open_round(round_=round_, by=request.user)
        return "The round is open. Look through who is asked; nobody has been written to."

    return press(request, round_, act)


@desk_view(RUN)
def ask(request: DeskRequest, pk: int) -> HttpResponse:
    """Who gets a letter, who does not yet, and how a letter reads: before any is sent."""
    round_ = round_here(request, pk)
    shown = queries.round_page(round_)
    asked = [one for one in shown.asked if one.key == "not-asked" and one.of]
    nobody = [one for one in shown.asked if one.key == "nobody" and one.of]

    def save(form: UiForm, version: int) -> None:
        require_same(round_, version)
        changes.ask(round_=round_, by=request.user)

    editing = Editing(
        title=f"Ask {count(len(asked), 'lead')}",
        over=queries.period_words(round_),
        lede=f"Each gets one letter with a link of their own, due by {date_day(round_.due_on)}.",
        bind=lambda typed, initial: UiForm(typed, initial=initial),
        save=save,
        submit=f"Send {count(len(asked), 'letter')} now",
        saved="They are asked. The letters are on their way.",
        version=round_.version,
        back=round_url(request, round_),
        here=HERE,
        template="desk/rounds/ask.html",
        more={
            "round": round_,
            "asked": asked,
            "nobody": nobody,
            "letter": queries.letter_to(asked[0].request) if asked else None,
        },
    )
    return edit(request, editing)


@require_POST
@desk_view(RUN)
def remind(request: DeskRequest, pk: int) -> HttpResponse:
    round_ = round_here(request, pk)

    def act() -> str:
        sent = changes.remind(round_=round_, by=request.user)
        if not sent:
            return "Nobody was reminded: whoever has not answered was written to today already."
        return f"{count(len(sent), 'lead')} reminded."

    return press(request, round_, act)


@require_POST
@desk_view(RUN)
def start_review(request: DeskRequest, pk: int) -> HttpResponse:
    round_ = round_here(request, pk)

    def act() -> str:
        changes.start_review(round_=round_, by=request.user)
        return "The round is in review. Answers that still come are taken."

    return press(request, round_, act)


@require_POST
@desk_view(RUN)
def undo(request: DeskRequest, pk: int) -> HttpResponse:
    round_ = round_here(request, pk)

    def act() -> str:
        changes.undo_step(round_=round_, by=request.user)
        return f"That step is taken back. The round is {round_.get_stage_display().lower()}."

    return press(request, round_, act)
