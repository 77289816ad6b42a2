"""Whether the public sees the evidence: the partnership's own choice, and taken back by another."""

from django.http import HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.evidence.forms import ShowingForm
from frankpledge.evidence import changes, queries
from frankpledge.evidence.released import rule_on
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.roles import Permission


@desk_view(Permission.ADOPT_PLAN)
def show_in_public(request: DeskRequest) -> HttpResponse:
    """Whoever may publish the plan may publish the evidence."""
    partnership, shown = request.partnership, queries.is_shown(request.partnership)

    def save(form: ShowingForm, version: int) -> None:
        # What was meant when the page was opened: pressed twice, it is not taken back.
        change = changes.hide_from_public if version else changes.show_to_public
        change(partnership=partnership, by=request.user, why=form.cleaned_data["why"])

    editing = Editing(
        title="Take the evidence down" if shown else "Show the evidence to the public",
        lede="The public can read it now. Once taken down, its pages say that they are gone."
        if shown
        else "Anybody can then read what was reported, kind by kind and ward by ward.",
        bind=lambda typed, initial: ShowingForm(typed, initial=initial),
        save=save,
        submit="Take it down" if shown else "Show it",
        saved="The evidence is taken down." if shown else "The public can read the evidence.",
        version=int(shown),
        back=reverse("desk:evidence-data", args=[partnership.slug]),
        here="desk:evidence",
        template="desk/evidence/in_public.html",
        more={"shown": shown, "rule": rule_on(today())},
    )
    return edit(request, editing)
