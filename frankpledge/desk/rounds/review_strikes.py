"""What the board is asked to strike, and what it decided."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.people.finding import url
from frankpledge.desk.rounds.here import HERE, RUN, round_here
from frankpledge.desk.rounds.strike_forms import DecideStrikeForm, ProposeStrikeForm, named
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.roles import Permission
from frankpledge.progress import changes, queries
from frankpledge.record.errors import Refused


@desk_view(RUN)
def propose(request: DeskRequest, pk: int) -> HttpResponse:
    """Of the promise that the page before was about, or of any."""
    round_ = round_here(request, pk)
    about = queries.may_be_struck(round_, _promise(request))
    offered = named(about or queries.may_be_struck(round_))

    def save(form: ProposeStrikeForm, version: int) -> None:
        action, outcome = offered[form.cleaned_data["what"]]
        why = form.cleaned_data["why"]
        changes.propose_strike(
            round_=round_, action=action, outcome=outcome, why=why, by=request.user
        )

    editing = Editing(
        title="Propose that something is struck",
        over=queries.period_words(round_),
        lede="The board reads it in this round’s pack, with your reason. Nothing in the plan "
        "changes until the board has decided.",
        bind=lambda typed, initial: ProposeStrikeForm(typed, initial=initial, offered=offered),
        save=save,
        submit="Propose it to the board",
        saved="It goes to the board with this round.",
        back=_back(request, round_.pk),
        here=HERE,
    )
    return edit(request, editing)


def _promise(request: DeskRequest) -> int | None:
    wanted = request.GET.get("promise", "")
    return int(wanted) if wanted.isdecimal() and wanted.isascii() and len(wanted) < 18 else None


@desk_view(RUN, Permission.EDIT_PLAN)
def decide(request: DeskRequest, pk: int) -> HttpResponse:
    strike = queries.strike_in(request.partnership, pk)

    def save(form: DecideStrikeForm, version: int) -> None:
        changes.decide_strike(
            strike=strike,
            decided=form.cleaned_data["verdict"],
            decision=form.decided,
            version=version,
            by=request.user,
        )

    editing = Editing(
        title="What did the board decide?",
        over=strike.label,
        lede=f"{strike.by} proposed to strike it: {strike.why}",
        bind=lambda typed, initial: DecideStrikeForm(typed, initial=initial),
        initial={"decided_on": today(), "why": strike.why[:500]},
        save=save,
        version=strike.version,
        submit="Put it down",
        saved="What the board decided is put down.",
        back=_back(request, strike.round_id),
        here=HERE,
    )
    return edit(request, editing)


@require_POST
@desk_view(RUN)
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    strike = queries.strike_in(request.partnership, pk)
    try:
        changes.withdraw_strike(strike=strike, by=request.user)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, "Taken back. The board is not asked to strike it.")
    return redirect(_back(request, strike.round_id))


def _back(request: DeskRequest, round_id: int) -> str:
    return f"{url(request, 'round-raised', round_id)}#strikes"
