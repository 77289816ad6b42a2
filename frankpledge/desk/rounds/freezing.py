"""Frozen, proved to be whole, and opened again with a reason."""

from django.http import Http404, HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.rounds.forms import ReasonForm
from frankpledge.desk.rounds.here import HERE, RUN, require_same, round_here, round_url
from frankpledge.partnership.roles import Permission
from frankpledge.progress import changes, queries
from frankpledge.ui.forms import UiForm


@desk_view(RUN)
def freeze(request: DeskRequest, pk: int) -> HttpResponse:
    """What it would hold, before it holds it."""
    round_ = round_here(request, pk)

    def save(form: UiForm, version: int) -> None:
        require_same(round_, version)
        changes.freeze(round_=round_, by=request.user)

    editing = Editing(
        title="Check and freeze",
        over=queries.period_words(round_),
        lede="Makes it the record that papers print from. Every link ends; what comes later is "
        "kept as late. Opening it again needs a reason.",
        bind=lambda typed, initial: UiForm(typed, initial=initial),
        version=round_.version,
        save=save,
        submit="Freeze the round",
        saved="The round is frozen.",
        back=round_url(request, round_),
        here=HERE,
        template="desk/rounds/freeze.html",
        more={
            "round": round_,
            "holds": queries.will_hold(round_),
            "doubts": queries.doubts_open(round_),
        },
    )
    return edit(request, editing)


@desk_view(RUN)
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    round_ = round_here(request, pk)
    if not round_.is_frozen:
        raise Http404

    def save(form: ReasonForm, version: int) -> None:
        require_same(round_, version)
        changes.reopen(round_=round_, why=form.cleaned_data["why"], by=request.user)

    editing = Editing(
        title="Open the round again",
        over=queries.period_words(round_),
        lede="It goes back to its review, and its links open again. The freeze that was made "
        "stays; the next is made beside it.",
        bind=lambda typed, initial: ReasonForm(typed, initial=initial),
        version=round_.version,
        save=save,
        submit="Open it again",
        saved="The round is open again, in review.",
        back=round_url(request, round_),
        here=HERE,
    )
    return edit(request, editing)


@desk_view(Permission.SEE_INTERNAL, Permission.SEE_RECORD)
def verify(request: DeskRequest, pk: int) -> HttpResponse:
    round_ = round_here(request, pk)
    context = {
        "round": round_,
        "period": queries.period_words(round_),
        "freeze": queries.newest_freeze_of(round_),
        "faults": queries.faults_of(round_),
    }
    return page(request, "desk/rounds/verified.html", context, here=HERE)
