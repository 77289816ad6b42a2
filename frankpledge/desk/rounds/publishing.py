"""Published after a preview of what will be seen and what is left out."""

from django.http import Http404, HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.plan.publishing import what_goes_out
from frankpledge.desk.rounds.here import HERE, RUN, require_same, round_here, round_url
from frankpledge.partnership.roles import Permission
from frankpledge.progress import changes, queries
from frankpledge.ui.forms import UiForm


@desk_view(RUN, Permission.ADOPT_PLAN)
def publish(request: DeskRequest, pk: int) -> HttpResponse:
    round_ = round_here(request, pk)
    if not round_.is_frozen:
        raise Http404

    goes_out = what_goes_out(request, round_.plan)
    # Whoever reads the words from here comes back here.
    goes_out["words_url"] += f"?round={round_.pk}"

    def save(form: UiForm, version: int) -> None:
        require_same(round_, version)
        changes.publish(round_=round_, by=request.user)

    editing = Editing(
        title="Publish the round",
        over=queries.period_words(round_),
        lede="The public pages are made anew and say that this round was published.",
        bind=lambda typed, initial: UiForm(typed, initial=initial),
        version=round_.version,
        save=save,
        submit="Publish it",
        saved="The round is published.",
        back=round_url(request, round_),
        here=HERE,
        template="desk/plan/publish.html",
        more=goes_out,
    )
    return edit(request, editing)
